import { $, element } from '../lib/dom.js';
import { call } from '../lib/http.js';
import { slugOf } from '../lib/slug.js';
import { cancellable } from './cancel.js';
import { valuesOf } from './fields.js';
import { RESULTS } from './results.js';
import { messageOf, words } from './words.js';

/** Protocols without a vendor's default address. */
const OWN_ADDRESS = ['openai', 'responses', 'completions', 'tgi'];

/** What a test has found to answer, as JSON. */
let answers = '';

/** The values that a test depends on, as JSON. */
function endpointOf({ slug, name, organization, license, ...endpoint }) {
  return JSON.stringify(endpoint);
}

/** Tests the endpoint that these values describe; nothing is stored. */
async function tryOut(values, cancel) {
  const result = await cancellable(cancel, (signal) => call('POST', '/api/admin/models/test', values, signal));
  if (result.ok) answers = endpointOf(values);
  return result;
}

/**
 * The values with which to add a model. Unless it has been, its endpoint is tested first; if it fails, the model is added
 * paused, or not at all.
 */
export async function answering(values, cancel) {
  if (endpointOf(values) === answers) return values;
  const { ok, error } = await tryOut(values, cancel);
  if (ok) return values;
  if (!confirm(`${error}\n\n${$('add-model').dataset.addPaused}`)) throw new Error(error);
  return { ...values, enabled: false };
}

/** Lists discovered models, each with a button that adds it; returns a summary. */
export function offer(list, models) {
  list.replaceChildren(...models.map(offerOf));
  return models.length === 0 ? words.nothing : '';
}

function offerOf(model) {
  const { modelId, baseUrl } = model;
  const name = element('span', {}, `${modelId} · ${baseUrl}`);
  const button = element('button', {}, words.add);
  button.setAttribute('aria-label', `${words.add}: ${modelId}`);
  button.addEventListener('click', async () => {
    button.disabled = true;
    name.textContent = `${modelId} · ${words.working}`;
    try {
      const added = { ...model, protocol: 'openai', name: modelId, slug: slugOf(modelId) };
      await call('POST', '/api/admin/models', await answering(added));
      name.textContent = `${words.added}: ${modelId}`;
      button.remove();
    } catch (error) {
      button.disabled = false;
      name.textContent = `${modelId}: ${messageOf(error)}`;
    }
  });
  return element('li', {}, name, ' ', button);
}

/** Asks the server at the form's base URL for its models, and suggests them in the field for the model. */
async function suggest(button, { baseUrl, apiKey, modelId }) {
  button.disabled = true;
  $('listed').textContent = words.working;
  try {
    const address = { baseUrl: baseUrl.value, apiKey: apiKey.value };
    const { models } = await call('POST', '/api/admin/discovery', address);
    const ids = models.map((model) => model.modelId);
    $('offered').replaceChildren(...ids.map((id) => new Option(id, id)));
    $('listed').textContent = ids.slice(0, 5).join(', ') || words.nothing;
    modelId.value ||= ids[0] ?? '';
  } catch (error) {
    $('listed').textContent = messageOf(error);
  } finally {
    button.disabled = false;
  }
}

const shownFields = (form) => [...form.elements].filter((field) => field.name && !field.closest('[hidden]'));

async function test(button, form) {
  const outcome = $('tested');
  button.disabled = true;
  outcome.textContent = words.working;
  try {
    const result = await tryOut(valuesOf(shownFields(form)), $('cancel-test'));
    outcome.textContent = RESULTS.test(result, outcome.dataset);
  } catch (error) {
    outcome.textContent = messageOf(error);
  } finally {
    button.disabled = false;
  }
}

/** Previews the text that a model without a chat template would receive. */
async function preview(form) {
  const shown = $('previewed');
  try {
    shown.textContent = (await call('POST', '/api/admin/models/prompt', valuesOf(shownFields(form)))).prompt;
  } catch (error) {
    shown.textContent = messageOf(error);
  }
}

/** Shows the fields and hints that the protocol has. */
function showFor({ form, value }) {
  for (const part of form.querySelectorAll('[data-for]')) {
    part.hidden = !part.dataset.for.split(' ').includes(value);
    if (part.matches('fieldset:not([hidden])')) part.closest('details')?.setAttribute('open', '');
  }
}

function fit({ protocol, baseUrl }) {
  showFor(protocol);
  baseUrl.required = OWN_ADDRESS.includes(protocol.value);
}

function preset(option, { protocol, baseUrl }) {
  protocol.value = option.dataset.protocol;
  baseUrl.value = option.dataset.url;
  fit({ protocol, baseUrl });
}

/** Derives name and slug from the model's name at the endpoint, unless they were edited. */
function derive({ modelId, name, slug }) {
  const last = modelId.value.split('/').pop();
  if (!name.dataset.written) name.value = last;
  if (!slug.dataset.written) slug.value = slugOf(name.value);
}

/** A preset's name stands for its text, which the preview shows. */
function useTemplates(form) {
  const { template } = form.elements;
  const presets = $('template-preset');
  const showPreset = () => {
    const known = [...presets.options].some(({ value }) => value === template.value.trim());
    presets.value = known ? template.value.trim() : '';
  };
  presets.addEventListener('change', () => {
    template.value = presets.value;
    if (presets.value) preview(form);
  });
  template.addEventListener('input', showPreset);
  showPreset();
  $('preview-prompt').addEventListener('click', () => preview(form));
}

const changed = $('change-model');
if (changed) {
  showFor(changed.elements.protocol);
  useTemplates(changed);
}

const form = $('add-model');
if (form) {
  const fields = form.elements;
  const presets = $('preset');
  presets.addEventListener('change', () => preset(presets.selectedOptions[0], fields));
  fields.protocol.addEventListener('change', () => fit(fields));
  preset(presets.selectedOptions[0], fields);
  for (const field of [fields.name, fields.slug]) {
    field.addEventListener('input', () => {
      field.dataset.written = field.value;
    });
  }
  for (const field of [fields.modelId, fields.name]) field.addEventListener('input', () => derive(fields));
  $('list-models').addEventListener('click', async (event) => {
    await suggest(event.target, fields);
    derive(fields);
  });
  useTemplates(form);
  $('test-model').addEventListener('click', (event) => test(event.target, form));
}
