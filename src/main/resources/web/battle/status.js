import { words } from './words.js';

const status = document.getElementById('status');

/** Says what has happened, to be seen and heard. */
export function tell(text, isError = false) {
  status.textContent = text;
  status.className = isError ? 'refused' : '';
}

/** For those who can't see what the cards show at the same time. */
export function announce(text) {
  status.textContent = text;
  status.className = 'visually-hidden';
}

/** The connection is there again: what was said of its loss is out of date. */
export function foundAgain() {
  if (status.textContent === words.lost) tell('');
}

/** Copies an answer as its model wrote it. */
export async function copied(answer) {
  try {
    await navigator.clipboard.writeText(answer.text);
    tell(words.copied);
  } catch { /* the browser said no; the text can still be selected */ }
}
