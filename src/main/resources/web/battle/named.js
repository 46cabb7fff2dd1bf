import { $ } from '../lib/dom.js';
import { call } from '../lib/http.js';

const choices = [$('named-a'), $('named-b')];
let listed = null;

async function list() {
  const { models } = await call('GET', '/api/models');
  for (const choice of choices) {
    choice.append(...models.filter((model) => model.enabled).map((model) => new Option(model.name, model.slug)));
  }
}

/** Fills the lists once, when they are first needed. */
function filled() {
  listed ??= list().catch(() => {
    listed = null;
  });
  return listed;
}

/** Chooses the models that the page's address names. */
export async function fromAddress() {
  const address = new URLSearchParams(location.search);
  const wanted = [address.get('a'), address.get('b')];
  if (wanted[0] || wanted[1]) {
    $('named').open = true;
    await filled();
  }
  choices.forEach((choice, i) => {
    choice.value = wanted[i] ?? '';
    if (choice.selectedIndex < 0) choice.value = '';
  });
}

/** The chosen models for the call that begins a battle; {} if the server is to draw them. */
export function chosen() {
  const [modelA, modelB] = choices.map((choice) => choice.value);
  return modelA || modelB ? { modelA: modelA || null, modelB: modelB || null } : {};
}

/** The names of the chosen models. */
export function chosenNames() {
  return choices.map((choice) => choice.selectedOptions[0]?.text);
}

function toAddress() {
  const address = new URLSearchParams(location.search);
  choices.forEach((choice, i) => {
    if (choice.value) address.set('ab'[i], choice.value);
    else address.delete('ab'[i]);
  });
  history.replaceState(null, '', address.size ? `/?${address}` : '/');
  // One alone is no pair: the other list must say so before anything is sent.
  choices.forEach((choice, i) => {
    const other = choices[1 - i].value;
    choice.required = Boolean(other);
    for (const option of choice.options) option.disabled = Boolean(option.value) && option.value === other;
  });
}

$('named').addEventListener('toggle', () => {
  if ($('named').open) filled();
});
for (const choice of choices) choice.addEventListener('change', toAddress);
