import { $ } from '../lib/dom.js';
import { EventStream } from '../lib/events.js';
import { fetchPage } from '../lib/http.js';

// What moves with the votes or with what is chosen; the form stays as the reader left it.
const MOVING = ['tabs', 'toolbar', 'summary', 'content'];
const ages = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: 'auto', style: 'short' });
const calm = matchMedia('(prefers-reduced-motion: reduce)');

function showAge() {
  const place = document.querySelector('[data-updated]');
  if (!place) return;
  const time = place.querySelector('time');
  const seconds = Math.max(0, Math.round((Date.now() - new Date(time.dateTime)) / 1000));
  const [n, unit] =
    seconds < 60
      ? [seconds, 'second']
      : seconds < 3600
        ? [Math.floor(seconds / 60), 'minute']
        : seconds < 86400
          ? [Math.floor(seconds / 3600), 'hour']
          : [Math.floor(seconds / 86400), 'day'];
  time.title = new Date(time.dateTime).toLocaleString(document.documentElement.lang);
  time.textContent = place.dataset.updated.replace('$1', ages.format(-n, unit));
}

function showConnected(yes) {
  const live = $('live');
  live.hidden = false;
  live.classList.toggle('on', yes);
  live.textContent = yes ? live.dataset.live : live.dataset.offline;
}

// Votes are compared within one category only: another one has its own beginning.
const board = () => new URL(location).searchParams.get('category') ?? '';
let opened;
function showSince() {
  const votes = Number($('summary').dataset.votes);
  if (opened.board !== board()) opened = { board: board(), votes };
  const more = votes - opened.votes;
  const words = $('since');
  const text =
    more < 1
      ? ''
      : more === 1
        ? words.dataset.one
        : words.dataset.many.replace('$1', more.toLocaleString(document.documentElement.lang));
  if (words.textContent !== text) words.textContent = text;
}

const rows = () => [...document.querySelectorAll('#rows tr[data-slug]')];

/** Rows slide from where they stood to where they stand now. */
function glide(before) {
  if (calm.matches) return;
  for (const row of rows()) {
    const way = (before.get(row.dataset.slug) ?? NaN) - row.getBoundingClientRect().top;
    if (way)
      row.animate([{ transform: `translateY(${way}px)` }, { transform: 'none' }], {
        duration: 200,
        easing: 'ease-out',
      });
  }
}

/** A link that had the focus has it again, though it is another element now. */
function put(page) {
  const focused = document.activeElement;
  const href = focused?.closest(MOVING.map((id) => `#${id}`).join()) ? focused.getAttribute('href') : null;
  const name = focused?.textContent;
  for (const id of MOVING) if (page.getElementById(id)) $(id).replaceWith(page.getElementById(id));
  if (href === null) return;
  const links = [...document.querySelectorAll('main a')];
  (
    links.find((link) => link.getAttribute('href') === href) ?? links.find((link) => link.textContent === name)
  )?.focus();
}

// At most one request runs; what arrives meanwhile is one more request afterwards, so the newest table always wins.
let running = false;
let again = false;
async function refresh() {
  if (running) {
    again = true;
    return;
  }
  running = true;
  try {
    const page = await fetchPage(location.href);
    const before = new Map(rows().map((row) => [row.dataset.slug, row.getBoundingClientRect().top]));
    put(page);
    glide(before);
    showAge();
    showSince();
  } catch {
    showConnected(false);
  } finally {
    running = false;
    if (again) {
      again = false;
      refresh();
    }
  }
}

// What is chosen goes into the address at once, so that it can be sent on; the table follows without a new page.
const filters = $('filters');
const DEFAULTS = { weights: 'voters', sort: 'rank', minVotes: '0' };
function choose() {
  if (!filters.checkValidity()) return;
  const chosen = [...new FormData(filters)].filter(([name, value]) => value.trim() && DEFAULTS[name] !== value);
  history.replaceState(null, '', `${location.pathname}${chosen.length ? `?${new URLSearchParams(chosen)}` : ''}`);
  refresh();
}
let typing;

function listen() {
  const opened = () => {
    showConnected(true);
    refresh();
  };
  const lost = () => showConnected(false);
  new EventStream('/api/leaderboard/events', { on: { snapshot: refresh }, opened, lost, whileVisible: true });
}

function start() {
  opened = { board: board(), votes: Number($('summary').dataset.votes) };
  filters.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(choose, 200);
  });
  filters.addEventListener('submit', (event) => {
    event.preventDefault();
    choose();
  });
  $('apply').hidden = true;
  showAge();
  setInterval(showAge, 1000);
  showConnected(false);
  listen();
}

// The pages of models and charts have the same looks and nothing that moves.
if (filters) start();
// What is newest stands at the right end, which a phone doesn't show at first.
for (const picture of document.querySelectorAll('#history > .scroll')) picture.scrollLeft = picture.scrollWidth;
