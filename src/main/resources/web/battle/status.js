import { $ } from '../lib/dom.js';
import { words } from './words.js';

/** Shows a message, which screen readers announce. */
export function showStatus(text, isError = false) {
  $('status').textContent = text;
  $('status').className = isError ? 'refused' : '';
}

/** Announces a message to screen readers only, because the cards show it. */
export function announce(text) {
  $('status').textContent = text;
  $('status').className = 'visually-hidden';
}

/** Removes the message about a lost connection. */
export function showConnected() {
  if ($('status').textContent === words.connectionLost) showStatus('');
}

/** Copies an answer's Markdown source. */
export async function copyAnswer(answer) {
  try {
    await navigator.clipboard.writeText(answer.text);
    showStatus(words.copied);
  } catch {
    // The browser refused access to the clipboard; the text can still be selected.
  }
}
