import { marked } from 'marked';
import DOMPurify from 'dompurify';

const byId = id => document.getElementById(id);
const arena = byId('arena'), words = arena.dataset, prompt = byId('prompt'), ask = byId('ask');
const say = (key, value) => words[key].replace('%s', value);
const KEPT = 'dohyo-prompt';

DOMPurify.addHook('afterSanitizeAttributes', node => {
  if (node.tagName === 'A') {
    node.setAttribute('target', '_blank');
    node.setAttribute('rel', 'noopener noreferrer nofollow');
  }
});
const SAFE = { RETURN_TRUSTED_TYPE: true, USE_PROFILES: { html: true }, FORBID_TAGS: ['img', 'picture', 'source', 'video', 'audio', 'style', 'form', 'input', 'button', 'textarea', 'select'], FORBID_ATTR: ['style', 'id', 'name', 'class'] };
const asHtml = text => DOMPurify.sanitize(marked.parse(text, { gfm: true, breaks: true }), SAFE);

function element(tag, className, text) {
  const e = document.createElement(tag);
  e.className = className;
  if (text !== undefined) e.textContent = text;
  return e;
}
function button(text, action) {
  const b = element('button', 'button', text);
  b.type = 'button';
  b.addEventListener('click', action);
  return b;
}
const keep = text => { try { sessionStorage.setItem(KEPT, text); } catch { /* then the field alone keeps it */ } };
const kept = () => { try { return sessionStorage.getItem(KEPT) || ''; } catch { return ''; } };
const announce = text => { byId('status').textContent = text; };
function trouble(text) {
  byId('problem').textContent = text || '';
  byId('problem').hidden = !text;
}

let battle = null, turn = 0, source = null, votable = false, revealed = false, busy = false, firstPrompt = '';
const turns = new Map();

/** One side of one turn: its text, its state and the piece of page that shows them. */
class Side {
  constructor(letter, number) {
    Object.assign(this, { letter, number, text: '', state: 'waiting', since: Date.now(), frame: 0 });
    this.root = element('section', `side ${letter.toLowerCase()}`);
    this.root.setAttribute('aria-label', words[`side${letter}`]);
    this.title = element('h2', '', letter);
    this.label = element('span', 'state');
    this.body = element('div', 'text');
    this.trouble = element('div', 'trouble');
    const header = element('header', ''), footer = element('footer', '');
    header.append(this.title, this.label);
    this.copy = button(words.copy, () => this.copyText());
    footer.append(this.copy);
    this.root.append(header, this.body, this.trouble, footer);
    this.clock = setInterval(() => this.tick(), 1000);
    this.tick();
  }
  tick() {
    if (this.state === 'waiting') this.label.textContent = say('waiting', Math.round((Date.now() - this.since) / 1000));
    else clearInterval(this.clock);
  }
  async copyText() {
    try {
      await navigator.clipboard.writeText(this.text);
      this.copy.textContent = words.copied;
      setTimeout(() => { this.copy.textContent = words.copy; }, 1500);
    } catch { trouble(words.error); }
  }
  add(text) {
    if (this.state === 'failed' || this.state === 'stopped') this.text = '';
    if (this.state !== 'answering') this.become('answering');
    this.text += text;
    this.paint();
  }
  paint() {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.body.innerHTML = asHtml(this.text);
    });
  }
  become(state, finishReason) {
    const changed = this.state !== state;
    this.state = state;
    this.trouble.replaceChildren();
    if (state === 'waiting') {
      this.since = Date.now();
      clearInterval(this.clock);
      this.clock = setInterval(() => this.tick(), 1000);
      this.tick();
      return;
    }
    clearInterval(this.clock);
    const key = state === 'finished' && finishReason === 'length' ? 'cut' : state === 'finished' && finishReason === 'filtered' ? 'filtered' : state;
    this.label.textContent = words[key];
    if (changed) announce(`${words[`side${this.letter}`]}: ${words[key]}`);
  }
  broken(state, retryable) {
    this.become(state);
    this.trouble.append(element('p', '', say(state === 'failed' ? 'failedHelp' : 'stoppedHelp', this.letter)));
    if (retryable !== false) this.trouble.append(button(say('retry', this.letter), () => this.retry()));
  }
  async retry() {
    if (!await call(`/api/battles/${battle}/retry`, { side: this.letter })) return;
    this.text = '';
    this.paint();
    this.become('waiting');
    setVotable(false);
    listen();
  }
}

