import { $, onSubmit } from '../lib/dom.js';
import { at } from '../lib/home.js';
import { call } from '../lib/http.js';
import { cancellable } from './cancel.js';
import { valuesOf } from './fields.js';
import { answering, offer } from './models.js';
import { RESULTS } from './results.js';
import { messageOf, words } from './words.js';

// A form that carries data-send (the method) and data-to (the address) is sent as JSON. What follows is one of
//   data-show      the result in words, by its name in results.js
//   data-offer     the result's models as a list in the element with that id
//   data-saved     "Saved.", with data-then on that page, when it is shown again; its value names another element for it
//   data-follow    the page that the result names
//   data-then      that page; without any of these the same page again
// data-insist names a flag that is added, once the question data-insist-question is answered, if the server refuses by the
// code data-insist-after. data-changes sends only what was changed, data-confirm asks first, data-add-paused is the
// question for a model whose endpoint fails its test, data-token adds the token of the page's address. A
// button with data-cancel is shown while the call runs.

const SAVED = 'saved';

const fieldsOf = (form) => [...form.querySelectorAll(':is(input, select, textarea)[name]')];
const shownValue = (field) => (field.type === 'checkbox' ? String(field.checked) : field.value);

function remember(form) {
  for (const field of fieldsOf(form)) field.dataset.was = shownValue(field);
}

function body(form) {
  const fields = fieldsOf(form).filter((field) => !field.closest('[hidden]'));
  // Sends only the changed fields, so that another admin's changes meanwhile are kept. Parts of one value go together.
  const whole = (field) => field.name.split('.')[0];
  const touched = new Set(fields.filter((field) => field.dataset.was !== shownValue(field)).map(whole));
  const values = valuesOf(fields.filter((field) => !('changes' in form.dataset) || touched.has(whole(field))));
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

/** Sends the values, and once more with the form's flag if the server refuses them and somebody insists. */
async function insist(form, values, signal) {
  const { send: method, to, insist: flag, insistAfter, insistQuestion } = form.dataset;
  try {
    return await call(method, to, values, signal);
  } catch (error) {
    if (!flag || error.problem?.code !== insistAfter || !confirm(`${error.message}\n\n${insistQuestion}`)) throw error;
    return call(method, to, { ...values, [flag]: true }, signal);
  }
}

/** Sends the form and returns the text for its outcome. */
async function send(form, outcome) {
  const { show, offer: list, then } = form.dataset;
  const cancel = form.querySelector('[data-cancel]');
  const values = 'addPaused' in form.dataset ? await answering(body(form), $('cancel-test')) : body(form);
  const result = await cancellable(cancel, (signal) => insist(form, values, signal));
  mark(form, []);
  if (show) return RESULTS[show](result, outcome.dataset);
  if (list) return offer($(list), result.models);
  if ('saved' in form.dataset) {
    remember(form);
    if (!then) return words.saved;
    sessionStorage.setItem(SAVED, form.dataset.saved || form.id);
  }
  const next = 'follow' in form.dataset ? result.page : then;
  location.assign(next ? at(next) : location.href);
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
    outcome.textContent = messageOf(error);
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
  onSubmit(form, () => submit(form));
}

const saved = $(sessionStorage.getItem(SAVED));
if (saved) {
  sessionStorage.removeItem(SAVED);
  (saved.matches('form') ? saved.querySelector('.outcome') : saved).textContent = words.saved;
}
