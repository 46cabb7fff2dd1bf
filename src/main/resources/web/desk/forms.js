import { $ } from '../lib/dom.js';
import { call, Unreachable } from '../lib/http.js';
import { valuesOf } from './fields.js';
import { offer } from './models.js';
import { RESULTS } from './results.js';
import { words } from './words.js';

// A form that carries data-send (the method) and data-to (the address) is sent as JSON. What follows is one of
//   data-show      the result in words, by its name in results.js
//   data-offer     the result's models as a list in the element with that id
//   data-saved     "Saved."
//   data-follow    the page that the result names
//   data-then      that page; without any of these the same page again
// data-changes sends only what was changed, data-confirm asks first, data-token adds the token of the page's address.

const fieldsOf = (form) => [...form.querySelectorAll(':is(input, select, textarea)[name]')];
const shownValue = (field) => (field.type === 'checkbox' ? String(field.checked) : field.value);

function remember(form) {
  for (const field of fieldsOf(form)) field.dataset.was = shownValue(field);
}

function body(form) {
  // Sends only the changed fields, so that another admin's changes meanwhile are kept.
  const untouched = (field) => 'changes' in form.dataset && field.dataset.was === shownValue(field);
  const values = valuesOf(fieldsOf(form).filter((field) => !field.closest('[hidden]') && !untouched(field)));
  if ('token' in form.dataset) values.token = new URLSearchParams(location.search).get('token') ?? '';
  return Object.keys(values).length > 0 ? values : undefined;
}

function mark(form, violations) {
  for (const field of form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
  for (const { field } of violations) {
    const wrong = [...form.elements].find((element) => element.name === field);
    wrong?.closest('details')?.setAttribute('open', '');
    wrong?.setAttribute('aria-invalid', 'true');
    wrong?.focus();
  }
}

/** Sends the form and returns the text for its outcome. */
async function send(form, outcome) {
  const { send: method, to, show, offer: list, then } = form.dataset;
  const result = await call(method, to, body(form));
  mark(form, []);
  if (show) return RESULTS[show](result, outcome.dataset);
  if (list) return offer($(list), result.models);
  if ('saved' in form.dataset) {
    remember(form);
    return words.saved;
  }
  location.assign('follow' in form.dataset ? result.page : then || location.href);
  return '';
}

async function submit(form) {
  if (form.dataset.confirm && !confirm(form.dataset.confirm)) return;
  const button = form.querySelector('button[type=submit]');
  const outcome = form.querySelector('.outcome');
  button.disabled = true;
  outcome.textContent = words.working ?? '…';
  outcome.classList.remove('error');
  try {
    outcome.textContent = await send(form, outcome);
  } catch (error) {
    outcome.textContent = error instanceof Unreachable ? words.lost : error.message;
    outcome.classList.add('error');
    mark(form, error.problem?.violations ?? []);
  } finally {
    button.disabled = false;
  }
}

for (const box of document.querySelectorAll('input[data-reveal]')) {
  const passwords = box.form.querySelectorAll('input[type=password]');
  box.addEventListener('change', () => {
    for (const field of passwords) field.type = box.checked ? 'text' : 'password';
  });
}

for (const form of document.querySelectorAll('form[data-send]')) {
  remember(form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(form);
  });
}
