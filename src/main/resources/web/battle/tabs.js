import { $ } from '../lib/dom.js';

const NARROW = matchMedia('(max-width: 48rem)');
const SWIPE_PIXELS = 60;
const SWIPE_MILLIS = 700;
const tabs = [...document.querySelectorAll('#tabs [role=tab]')];
const tabOf = (side) => tabs.find((tab) => tab.dataset.tab === side);

/** The scroll position on each side. */
let places = {};
let newest = 0;

/** Shows the state of the side's newest answer on its tab, or the model's name once it is revealed. */
export function showState({ turn, side, state, model }, words) {
  const tab = tabOf(side);
  if (turn < newest) return;
  if (turn > newest) places = {};
  newest = turn;
  tab.dataset.state = model ? 'named' : state;
  tab.querySelector('.state').textContent = model?.name ?? words;
}

/** Drops the state of the previous battle. */
export function resetTabs() {
  newest = 0;
  places = {};
}

/** Shows the selected side; on wide screens both are visible. */
export function drawTabs(battle) {
  $('tabs').hidden = battle.turn === 0;
  $('battle').dataset.shown = battle.shown;
  for (const tab of tabs) {
    const selected = tab.dataset.tab === battle.shown;
    tab.setAttribute('aria-selected', String(selected));
    tab.tabIndex = selected ? 0 : -1;
  }
}

function turnTo(battle, side) {
  if (battle.shown === side) return;
  places[battle.shown] = scrollY;
  battle.show(side);
  // An answer that is opened for the first time is shown from its beginning.
  const start = $('turns').lastElementChild.getBoundingClientRect().top + scrollY;
  scrollTo({ top: places[side] ?? Math.min(scrollY, start), behavior: 'instant' });
}

/** True if a swipe there scrolls an element sideways or extends a text selection. */
function takesTheFinger(target) {
  if (!getSelection().isCollapsed) return true;
  for (let part = target; part && part.id !== 'turns'; part = part.parentElement) {
    if (part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflowX !== 'visible') return true;
  }
  return false;
}

function listenToSwipes(battle) {
  let start = null;
  const turns = $('turns');
  turns.addEventListener(
    'touchstart',
    ({ touches, target, timeStamp }) => {
      const one = NARROW.matches && touches.length === 1 && !takesTheFinger(target);
      start = one ? { x: touches[0].clientX, y: touches[0].clientY, at: timeStamp } : null;
    },
    { passive: true },
  );
  turns.addEventListener(
    'touchend',
    ({ changedTouches, timeStamp }) => {
      if (!start || timeStamp - start.at > SWIPE_MILLIS) return;
      const x = changedTouches[0].clientX - start.x;
      const y = changedTouches[0].clientY - start.y;
      start = null;
      if (Math.abs(x) >= SWIPE_PIXELS && Math.abs(x) > 2 * Math.abs(y)) turnTo(battle, x < 0 ? 'B' : 'A');
    },
    { passive: true },
  );
}

/** Makes the tabs react to clicks, arrow keys, and swipes over the answers. */
export function listenToTabs(battle) {
  const measure = () => battle.place(!NARROW.matches);
  measure();
  NARROW.addEventListener('change', measure);
  for (const tab of tabs) tab.addEventListener('click', () => turnTo(battle, tab.dataset.tab));
  $('tabs').addEventListener('keydown', (event) => {
    const side = { ArrowLeft: 'A', ArrowRight: 'B', Home: 'A', End: 'B' }[event.key];
    if (!side) return;
    event.preventDefault();
    turnTo(battle, side);
    tabOf(side).focus();
  });
  listenToSwipes(battle);
}
