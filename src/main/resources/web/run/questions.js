import { $, onSubmit } from '../lib/dom.js';
import { call } from '../lib/http.js';

const form = $('load');

async function load() {
  const { benchmark, version, subject, file } = form.elements;
  const query = new URLSearchParams({ benchmark: benchmark.value, version: version.value });
  if (subject.value) query.set('subject', subject.value);
  await call('POST', `/api/admin/benchmarks/questions?${query}`, file.files[0]);
  location.reload();
}

async function show() {
  const outcome = form.querySelector('.outcome');
  outcome.classList.remove('error');
  try {
    await load();
    outcome.textContent = form.dataset.loaded;
  } catch (error) {
    outcome.textContent = error.message;
    outcome.classList.add('error');
  }
}

if (form) onSubmit(form, show);
