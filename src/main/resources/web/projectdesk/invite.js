import { $, onSubmit } from '../lib/dom.js';
import { at } from '../lib/home.js';
import { call, Refused } from '../lib/http.js';

const form = $('invite');

async function invite() {
  const { label, places, quota, signIn, group } = form.elements;
  const outcome = form.querySelector('.outcome');
  const body = { label: label.value, places: Number(places.value) };
  if (quota.value) body.quota = Number(quota.value);
  if (signIn.checked) body.signIn = true;
  if (group?.value) body.group = group.value;
  outcome.classList.remove('error');
  try {
    const { path } = await call('POST', form.dataset.to, body);
    outcome.textContent = `${form.dataset.copy} ${location.origin}${at(path)}`;
  } catch (error) {
    outcome.textContent = error instanceof Refused ? error.message : $('words').dataset.lost;
    outcome.classList.add('error');
  }
}

if (form) onSubmit(form, invite);
