import { $ } from '../lib/dom.js';
import { openStream } from '../lib/events.js';
import { showAge, showConnected, showNewVotes } from './summary.js';
import { replaceTable } from './table.js';

const filters = $('filters');
const DEFAULTS = { weights: 'voters', sort: 'rank', minVotes: '0' };

// At most one request runs; any number of calls meanwhile make one more request, so the newest table always wins.
let running = false;
let again = false;
async function refresh() {
  if (running) {
    again = true;
    return;
  }
  running = true;
  try {
    await replaceTable();
    showAge();
    showNewVotes();
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

/** Puts the filters into the address at once, so that it can be sent on; the table follows without a new page. */
function choose() {
  if (!filters.checkValidity()) return;
  const chosen = [...new FormData(filters)].filter(([name, value]) => value.trim() && DEFAULTS[name] !== value);
  const query = chosen.length ? `?${new URLSearchParams(chosen)}` : '';
  history.replaceState(null, '', location.pathname + query);
  refresh();
}

function listenToFilters() {
  let typing;
  filters.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(choose, 200);
  });
  filters.addEventListener('submit', (event) => {
    event.preventDefault();
    choose();
  });
  $('apply').hidden = true;
}

function listenToSnapshots() {
  const opened = () => {
    showConnected(true);
    refresh();
  };
  const lost = () => showConnected(false);
  openStream('/api/leaderboard/events', { on: { snapshot: refresh }, opened, lost, whileVisible: true });
}

// The pages of models and charts share this bundle, but have no filters and no table that changes.
if (filters) {
  listenToFilters();
  showNewVotes();
  showAge();
  setInterval(showAge, 1000);
  showConnected(false);
  listenToSnapshots();
}
// The newest figures stand at the right end, which a phone doesn't show at first.
for (const picture of document.querySelectorAll('#history > .scroll')) picture.scrollLeft = picture.scrollWidth;
