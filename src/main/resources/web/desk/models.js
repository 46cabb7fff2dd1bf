import { $, element } from '../lib/dom.js';
import { call, Unreachable } from '../lib/http.js';
import { words } from './words.js';

const messageOf = (error) => (error instanceof Unreachable ? words.lost : error.message);

function slugOf(name) {
  const slug = name.toLowerCase().replace(/[^a-z0-9._-]+/g, '-');
  return slug.replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '').slice(0, 100);
}

/** Lists discovered models, each with a button that adds it; returns what there is to say of them. */
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
    try {
      const added = { ...model, protocol: 'openai', name: modelId, slug: slugOf(modelId) };
      await call('POST', '/api/admin/models', added);
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

/** Shows the fields and hints that the chosen protocol has. */
function fit({ protocol, baseUrl }) {
  for (const part of protocol.form.querySelectorAll('[data-for]')) {
    part.hidden = !part.dataset.for.split(' ').includes(protocol.value);
  }
  baseUrl.required = protocol.value === 'openai';
}

const form = $('add-model');
if (form) {
  form.elements.protocol.addEventListener('change', () => fit(form.elements));
  fit(form.elements);
  $('list-models').addEventListener('click', (event) => suggest(event.target, form.elements));
}
