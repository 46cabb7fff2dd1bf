import { $, element } from '../lib/dom.js';
import { call, Refused } from '../lib/http.js';

const form = $('import');

function show(text, errors = []) {
  const outcome = form.querySelector('.outcome');
  outcome.textContent = text;
  outcome.classList.toggle('error', errors.length > 0);
  const lines = errors.map(({ place, reason }) => element('li', {}, `${place} ${reason}`.trim()));
  $('import-errors').replaceChildren(...lines);
}

async function send() {
  const { format, file, model } = form.elements;
  const query = new URLSearchParams({ format: format.value });
  if (model.value.trim()) query.set('model', model.value.trim());
  const { read, imported, duplicates } = await call('POST', `/api/admin/benchmarks/import?${query}`, file.files[0]);
  show(form.dataset.done.replace('$1', read).replace('$2', imported).replace('$3', duplicates));
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
    show(
      refused ? form.dataset.refused : form.dataset.lost,
      errors ?? [{ place: '', reason: refused ? error.message : '' }],
    );
  } finally {
    button.disabled = false;
  }
});