function showTurn(number, text) {
  if (turns.has(number)) return turns.get(number);
  const sides = { A: new Side('A', number), B: new Side('B', number) };
  const row = element('div', 'sides');
  row.append(sides.A.root, sides.B.root);
  const said = element('p', 'said', text ?? '');
  said.setAttribute('aria-label', words.prompt);
  byId('turns').append(said, row);
  turns.set(number, sides);
  turn = Math.max(turn, number);
  return sides;
}
function setVotable(yes) {
  votable = yes && !revealed;
  for (const b of byId('vote').querySelectorAll('[data-outcome]')) b.disabled = !votable;
  byId('votehint').textContent = votable ? words.votable : words.notYet;
  byId('stop').hidden = yes;
  prompt.disabled = false;
  byId('send').disabled = Boolean(battle) && !yes;
}
function inBattle() {
  for (const id of ['intro', 'ideas']) byId(id).hidden = true;
  byId('vote').hidden = revealed;
  ask.hidden = revealed;
  ask.classList.add('follow');
  prompt.rows = 2;
  prompt.placeholder = words.followUp;
  byId('promptlabel').textContent = words.followUp;
}

/** Calls the server; says what went wrong in the page's language and returns nothing then. */
async function call(path, body, method = 'POST') {
  trouble();
  let response;
  try {
    response = await fetch(path, { method, headers: body ? { 'Content-Type': 'application/json', Accept: 'application/json' } : { Accept: 'application/json' }, body: body && JSON.stringify(body) });
  } catch {
    trouble(words.network);
    return null;
  }
  const document = await response.json().catch(() => ({}));
  if (response.ok) return document;
  const seconds = response.headers.get('Retry-After');
  const code = document.code ?? '';
  let text = words.error;
  if (code === 'no-pair') text = words.noPair;
  else if (code === 'too-many-battles') text = words.tooMany;
  else if (response.status === 429 || response.status === 503) text = words.limited;
  else if (response.status === 404) text = words.gone;
  else if (response.status === 409) text = words.conflict;
  else if (response.status === 400) text = say('invalid', document.violations?.[0]?.message ?? document.detail ?? '');
  trouble(seconds && /^\d+$/.test(seconds) ? `${text} ${say('tryIn', seconds)}` : text);
  if (response.status === 409 && battle) await resume(battle);
  return null;
}

async function send() {
  const text = prompt.value.trim();
  if (!text || busy || (battle && !votable)) return;
  keep(text);
  busy = true;
  byId('send').disabled = true;
  try {
    const started = await call(battle ? `/api/battles/${battle}/turns` : '/api/battles', { prompt: text });
    if (!started) return;
    if (!battle) {
      battle = started.id;
      firstPrompt = text;
      history.replaceState(null, '', `/?battle=${encodeURIComponent(battle)}`);
    }
    prompt.value = '';
    const number = started.turn ?? turn + 1;
    showTurn(number, text);
    inBattle();
    setVotable(false);
    listen();
  } finally {
    busy = false;
    byId('send').disabled = Boolean(battle) && !votable;
  }
}

function listen() {
  if (source && source.readyState !== EventSource.CLOSED) return;
  // A new connection has no Last-Event-ID: the server tells everything from the first turn, so every text starts afresh.
  for (const sides of turns.values()) for (const side of Object.values(sides)) side.text = '';
  source = new EventSource(`/api/battles/${encodeURIComponent(battle)}/events`);
  const on = (name, act) => source.addEventListener(name, event => {
    const data = JSON.parse(event.data);
    act(data, data.side ? showTurn(data.turn)[data.side] : null);
  });
  on('delta', (data, side) => side.add(data.text));
  on('done', (data, side) => side.become('finished', data.finishReason));
  on('stopped', (data, side) => side.broken('stopped'));
  on('failed', (data, side) => side.broken('failed', data.retryable));
  on('ready', data => {
    if (data.turn !== turn) return;
    setVotable(data.canVote !== false);
    announce(words.votable);
  });
  source.addEventListener('open', () => trouble());
  source.addEventListener('error', () => {
    trouble(words.reconnecting);
    if (source.readyState === EventSource.CLOSED && !revealed) setTimeout(() => battle && !revealed && listen(), 3000);
  });
}

