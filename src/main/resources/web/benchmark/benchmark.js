// A file goes as it is to the import; what comes back is put in as text only.
const form = document.getElementById('import');

function tell(text, errors = []) {
  const outcome = form.querySelector('.outcome');
  outcome.textContent = text;
  outcome.classList.toggle('error', errors.length > 0);
  document.getElementById('import-errors').replaceChildren(...errors.map(({ place, reason }) => {
    const item = document.createElement('li');
    item.textContent = `${place} ${reason}`.trim();
    return item;
  }));
}

async function send() {
  const { format, file, model } = form.elements;
  const query = new URLSearchParams({ format: format.value });
  if (model.value.trim()) query.set('model', model.value.trim());
  const answer = await fetch(`/api/admin/benchmarks/import?${query}`, {
    method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: file.files[0],
  });
  const told = await answer.json();
  if (answer.ok) {
    tell(form.dataset.done.replace('$1', told.read).replace('$2', told.imported).replace('$3', told.duplicates));
  } else {
    tell(form.dataset.refused, told.errors ?? [{ place: '', reason: told.detail ?? `${answer.status}` }]);
  }
}

form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = form.querySelector('button');
  button.disabled = true;
  tell(form.dataset.working);
  try { await send(); } catch { tell(form.dataset.lost, [{ place: '', reason: '' }]); } finally { button.disabled = false; }
});
