import { $ } from '../lib/dom.js';

const language = document.documentElement.lang;
const ages = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** Shows the table's age. */
export function showAge() {
  const place = document.querySelector('[data-updated]');
  if (!place) return;
  const time = place.querySelector('time');
  const seconds = Math.max(0, Math.round((Date.now() - new Date(time.dateTime)) / 1000));
  const [unit, length] = UNITS.find(([, least]) => seconds >= least) ?? UNITS.at(-1);
  time.title = new Date(time.dateTime).toLocaleString(language);
  time.textContent = place.dataset.updated.replace('$1', ages.format(-Math.floor(seconds / length), unit));
}

/** Shows if the table updates itself. */
export function showConnected(connected) {
  const live = $('live');
  live.hidden = false;
  live.classList.toggle('on', connected);
  live.textContent = connected ? live.dataset.live : live.dataset.offline;
}

// New votes are counted per category, so another category starts afresh.
let start;

/** Shows how many votes have come since the reader opened this category. */
export function showNewVotes() {
  const category = new URL(location).searchParams.get('category') ?? '';
  const votes = Number($('summary').dataset.votes);
  if (start?.category !== category) start = { category, votes };
  const text = newVotesWords(votes - start.votes, $('since').dataset);
  if ($('since').textContent !== text) $('since').textContent = text;
}

function newVotesWords(more, words) {
  if (more < 1) return '';
  return more === 1 ? words.one : words.many.replace('$1', more.toLocaleString(language));
}
