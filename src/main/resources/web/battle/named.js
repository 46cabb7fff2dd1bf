import { $ } from '../lib/dom.js';
import { at } from '../lib/home.js';
import { call } from '../lib/http.js';

const choices = [$('named-a'), $('named-b')];
let listed = null;

async function list() {
  const { models } = await call('GET', '/api/models');
  for (const choice of choices) {
    choice.append(...models.filter((model) => model.enabled).map((model) => new Option(model.name, model.slug)));
  }
}

/** Fills the lists on first use. */
function filled() {
  listed ??= list().catch(() => {
    listed = null;
  });
  return listed;
}

/** Selects the models named in the page's address. */
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

/** The chosen models as members of the request that begins a battle; {} to let the server draw them. */
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
  history.replaceState(null, '', at(address.size ? `/?${address}` : '/'));
  // One model alone is no pair, so the other list becomes required.
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
