import { $ } from '../lib/dom.js';
import { allCards } from './card.js';
import { tooLong } from './prompt.js';
import { drawTabs } from './tabs.js';
import { rules, say, words } from './words.js';

/** The four voting buttons. */
export const ballots = [...document.querySelectorAll('[data-outcome]')];

/** Shows what is missing before a vote, or that the battle can be voted on. */
function voteNote({ current, running, broken, phase, unopened }) {
  if (running) return words.voteWaits;
  if (broken.some((answer) => answer.lost)) return words.answerFailedFinal;
  if (broken.length > 0) return say(broken.length === 1 ? 'voteBroken' : 'voteBrokenBoth', broken[0].side);
  if (phase !== 'ready' || current.length === 0) return words.voteWaits;
  return unopened ? say('voteUnopened', unopened) : words.ready;
}

/** Shows the parts of the page that fit the battle's state. */
export function drawControls(battle) {
  const { turn, blind, busy, over, ended, canVote, waits, held } = battle;
  const banned = rules.banned === 'true';
  $('question').classList.toggle('visually-hidden', turn > 0 || banned);
  $('intro').hidden = turn > 0 || banned;
  $('demos')?.classList.toggle('during', turn > 0);
  $('first').hidden = battle.id !== null || banned;
  $('bar').hidden = turn === 0 || over;
  $('bar').classList.toggle('ready', canVote);
  $('not-ranked').hidden = blind;
  $('stop').hidden = !battle.running;
  $('stop').disabled = busy;
  for (const ballot of ballots) {
    ballot.hidden = !blind;
    ballot.disabled = !canVote || busy;
    ballot.setAttribute('aria-pressed', String(ballot.dataset.outcome === held));
  }
  const retryable = battle.current.find((answer) => battle.canRetry(answer));
  $('retry').hidden = !retryable;
  $('retry').disabled = busy;
  if (retryable) $('retry').textContent = say('retry', retryable.side);
  $('vote-note').hidden = !blind;
  $('vote-note').textContent = voteNote(battle);
  $('held').hidden = held === null;
  drawTabs(battle);
  for (const card of allCards()) card.offerRetry(battle.canRetry(card.answer), busy);
  $('result').hidden = !ended;
  // Reasons chosen before the vote are sent with it; later ones separately.
  $('why').hidden = battle.phase !== 'ready' && !battle.reveal;
  $('comment-save').hidden = !over;
  $('ask').hidden = ended || banned;
  $('ask').classList.toggle('follow-up', turn > 0);
  $('named').hidden = turn > 0;
  $('send').disabled = busy || waits || held !== null || tooLong();
  $('keys').textContent = waits ? words.keysWait : words.keys;
  $('prompt-label').textContent = turn > 0 ? words.followUp : words.firstPrompt;
  $('prompt').rows = turn > 0 ? 2 : 3;
  $('prompt').placeholder = turn > 0 ? words.placeholderFollowUp : words.placeholder;
}