const outcomeWord = outcome => ({ A: words.voteA, B: words.voteB, TIE: words.tie, BOTH_BAD: words.bothBad })[outcome];
async function vote(outcome) {
  if (!votable || busy) return;
  busy = true;
  setVotable(false);
  const result = await call(`/api/battles/${battle}/vote`, { outcome, reasonsA: [], reasonsB: [] });
  busy = false;
  if (result) reveal(result);
  else if (!revealed) setVotable(true);
}
function reveal(result) {
  revealed = true;
  source?.close();
  try { sessionStorage.removeItem(KEPT); } catch { /* nothing was kept */ }
  for (const sides of turns.values()) {
    for (const [letter, model] of [['A', result.modelA], ['B', result.modelB]]) {
      const { title } = sides[letter];
      title.textContent = `${letter} · ${model.name}`;
      title.append(element('span', 'facts', [model.organization, model.license].filter(Boolean).join(' · ')));
    }
  }
  const counted = result.counted ? words.counted : say('notCounted', result.notCountedReason ?? '');
  byId('verdict').textContent = `${say('yourVote', outcomeWord(result.outcome))} ${counted}`;
  byId('reveal').hidden = false;
  inBattle();
  byId('reveal').focus();
}
function clear(text) {
  source?.close();
  source = null;
  for (const sides of turns.values()) for (const side of Object.values(sides)) clearInterval(side.clock);
  turns.clear();
  byId('turns').replaceChildren();
  battle = null; turn = 0; votable = false; revealed = false;
  history.replaceState(null, '', '/');
  trouble();
  byId('reveal').hidden = true;
  byId('vote').hidden = true;
  ask.hidden = false;
  ask.classList.remove('follow');
  for (const id of ['intro', 'ideas']) byId(id).hidden = false;
  prompt.rows = 4;
  prompt.placeholder = words.placeholder;
  prompt.value = text;
  byId('send').disabled = false;
  prompt.focus();
}

async function resume(id) {
  let response;
  try { response = await fetch(`/api/battles/${encodeURIComponent(id)}`, { headers: { Accept: 'application/json' } }); } catch { trouble(words.network); return; }
  if (!response.ok) {
    clear(kept());
    trouble(words.gone);
    return;
  }
  const found = await response.json();
  battle = id;
  firstPrompt = found.turns[0]?.prompt ?? '';
  for (const t of found.turns) {
    const sides = showTurn(t.turn, t.prompt);
    for (const answer of t.answers) {
      const side = sides[answer.side];
      side.text = answer.text ?? '';
      const state = String(answer.state).toLowerCase();
      if (side.text) side.paint();
      if (state === 'failed' || state === 'stopped') side.broken(state, !found.reveal);
      else if (state === 'done' || state === 'finished') side.become('finished', answer.finishReason);
    }
  }
  inBattle();
  if (found.reveal) { reveal(found.reveal); return; }
  setVotable(found.state === 'READY' && found.blind !== false);
  if (['WITHDRAWN', 'ABANDONED', 'VOTED'].includes(found.state)) { clear(kept()); return; }
  listen();
}

ask.addEventListener('submit', event => { event.preventDefault(); send(); });
prompt.addEventListener('input', () => keep(prompt.value));
prompt.addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) { event.preventDefault(); send(); }
});
for (const card of document.querySelectorAll('.card')) card.addEventListener('click', () => { prompt.value = card.textContent; keep(prompt.value); send(); });
for (const b of byId('vote').querySelectorAll('[data-outcome]')) b.addEventListener('click', () => vote(b.dataset.outcome));
byId('stop').addEventListener('click', () => call(`/api/battles/${battle}/stop`));
byId('next').addEventListener('click', () => clear(''));
byId('again').addEventListener('click', () => { clear(firstPrompt); send(); });
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.target.closest?.('input, textarea, select')) return;
  const outcome = { 1: 'A', 2: 'B', 3: 'TIE', 4: 'BOTH_BAD' }[event.key];
  if (outcome) vote(outcome);
  else if (revealed && event.key.toLowerCase() === 'n') { event.preventDefault(); clear(''); }
});

const running = new URLSearchParams(location.search).get('battle');
if (running) resume(running);
else {
  prompt.value = kept();
  fetch('/api/leaderboard', { headers: { Accept: 'application/json' } }).then(r => r.ok ? r.json() : null).then(table => {
    if (table) byId('votecount').textContent = say('votesSoFar', new Intl.NumberFormat(document.documentElement.lang).format(table.votes));
  }).catch(() => { /* the count is an extra */ });
}
