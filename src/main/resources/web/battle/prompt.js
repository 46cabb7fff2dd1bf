import { $ } from '../lib/dom.js';
import { draftOf, keepDraft } from './draft.js';
import { count, rules, say } from './words.js';

const limit = Number(rules.limit);

/** True if the prompt is longer than may be sent. */
export const tooLong = () => $('prompt').value.length > limit;

/** Shows how much room is left once it gets short; nothing is ever cut off. */
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

/** Puts back what was typed for that battle, or with null for the next one. */
export const restore = (battle) => write(draftOf(battle));

/** Keeps what is typed as the draft of the open battle, and calls back after each change. */
export function listenToPrompt(battle, changed) {
  const keep = () => {
    keepDraft(battle.id, $('prompt').value);
    measure();
    changed();
  };
  $('prompt').addEventListener('input', keep);
  for (const idea of document.querySelectorAll('[data-prompt]')) {
    idea.addEventListener('click', () => {
      write(idea.dataset.prompt);
      keep();
      $('prompt').focus();
    });
  }
}
