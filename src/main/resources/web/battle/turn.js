import { Answer } from './answer.js';

const $ = (id) => document.getElementById(id);

/** Draws a prompt with its two cards at the end of the battle; returns the cards. */
export function drawTurn(number, prompt, { beginWith, copied, retry, flag }) {
  const item = $('turn').content.firstElementChild.cloneNode(true);
  const said = item.querySelector('.prompt');
  said.textContent = prompt;
  item.querySelector('.edit').addEventListener('click', () => beginWith(prompt));
  item.querySelector('.anew').addEventListener('click', () => beginWith(prompt, true));
  // Only a battle's first prompt can begin another one: the others lean on what was answered before.
  item.querySelector('.again').hidden = number > 1;
  const sides = [...item.querySelectorAll('.answer')].map((panel) => new Answer(number, panel, { copied, retry, flag }));
  $('turns').append(item);
  if (said.scrollHeight > said.clientHeight) said.tabIndex = 0;
  return sides;
}

/** Says something about the newest prompt, below it. */
export function noteOnPrompt(text) {
  const note = document.createElement('p');
  note.className = 'notice';
  note.textContent = text;
  $('turns').lastElementChild.querySelector('.asked').append(note);
}
