import { call, explain } from './calls.js';
import { count, say, words } from './words.js';

const $ = (id) => document.getElementById(id);
const outcomeWords = { A: words.voteA, B: words.voteB, TIE: words.voteTie, BOTH_BAD: words.voteBad };
const notCountedWords = { 'not-blind': words.whyNotBlind, 'named-itself': words.whyNamedItself };
const sides = [...document.querySelectorAll('#why fieldset')];
let api = null;
let names = [];
let board = null;
let clock = null;

// ------------------------------------------------------------------------------------------- why
for (const side of sides) {
  for (const reason of document.querySelectorAll('#reason-words li')) {
    const chip = $('reason').content.firstElementChild.cloneNode(true);
    chip.firstElementChild.value = reason.dataset.reason;
    chip.lastElementChild.textContent = reason.textContent;
    side.append(chip);
  }
  side.addEventListener('change', () => amend({}));
}
$('comment-save').addEventListener('click', () => amend({ comment: $('comment').value }));

const checked = (side) => [...side.querySelectorAll(':checked')].map((box) => box.value);

/** The reasons as they are chosen now, and the comment where there is one. */
export function reasons() {
  const comment = $('comment').value.trim();
  return { reasonsA: checked(sides[0]), reasonsB: checked(sides[1]), ...(comment && { comment }) };
}

async function amend(more) {
  // Before the vote they wait for it and go along.
  if (!api) return;
  try {
    await call('PATCH', api + '/vote', { reasonsA: checked(sides[0]), reasonsB: checked(sides[1]), ...more });
    $('noted').textContent = words.noted;
  } catch (error) {
    $('noted').textContent = explain(error);
  }
}

function showReasons(result) {
  [result.reasonsA, result.reasonsB].forEach((given, i) => {
    for (const box of sides[i].querySelectorAll('input')) box.checked = given?.includes(box.value) ?? false;
  });
  $('comment').value = result.comment ?? '';
}

// --------------------------------------------------------------------------------------- verdict
/** Nothing is known yet of the battle that begins. */
export function reset() {
  api = null;
  board?.close();
  clearInterval(clock);
  for (const part of ['verdict', 'pair', 'withdraw', 'share', 'link']) $(part).hidden = true;
  $('why').open = false;
  $('noted').textContent = $('taken').textContent = '';
  showReasons({});
}

/** Who the two were, and what became of the vote. */
export function showVerdict(path, result) {
  api = path;
  names = [result.modelA.name, result.modelB.name];
  $('voted').textContent = say('voted', outcomeWords[result.outcome] ?? result.outcome);
  $('were').textContent = say('were', ...names);
  $('counted').textContent = result.counted ? words.counted
    : say('notCounted', notCountedWords[result.notCountedReason] ?? say('whyOther', result.notCountedReason));
  $('verdict').hidden = $('share').hidden = false;
  $('pair-link').href = '/models/' + encodeURIComponent(result.modelA.slug) + '/vs/' + encodeURIComponent(result.modelB.slug);
  showReasons(result);
  countDown(new Date(result.withdrawableUntil));
}

/** How the pair stands, once the server has said so. */
export function showStanding(standing) {
  $('pair').hidden = false;
  const percent = (share) => count(Math.round(100 * share));
  const known = standing.votes > 0;
  $('standing').textContent = known ? say('standing', names[0], percent(standing.share), names[1], percent(standing.low),
    percent(standing.high)) : words.standingNone;
  $('standing-counts').textContent = known ? say('standingCounts', ...['votes', 'winsA', 'winsB', 'ties', 'bothBad']
    .map((key) => count(standing[key]))) : '';
  $('pair-bar').toggleAttribute('hidden', !known);
  if (!known) return;
  const [range, point] = [$('pair-bar').querySelector('.range'), $('pair-bar').querySelector('.point')];
  range.setAttribute('x', 100 * standing.low);
  range.setAttribute('width', 100 * (standing.high - standing.low));
  point.setAttribute('x', 100 * standing.share - 0.5);
}

/** Says when the leaderboard has taken the vote in; until then the page listens to it. */
export function followBoard(taken, look) {
  board?.close();
  $('taken').textContent = taken ? words.taken : words.taking;
  if (taken) return;
  const mine = new EventSource('/api/leaderboard/events');
  board = mine;
  const check = async () => {
    const now = await look().catch(() => null);
    if (mine !== board || !now?.taken) return;
    mine.close();
    showStanding(now);
    $('taken').textContent = words.taken;
  };
  mine.addEventListener('open', check);
  mine.addEventListener('snapshot', check);
}

// -------------------------------------------------------------------------------------- withdraw
function countDown(until) {
  clearInterval(clock);
  const show = () => {
    const left = Math.ceil((until - Date.now()) / 1000);
    $('withdraw').hidden = !(left > 0);
    $('withdraw').textContent = say('takeBack', left);
    if (!(left > 0)) clearInterval(clock);
  };
  show();
  clock = setInterval(show, 1000);
}

// ----------------------------------------------------------------------------------------- share
/** Wires the buttons: {@code act} makes one call at a time, {@code tell} says how it went. */
export function wire({ act, tell, withdrawn }) {
  $('withdraw').addEventListener('click', () => act(async () => {
    await call('DELETE', api + '/vote');
    await withdrawn();
  }));
  $('share').addEventListener('click', () => act(async () => {
    const shared = await call('POST', api + '/share');
    $('link-text').value = new URL(shared.url, location.href).href;
    $('link').hidden = false;
    $('link-text').select();
    tell(words.shared);
  }));
  $('link-revoke').addEventListener('click', () => act(async () => {
    await call('DELETE', api + '/share');
    $('link').hidden = true;
    $('share').focus();
    tell(words.revoked);
  }));
  $('link-copy').addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText($('link-text').value);
      tell(words.copied);
    } catch { /* the browser said no; the link stays selected */ }
  });
}
