import { $, element } from '../lib/dom.js';
import { call } from '../lib/http.js';
import { explain } from './errors.js';
import { words } from './words.js';

const sides = [...document.querySelectorAll('#why fieldset')];

for (const side of sides) {
  for (const { dataset, textContent } of document.querySelectorAll('#reason-words li')) {
    const box = element('input', { type: 'checkbox', value: dataset.reason });
    side.append(element('label', { className: 'chip' }, box, element('span', { textContent })));
  }
}

const checked = (side) => [...side.querySelectorAll(':checked')].map((box) => box.value);

/** The chosen reasons of both sides, and the comment if there is one. */
export function reasons() {
  const comment = $('comment').value.trim();
  return { reasonsA: checked(sides[0]), reasonsB: checked(sides[1]), ...(comment && { comment }) };
}

/** Shows the reasons and the comment of a vote. */
export function showReasons({ reasonsA, reasonsB, comment }) {
  [reasonsA, reasonsB].forEach((values, i) => {
    for (const box of sides[i].querySelectorAll('input')) box.checked = values?.includes(box.value) ?? false;
  });
  $('comment').value = comment ?? '';
}

/** Empties the form for another battle. */
export function resetReasons() {
  $('why').open = false;
  $('noted').textContent = '';
  showReasons({});
}

/** Sends reasons chosen after the vote; earlier ones are sent with the vote. */
export function listenToReasons(battle) {
  const amend = async (more) => {
    if (!battle.reveal) return;
    const chosen = { reasonsA: checked(sides[0]), reasonsB: checked(sides[1]), ...more };
    try {
      await call('PATCH', battle.path('/vote'), chosen);
      $('noted').textContent = words.noted;
    } catch (error) {
      $('noted').textContent = explain(error);
    }
  };
  for (const side of sides) side.addEventListener('change', () => amend({}));
  $('comment-save').addEventListener('click', () => amend({ comment: $('comment').value }));
}
