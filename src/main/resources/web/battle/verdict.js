import { $, isolated } from '../lib/dom.js';
import { openStream } from '../lib/events.js';
import { at } from '../lib/home.js';
import { count, say, sayNodes, words } from './words.js';

/** The outcomes in the page's words. */
export const OUTCOMES = { A: words.voteA, B: words.voteB, TIE: words.voteTie, BOTH_BAD: words.voteBad };
const NOT_COUNTED = {
  'not-blind': words.notCountedNotBlind,
  'named-itself': words.notCountedNamedItself,
  'too-fast': words.notCountedTooFast,
};
const LEAST_VOTES = 5;
let board = null;
let countdown = null;

/** Hides the verdict for another battle. */
export function resetVerdict() {
  board?.close();
  clearInterval(countdown);
  for (const part of ['verdict', 'more', 'pair', 'withdraw', 'share', 'link', 'receipt']) $(part).hidden = true;
  $('taken').textContent = '';
}

function whyNotCounted(reason, word) {
  if (reason === 'named-itself' && word) return say('notCountedNamedByWord', word);
  return NOT_COUNTED[reason] ?? say('notCountedOther', reason);
}

/** Shows the two models and whether the vote counts. */
export function showVerdict({ modelA, modelB, outcome, counted, notCountedReason, revealingWord, withdrawableUntil }) {
  $('voted').textContent = say('voted', OUTCOMES[outcome] ?? outcome);
  $('were').replaceChildren(...sayNodes('were', isolated(modelA.name), isolated(modelB.name)));
  $('counted').textContent = counted
    ? words.counted
    : say('notCounted', whyNotCounted(notCountedReason, revealingWord));
  $('verdict').hidden = $('more').hidden = $('share').hidden = false;
  $('pair-link').href = at(`/models/${encodeURIComponent(modelA.slug)}/vs/${encodeURIComponent(modelB.slug)}`);
  countDown(new Date(withdrawableUntil));
}

/** Shows the pair's overall results. */
export function showStanding({ modelA, modelB }, standing) {
  const { votes, share, low, high } = standing;
  // A percentage of so few votes would suggest more certainty than there is.
  const known = votes >= LEAST_VOTES;
  const percent = (part) => count(Math.round(100 * part));
  const counts = ['votes', 'winsA', 'winsB', 'ties', 'bothBad'].map((key) => count(standing[key]));
  $('pair').hidden = false;
  const [nameA, nameB] = [isolated(modelA.name), isolated(modelB.name)];
  const sentence = known
    ? sayNodes('standing', nameA, percent(share), nameB, percent(low), percent(high))
    : [say(['standingNone', 'standingOne'][votes] ?? 'standingFew', count(votes))];
  $('standing').replaceChildren(...sentence);
  $('standing-counts').textContent = votes > 0 ? say('standingCounts', ...counts) : '';
  $('pair-bar').toggleAttribute('hidden', !known);
  if (!known) return;
  const range = $('pair-bar').querySelector('.range');
  range.setAttribute('x', 100 * low);
  range.setAttribute('width', 100 * (high - low));
  $('pair-bar')
    .querySelector('.point')
    .setAttribute('x', 100 * share - 0.5);
}

/** Shows whether the leaderboard includes the vote; until it does, looks again after each snapshot. */
export function followBoard(reveal, taken, fetchStanding) {
  board?.close();
  $('taken').textContent = taken ? words.taken : words.taking;
  if (taken) return;
  const look = async () => {
    const standing = await fetchStanding().catch(() => null);
    if (stream !== board || !standing?.taken) return;
    stream.close();
    showStanding(reveal, standing);
    $('taken').textContent = words.taken;
  };
  const stream = openStream('/api/leaderboard/events', { on: { snapshot: look }, opened: look });
  board = stream;
}

function countDown(until) {
  clearInterval(countdown);
  const show = () => {
    const left = Math.ceil((until - Date.now()) / 1000);
    $('withdraw').hidden = !(left > 0);
    $('withdraw').textContent = say('takeBack', left);
    if (!(left > 0)) clearInterval(countdown);
  };
  show();
  countdown = setInterval(show, 1000);
}
