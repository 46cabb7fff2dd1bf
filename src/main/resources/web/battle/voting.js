import { $ } from '../lib/dom.js';
import { call } from '../lib/http.js';
import { callWithEffort } from './effort.js';
import { reasons, showReasons } from './reasons.js';
import { showStatus } from './status.js';
import { unfollow } from './stream.js';
import { followBoard, OUTCOMES, showStanding, showVerdict } from './verdict.js';
import { say } from './words.js';

const HOLD_MILLIS = 3000;
const still = matchMedia('(prefers-reduced-motion: reduce)');
let timer;

/**
 * Holds a chosen outcome for three seconds before it calls back to send it, so that a slip can be undone before the
 * names are revealed.
 */
export function hold(battle, outcome, send) {
  clearTimeout(timer);
  timer = setTimeout(send, HOLD_MILLIS);
  battle.hold(outcome);
  $('held-words').textContent = say('held', OUTCOMES[outcome]);
  if (!still.matches) {
    $('held-left').animate([{ transform: 'scaleX(1)' }, { transform: 'scaleX(0)' }], HOLD_MILLIS);
  }
  $('undo').focus({ preventScroll: true });
}

/** Discards the held outcome. */
export function release(battle) {
  clearTimeout(timer);
  if (battle.held !== null) battle.hold(null);
}

/** Sends the vote and shows who the models were. */
export async function castVote(battle, outcome) {
  const { id } = battle;
  const reveal = await callWithEffort('POST', battle.path('/vote'), { outcome, ...reasons() });
  if (id !== battle.id) return;
  unfollow();
  battle.conclude(reveal);
  $('turns').classList.remove('live');
  showVerdict(reveal);
  showReasons(reveal);
  showStatus('');
  // The verdict sticks to the bottom of the screen, so the page needn't scroll.
  $('result').focus({ preventScroll: true });
  fetchDetails(battle).catch(() => {
    // The vote is stored; a reload shows the missing details.
  });
}

/** Shows the verdict of an earlier vote. */
export function showVoted(battle, { reveal, standing }) {
  showVerdict(reveal);
  showReasons(reveal);
  showPair(battle, { reveal, standing });
}

/** Fetches what the server withholds until the vote: reasoning, tokens and seconds, and how the pair stands. */
async function fetchDetails(battle) {
  const { id } = battle;
  const known = await call('GET', battle.path());
  if (id !== battle.id) return;
  battle.describe(known);
  showPair(battle, known);
}

function showPair(battle, { reveal, standing }) {
  const path = battle.path();
  showStanding(reveal, standing);
  import('./receipt.js')
    .then(({ showReceipt }) => showReceipt(battle, reveal.promise))
    .catch(() => {
      // The vote is stored; without that code the page says nothing of the log.
    });
  if (reveal.counted) followBoard(reveal, standing.taken, async () => (await call('GET', path)).standing);
}
