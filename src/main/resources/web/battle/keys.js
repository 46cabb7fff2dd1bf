import { $ } from '../lib/dom.js';
import { ballots } from './controls.js';

// Arrow keys also scroll, so the first press only focuses an outcome; the same key again, or Enter, votes.
const ARROWS = { ArrowLeft: 0, ArrowRight: 1, ArrowUp: 2, ArrowDown: 3 };
const held = (event) => event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat;

/** Enter and Escape undo a vote that is still held, unless the focus is in the reasons or in a dialog. */
function listenToUndo(battle, undo) {
  const listen = (event) => {
    if (battle.held === null || !['Enter', 'Escape'].includes(event.key) || event.isComposing) return;
    if (event.target.closest?.('#why, dialog')) return;
    event.preventDefault();
    event.stopPropagation();
    // A repeated event comes from the key press that chose the outcome.
    if (!event.repeat) undo();
  };
  document.addEventListener('keydown', listen, true);
}

/** Without keys for Shift+Enter, Enter begins a new line, and the button sends. */
const TOUCH = matchMedia('(hover: none) and (pointer: coarse)');

/** Keyboard shortcuts: Enter sends a prompt, 1 to 4 and the arrows choose an outcome, N starts the next battle. */
export function listenToKeys(battle, { ask, vote, undo, next }) {
  listenToUndo(battle, undo);
  $('prompt').addEventListener('keydown', (event) => {
    // Safari sends key code 229 for the Enter that ends an IME conversion.
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key === 'Enter' && !event.shiftKey && !composing && !TOUCH.matches) {
      event.preventDefault();
      ask();
    }
  });
  $('bar').addEventListener('keydown', (event) => {
    const ballot = ballots[ARROWS[event.key]];
    if (!ballot || !battle.canVote || held(event)) return;
    event.preventDefault();
    if ([document.activeElement?.dataset.outcome, battle.held].includes(ballot.dataset.outcome))
      vote(ballot.dataset.outcome);
    else ballot.focus();
  });
  document.addEventListener('keydown', (event) => {
    if (held(event) || document.querySelector('dialog[open]')) return;
    if (event.target.closest?.('input:not([type="checkbox"]), textarea, select')) return;
    if ('1234'.includes(event.key)) vote(ballots['1234'.indexOf(event.key)].dataset.outcome);
    if (event.key.toLowerCase() === 'n' && !$('result').hidden) next();
  });
}
