import { $ } from '../lib/dom.js';
import { allCards } from './card.js';
import { tooLong } from './prompt.js';
import { rules, words } from './words.js';

/** The four buttons that vote. */
export const ballots = [...document.querySelectorAll('[data-outcome]')];

/** Shows the parts of the page that fit the battle's state. */
export function drawControls(battle) {
  const { turn, blind, busy, over, ended, canVote, waits } = battle;
  const banned = rules.banned === 'true';
  $('question').classList.toggle('visually-hidden', turn > 0 || banned);
  $('first').hidden = battle.id !== null || banned;
  $('bar').hidden = turn === 0 || over;
  $('bar').classList.toggle('ready', canVote);
  $('not-ranked').hidden = blind;
  $('stop').hidden = !battle.running;
  for (const ballot of ballots) {
    ballot.hidden = !blind;
    ballot.disabled = !canVote || busy;
  }
  for (const card of allCards()) card.offerRetry(battle.canRetry(card.answer));
  $('result').hidden = !ended;
  // Reasons can be given before the vote, which sends them along, and after it.
  $('why').hidden = !canVote && !battle.reveal;
  $('comment-save').hidden = !over;
  $('ask').hidden = ended || banned;
  $('ask').classList.toggle('follow-up', turn > 0);
  $('named').hidden = turn > 0;
  $('send').disabled = busy || waits || tooLong();
  $('keys').textContent = waits ? words.keysWait : words.keys;
  $('prompt-label').textContent = turn > 0 ? words.followUp : words.firstPrompt;
  $('prompt').rows = turn > 0 ? 2 : 5;
}
