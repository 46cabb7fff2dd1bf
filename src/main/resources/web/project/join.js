import { $, onSubmit } from '../lib/dom.js';
import { at } from '../lib/home.js';
import { call, Refused } from '../lib/http.js';

const form = $('join');

async function join() {
  const outcome = form.querySelector('.outcome');
  try {
    const { page } = await call('POST', '/api/projects/join', { token: form.dataset.token });
    location.assign(at(page));
  } catch (error) {
    outcome.textContent = error instanceof Refused ? error.message : form.dataset.lost;
    outcome.classList.add('error');
  }
}

if (form) onSubmit(form, join);
