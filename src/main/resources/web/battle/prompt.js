import { keep, kept } from './draft.js';
import { count, say, words } from './words.js';

const $ = (id) => document.getElementById(id);
const limit = Number(words.limit);

/** Whether the prompt is longer than may be sent. */
export const tooLong = () => $('prompt').value.length > limit;

/** Says how much room is left once it gets short; nothing is ever cut off. */
function measure() {
  const left = limit - $('prompt').value.length;
  $('left').hidden = left > limit / 10 || left >= 1000;
  $('left').textContent = say(left < 0 ? 'tooLong' : 'left', count(Math.abs(left)));
  $('left').classList.toggle('error', left < 0);
}

/** Puts a text into the box. */
export function write(text) {
  $('prompt').value = text;
  measure();
}

/** Puts back what was typed for that battle, or for the next one. */
export const restore = (battle) => write(kept(battle));

/** Keeps what is typed, for the battle that {@code id} tells, and calls back after each change. */
export function listenToPrompt(id, changed) {
  const took = () => { keep(id(), $('prompt').value); measure(); changed(); };
  $('prompt').addEventListener('input', took);
  for (const idea of document.querySelectorAll('[data-prompt]')) {
    idea.addEventListener('click', () => {
      write(idea.dataset.prompt);
      took();
      $('prompt').focus();
    });
  }
}
