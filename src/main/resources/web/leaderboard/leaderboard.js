const board = document.getElementById('board');
const SVG = 'http://www.w3.org/2000/svg';
const lang = root => root.lang || 'en';
const number = n => new Intl.NumberFormat(lang(document.documentElement)).format(n);

function element(tag, className, ...children) {
  const e = document.createElement(tag);
  if (className) e.className = className;
  e.append(...children.filter(c => c !== null && c !== undefined));
  return e;
}
function shape(tag, attributes, text) {
  const e = document.createElementNS(SVG, tag);
  for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v);
  if (text) e.textContent = text;
  return e;
}
function axisOf(models) {
  const low = Math.min(...models.map(m => m.low ?? m.rating)), high = Math.max(...models.map(m => m.high ?? m.rating));
  const margin = Math.max(10, (high - low) * 0.06);
  return { from: low - margin, to: high + margin };
}
function draw(table) {
  const { models } = table;
  document.getElementById('empty').hidden = models.length > 0;
  document.getElementById('table').hidden = models.length === 0;
  if (models.length) {
    const axis = axisOf(models);
    const place = v => `${((v - axis.from) / (axis.to - axis.from) * 100).toFixed(2)}%`;
    const raw = (axis.to - axis.from) / 4, power = 10 ** Math.floor(Math.log10(raw));
    const step = power * (raw / power >= 5 ? 5 : raw / power >= 2 ? 2 : 1);
    const ticks = [];
    for (let v = Math.ceil(axis.from / step) * step; v <= axis.to; v += step) ticks.push(v);
    document.getElementById('axis').replaceChildren(...ticks.map(v => shape('text', { x: place(v), y: 13, 'text-anchor': 'middle' }, String(Math.round(v)))));
    document.getElementById('rows').replaceChildren(...models.map(m => row(m, place)));
  }
  summary(table.votes, models.length, table.generatedAt);
}
function row(m, place) {
  const hasInterval = m.low !== null && m.high !== null && m.low !== undefined && m.high !== undefined;
  const range = m.rankLow == null || m.rankHigh == null ? '–' : m.rankLow === m.rankHigh ? String(m.rankLow) : `${m.rankLow}–${m.rankHigh}`;
  const name = element('th', '', element('span', 'name', m.name));
  name.scope = 'row';
  for (const tag of ['demo', 'preliminary', 'retired']) if (m[tag]) name.append(' ', element('span', 'tag', board.dataset[tag]));
  name.append(element('span', 'facts', `${m.organization ?? '–'} · ${m.license ?? '–'}`));
  const svg = shape('svg', { width: '100%', height: 20, 'aria-hidden': 'true' });
  if (hasInterval) svg.append(shape('line', { x1: place(m.low), x2: place(m.high), y1: 10, y2: 10 }));
  svg.append(shape('circle', { cx: place(m.rating), cy: 10, r: 4 }));
  return element('tr', '', element('td', 'num', String(m.rank ?? '–')), element('td', '', range), name,
    element('td', 'num', String(Math.round(m.rating)), hasInterval ? element('span', 'facts', `${Math.round(m.low)}–${Math.round(m.high)}`) : null),
    element('td', 'axis', svg), element('td', 'num', number(m.votes)), element('td', 'num', `${Math.round(m.bothBad * 100)}%`));
}
const dot = element('span', 'dot', '○');
function summary(votes, models, at) {
  const time = at ? new Date(at).toLocaleTimeString(lang(document.documentElement)) : '';
  document.getElementById('summary').replaceChildren(
    [board.dataset.votesText.replace('%s', number(votes)), board.dataset.modelsText.replace('%s', number(models)), board.dataset.updatedText.replace('%s', time)].join(' · '), ' ', dot);
}
function connected(yes) {
  dot.textContent = yes ? '●' : '○';
  dot.title = yes ? board.dataset.live : board.dataset.offline;
}

// At most one request runs; what arrives meanwhile is one more request afterwards, so the newest table always wins.
let running = false, again = false;
async function refresh() {
  if (running) { again = true; return; }
  running = true;
  try {
    const response = await fetch(`/api/leaderboard?method=${encodeURIComponent(board.dataset.method)}`, { headers: { Accept: 'application/json' } });
    if (response.ok) draw(await response.json());
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
summary(Number(board.dataset.votes), Number(board.dataset.models), board.dataset.generated);
connected(false);
listen();
