import { $, element } from '../lib/dom.js';
import { Card } from './card.js';
import { listenToStep } from './reading.js';

/** Draws a prompt with the cards of its two answers at the end of the battle. */
export function drawTurn(prompt, answers, { beginWith, ...cardActions }) {
  const item = $('turn').content.firstElementChild.cloneNode(true);
  const shown = item.querySelector('.prompt');
  shown.textContent = prompt;
  item.querySelector('.edit').addEventListener('click', () => beginWith(prompt));
  item.querySelector('.anew').addEventListener('click', () => beginWith(prompt, true));
  // Only the first prompt can begin another battle; later ones refer to earlier answers.
  item.querySelector('.again').hidden = answers[0].turn > 1;
  for (const answer of answers) new Card(answer, item.querySelector(`[data-side=${answer.side}]`), cardActions);
  listenToStep(item);
  $('turns').append(item);
  if (shown.scrollHeight > shown.clientHeight) shown.tabIndex = 0;
}

/** Adds a remark below the newest prompt. */
export function noteOnPrompt(text) {
  $('turns')
    .lastElementChild.querySelector('.prompt-bar')
    .append(element('p', { className: 'notice', textContent: text }));
}
