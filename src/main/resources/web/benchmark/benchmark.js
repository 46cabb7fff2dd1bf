import { $, element } from '../lib/dom.js';
import { call, Refused } from '../lib/http.js';

const form = $('import');

const mostLines = 100;

/** @param count how many places there are; the server names the first of them */
function show(text, { places = [], count = places.length, failed = false } = {}) {
  const outcome = form.querySelector('.outcome');
  outcome.textContent = text;
  outcome.classList.toggle('error', failed);
  const lines = places.slice(0, mostLines).map(({ place, reason }) => element('li', {}, `${place} ${reason}`.trim()));
  if (count > lines.length) lines.push(element('li', {}, form.dataset.more.replace('$1', count - lines.length)));
  $('import-errors').replaceChildren(...lines);
}

async function send() {
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

form?.addEventListener('submit', async (event) => {
  event.preventDefault();
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
  } finally {
    button.disabled = false;
  }
});
