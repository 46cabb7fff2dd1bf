import { $ } from '../lib/dom.js';
import { call } from '../lib/http.js';
import { reasons, showReasons } from './reasons.js';
import { showStatus } from './status.js';
import { unfollow } from './stream.js';
import { followBoard, showStanding, showVerdict } from './verdict.js';

/** Sends the vote and shows who the models were. */
export async function castVote(battle, outcome) {
  const { id } = battle;
  const reveal = await call('POST', battle.path('/vote'), { outcome, ...reasons() });
  if (id !== battle.id) return;
  unfollow();
  battle.conclude(reveal);
  $('turns').classList.remove('live');
  showVerdict(reveal);
  showReasons(reveal);
  showStatus('');
  $('result').focus({ preventScroll: true });
  $('result').scrollIntoView({ block: 'nearest' });
  fetchDetails(battle).catch(() => {
    // A reload shows what is missing.
  });
}

/** Shows a battle that was voted on before. */
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
  if (reveal.counted) followBoard(reveal, standing.taken, async () => (await call('GET', path)).standing);
}
