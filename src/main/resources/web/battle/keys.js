import { $ } from '../lib/dom.js';
import { ballots } from './controls.js';

// An arrow goes to its outcome, and the same one again, or Enter, casts it: a page is scrolled by arrows too.
const ARROWS = { ArrowLeft: 0, ArrowRight: 1, ArrowUp: 2, ArrowDown: 3 };
const held = (event) => event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat;

/** The keys of the page: Enter sends, 1 to 4 and the arrows vote, N goes on. */
export function listenToKeys(battle, { ask, vote, next }) {
  $('prompt').addEventListener('keydown', (event) => {
    // 229 is what Safari sends for the Enter that ends a conversion.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
      event.preventDefault();
      ask();
    }
  });
  $('bar').addEventListener('keydown', (event) => {
    const ballot = ballots[ARROWS[event.key]];
    if (!ballot || !battle.canVote || held(event)) return;
    event.preventDefault();
    if (document.activeElement === ballot) vote(ballot.dataset.outcome);
    else ballot.focus();
  });
  document.addEventListener('keydown', (event) => {
    if (held(event) || document.querySelector('dialog[open]')) return;
    if (event.target.closest?.('input:not([type="checkbox"]), textarea, select')) return;
    if ('1234'.includes(event.key)) vote(ballots['1234'.indexOf(event.key)].dataset.outcome);
    if (event.key.toLowerCase() === 'n' && !$('result').hidden) next();
  });
}
