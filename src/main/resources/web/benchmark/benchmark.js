import { $ } from '../lib/dom.js';
import { call, Refused } from '../lib/http.js';
import { listRecords } from '../lib/report.js';

const form = $('import');

function show(text, { places = [], count = places.length, failed = false } = {}) {
  const outcome = form.querySelector('.outcome');
  outcome.textContent = text;
  outcome.classList.toggle('error', failed);
  const lines = places.map(({ place, reason }) => `${place} ${reason}`);
  listRecords($('import-errors'), lines, count, form.dataset.more);
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
