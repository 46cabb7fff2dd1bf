import { $ } from '../lib/dom.js';
import { draftOf, keepDraft } from './draft.js';
import { count, rules, say } from './words.js';

const limit = Number(rules.limit);

/** True if the prompt exceeds the limit. */
export const tooLong = () => $('prompt').value.length > limit;

/** Shows the number of characters left when few remain; the text is never truncated. */
function measure() {
  const left = limit - $('prompt').value.length;
  $('left').hidden = left > limit / 10 || left >= 1000;
  $('left').textContent = say(left < 0 ? 'tooLong' : 'left', count(Math.abs(left)));
  $('left').classList.toggle('error', left < 0);
}

export function write(text) {
  $('prompt').value = text;
  measure();
}

/** Restores the draft of a battle, or with null that of the next new battle. */
export const restore = (battle) => write(draftOf(battle));

/** Saves what is typed as the open battle's draft, and calls back after each change. */
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
