import { $, onSubmit } from '../lib/dom.js';
import { at } from '../lib/home.js';
import { call, Refused } from '../lib/http.js';

const form = $('delete');

/** Deletes the project whose short name was typed. */
async function remove() {
  const { confirm } = form.elements;
  const outcome = form.querySelector('.outcome');
  const fail = (text) => {
    outcome.textContent = text;
    outcome.classList.add('error');
    confirm.setAttribute('aria-invalid', 'true');
    confirm.focus();
  };
  if (confirm.value.trim() !== form.dataset.slug) {
    fail(form.dataset.different);
    return;
  }
  try {
    await call('DELETE', `${form.dataset.to}?confirm=${encodeURIComponent(form.dataset.slug)}`);
    location.assign(at(form.dataset.then));
  } catch (error) {
    fail(error instanceof Refused ? error.message : $('words').dataset.lost);
  }
}

if (form) onSubmit(form, remove);
