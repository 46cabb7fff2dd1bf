import { $ } from '../lib/dom.js';
import { openStream } from '../lib/events.js';
import { showAge, showConnected, showNewVotes } from './summary.js';
import { replaceTable } from './table.js';

const filters = $('filters');
const DEFAULTS = { weights: 'voters', sort: 'rank', minVotes: '0' };

// At most one request runs. Calls meanwhile lead to one more request, so that the newest table is always shown.
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

/** Puts the filters into the address, so that it can be shared, and refreshes the table without a page load. */
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

// The pages of models and charts share this bundle, but have neither filters nor a live table.
if (filters) {
  listenToFilters();
  showNewVotes();
  showAge();
  setInterval(showAge, 1000);
  showConnected(false);
  listenToSnapshots();
}
