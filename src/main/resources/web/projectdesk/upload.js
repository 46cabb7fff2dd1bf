import { onSubmit } from '../lib/dom.js';
import { Refused, upload } from '../lib/http.js';
import { listRecords } from '../lib/report.js';

const parametersOf = ({ format, model, partial }) => {
  const parameters = new URLSearchParams({ format: format.value });
  if (model?.value.trim()) parameters.set('model', model.value.trim());
  if (partial?.checked) parameters.set('partial', 'true');
  return parameters;
};

function show(form, text, records = [], failed = false) {
  const outcome = form.querySelector('.outcome');
  outcome.textContent = text;
  outcome.classList.toggle('error', failed);
  const places = records.map(({ record, reason }) => ({
    place: record ? form.dataset.record.replace('$1', record) : '',
    reason,
  }));
  listRecords(form.querySelector('.report'), places, places.length, form.dataset.more);
}

/** Uploads one file after another; the first that is refused ends it. */
async function send(form) {
  const { file } = form.elements;
  const sums = [0, 0, 0];
  let own = 0;
  for (const one of file.files) {
    const { read, stored, known, naming } = await upload(
      `${form.dataset.to}?${parametersOf(form.elements)}`,
      one,
      () => {},
    );
    [read, stored, known].forEach((figure, i) => {
      sums[i] += figure;
    });
    own += naming;
  }
  const done = sums.reduce((text, sum, i) => text.replace(`$${i + 1}`, sum), form.dataset.done);
  return own ? `${done} ${form.dataset.naming.replace('$1', own)}` : done;
}

async function submit(form) {
  const button = form.querySelector('button');
  button.disabled = true;
  show(form, form.dataset.uploading);
  try {
    show(form, await send(form));
  } catch (error) {
    const refused = error instanceof Refused;
    const records = refused ? (error.problem.errors ?? [{ reason: error.message }]) : [];
    show(form, refused ? form.dataset.refused : form.dataset.lost, records, true);
  } finally {
    button.disabled = false;
  }
}

for (const form of document.querySelectorAll('form.project-upload')) onSubmit(form, () => submit(form));
