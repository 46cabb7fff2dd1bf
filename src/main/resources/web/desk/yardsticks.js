import { $, onSubmit } from '../lib/dom.js';
import { at } from '../lib/home.js';
import { Refused, upload } from '../lib/http.js';
import { listRecords } from '../lib/report.js';

const form = $('yardstick-import');

function fail(error) {
  const { refused, lost, more } = form.dataset;
  const outcome = form.querySelector('.outcome');
  outcome.classList.add('error');
  outcome.textContent = error instanceof Refused ? refused : lost;
  if (!(error instanceof Refused)) return;
  const records = error.problem.errors ?? [{ reason: error.message }];
  const places = records.map(({ record, field, reason }) => ({
    place: [record, field].filter(Boolean).join(' '),
    reason,
  }));
  listRecords(form.querySelector('.report'), places, places.length, more);
}

async function importFile() {
  const button = form.querySelector('button');
  const outcome = form.querySelector('.outcome');
  const query = new URLSearchParams();
  for (const name of ['name', 'source', 'date', 'license', 'licenseNote']) query.set(name, form.elements[name].value);
  button.disabled = true;
  outcome.classList.remove('error');
  outcome.textContent = '…';
  form.querySelector('.report').replaceChildren();
  try {
    const report = await upload(`${form.dataset.to}?${query}`, form.elements.file.files[0], () => {});
    outcome.textContent = form.dataset.done.replace('$1', report.models).replace('$2', report.categories.length);
    location.assign(at(form.dataset.then));
  } catch (error) {
    fail(error);
  } finally {
    button.disabled = false;
  }
}

if (form) onSubmit(form, importFile);
