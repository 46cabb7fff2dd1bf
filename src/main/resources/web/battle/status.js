import { $ } from '../lib/dom.js';
import { words } from './words.js';

/** Shows what has happened and has it read out. */
export function showStatus(text, isError = false) {
  $('status').textContent = text;
  $('status').className = isError ? 'refused' : '';
}

/** Has it read out only: the cards show it at the same time. */
export function announce(text) {
  $('status').textContent = text;
  $('status').className = 'visually-hidden';
}

/** The connection is there again: takes back that it was lost. */
export function showConnected() {
  if ($('status').textContent === words.connectionLost) showStatus('');
}

/** Copies an answer as its model wrote it. */
export async function copyAnswer(answer) {
  try {
    await navigator.clipboard.writeText(answer.text);
    showStatus(words.copied);
  } catch {
    // The browser refused; the text can still be selected.
  }
}
