import { $, element, onSubmit } from '../lib/dom.js';
import { call, Refused } from '../lib/http.js';
import { listRecords } from '../lib/report.js';
import { slugOf } from '../lib/slug.js';

const form = $('import');
const unknownNames = $('unknown-names');
/** Chosen for a name whose model is still to be registered; no slug looks like this. */
const NEW = '+';

function show(text, { places = [], count = places.length, failed = false } = {}) {
  const outcome = form.querySelector('.outcome');
  outcome.textContent = text;
  outcome.classList.toggle('error', failed);
  listRecords($('import-errors'), places, count, form.dataset.more);
}

/** Shows each unknown name beside the models, with the guess chosen. */
function ask(unknown) {
  const rows = unknown.map(({ name, guess }) => {
    const { choose, newModel } = form.dataset;
    const models = [...form.elements.model.options].slice(1);
    const options = models.map(({ text, value }) => new Option(text, value, value === guess, value === guess));
    const select = element('select', { required: true }, new Option(choose, ''), ...options, new Option(newModel, NEW));
    select.dataset.unknown = name;
    return element('p', {}, element('label', {}, name, ' ', select));
  });
  unknownNames.querySelector('.fields').replaceChildren(...rows);
  unknownNames.hidden = rows.length === 0;
}

/** Maps the names as they were chosen. */
async function map() {
  for (const { dataset, value } of unknownNames.querySelectorAll('select')) {
    const name = dataset.unknown;
    const register = value === NEW;
    const mapping = { name, model: register ? slugOf(name) : value, register };
    await call('PUT', '/api/admin/benchmarks/models', mapping);
  }
  ask([]);
}

async function send() {
  await map();
  const { format, file, model, skipInvalid } = form.elements;
  const query = new URLSearchParams({ format: format.value });
  if (model.value.trim()) query.set('model', model.value.trim());
  if (skipInvalid.checked) query.set('skipInvalid', 'true');
  const report = await call('POST', `/api/admin/benchmarks/import?${query}`, file.files[0]);
  const { read, imported, duplicates, skipped, errors } = report;
  const done = form.dataset.done.replace('$1', read).replace('$2', imported).replace('$3', duplicates);
  const left = skipped ? ` ${form.dataset.skipped.replace('$1', skipped)}` : '';
  show(done + left, { places: errors, count: skipped });
}

// Another file has other names.
form?.elements.file.addEventListener('change', () => ask([]));

async function importFile() {
  const button = form.querySelector('button');
  button.disabled = true;
  show(form.dataset.working);
  try {
    await send();
  } catch (error) {
    const refused = error instanceof Refused;
    const errors = refused ? error.problem.errors : null;
    show(refused ? form.dataset.refused : form.dataset.lost, {
      places: errors ?? (refused ? [{ place: '', reason: error.message }] : []),
      failed: true,
    });
    if (refused && error.problem.unknownModels) ask(error.problem.unknownModels);
  } finally {
    button.disabled = false;
  }
}

if (form) onSubmit(form, importFile);
