const $ = (id) => document.getElementById(id);
// What moves with the votes; the rest of the page stays as it is.
const MOVING = ['summary', 'content'];
const ages = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: 'auto', style: 'short' });

function age() {
  const place = document.querySelector('[data-updated]');
  if (!place) return;
  const time = place.querySelector('time');
  const seconds = Math.max(0, Math.round((Date.now() - new Date(time.dateTime)) / 1000));
  const [n, unit] = seconds < 60 ? [seconds, 'second'] : seconds < 3600 ? [Math.floor(seconds / 60), 'minute']
    : seconds < 86400 ? [Math.floor(seconds / 3600), 'hour'] : [Math.floor(seconds / 86400), 'day'];
  time.title = new Date(time.dateTime).toLocaleString(document.documentElement.lang);
  time.textContent = place.dataset.updated.replace('$1', ages.format(-n, unit));
}

function connected(yes) {
  const live = $('live');
  live.hidden = false;
  live.classList.toggle('on', yes);
  live.textContent = yes ? live.dataset.live : live.dataset.offline;
}

/** The page as the server shows it now: parsed by the browser without running anything, so no text becomes a script. */
function fetchPage() {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('GET', location.href);
    request.setRequestHeader('Accept', 'text/html');
    request.responseType = 'document';
    request.onload = () => (request.status === 200 && request.response ? done(request.response) : failed(request.status));
    request.onerror = failed;
    request.send();
  });
}

// At most one request runs; what arrives meanwhile is one more request afterwards, so the newest table always wins.
let running = false;
let again = false;
async function refresh() {
  if (running) { again = true; return; }
  running = true;
  try {
    const page = await fetchPage();
    for (const id of MOVING) $(id).replaceWith(page.getElementById(id));
    age();
  } catch { connected(false); } finally {
    running = false;
    if (again) { again = false; refresh(); }
  }
}

let source;
function listen() {
  if (source || document.hidden) return;
  source = new EventSource('/api/leaderboard/events');
  source.addEventListener('open', () => { connected(true); refresh(); });
  source.addEventListener('snapshot', refresh);
  source.addEventListener('error', () => {
    connected(false);
    if (source?.readyState === EventSource.CLOSED) { source = undefined; setTimeout(listen, 5000); }
  });
}

document.addEventListener('visibilitychange', () => {
  if (document.hidden) { source?.close(); source = undefined; connected(false); } else listen();
});
age();
setInterval(age, 1000);
connected(false);
listen();
