import { marked } from 'marked';
import DOMPurify from 'dompurify';

const $ = (id) => document.getElementById(id);
const root = $('battle');
const words = root.dataset;
const say = (key, value) => words[key].replace('$1', () => value);
const ballots = [...document.querySelectorAll('[data-outcome]')];
const outcomeWords = { A: words.voteA, B: words.voteB, TIE: words.voteTie, BOTH_BAD: words.voteBad };
const DRAFT = 'dohyo-prompt';

let id = null;
let turn = 0;
let canVote = false;
let over = false;
let busy = false;
let source = null;
const turns = new Map();
const dirty = new Set();

// ------------------------------------------------------------------------------------ storage
function keep(text) {
  try {
    if (text) sessionStorage.setItem(DRAFT, text); else sessionStorage.removeItem(DRAFT);
  } catch { /* without storage the box itself still keeps the text */ }
}

function kept() {
  try { return sessionStorage.getItem(DRAFT) ?? ''; } catch { return ''; }
}

// ------------------------------------------------------------------------------------- answers
function addTurn(number, prompt) {
  if (turns.has(number)) return turns.get(number);
  const item = $('turn').content.firstElementChild.cloneNode(true);
  item.querySelector('.prompt').textContent = prompt;
  const sides = {};
  for (const panel of item.querySelectorAll('.answer')) {
    const side = panel.dataset.side;
    const answer = { side, turn: number, panel, text: '', state: 'waiting', fresh: true, finishReason: null, retryable: true };
    panel.querySelector('.text').setAttribute('aria-label', say('model', side));
    panel.querySelector('.copy').addEventListener('click', () => copy(answer));
    const retry = panel.querySelector('.retry');
    retry.textContent = say('retry', side);
    retry.addEventListener('click', () => retrySide(answer));
    sides[side] = answer;
  }
  $('turns').append(item);
  turns.set(number, sides);
  turn = Math.max(turn, number);
  Object.values(sides).forEach(draw);
  return sides;
}

function draw(answer) {
  if (dirty.size === 0) requestAnimationFrame(drawAll);
  dirty.add(answer);
}

function drawAll() {
  for (const answer of dirty) {
    const { panel, state } = answer;
    // The whole text each time: a tag cut in two by a chunk would slip past a cleaner that sees one half.
    const html = DOMPurify.sanitize(marked.parse(answer.text, { async: false, gfm: true, breaks: true }), {
      RETURN_TRUSTED_TYPE: true,
      FORBID_TAGS: ['img', 'picture', 'video', 'audio', 'source', 'svg', 'math', 'style', 'form', 'input', 'button', 'textarea', 'select'],
      FORBID_ATTR: ['style', 'id', 'name', 'class'],
    });
    panel.querySelector('.text').innerHTML = html;
    panel.setAttribute('aria-busy', String(state === 'streaming'));
    const label = state === 'done' && answer.finishReason === 'length' ? words.cut
      : state === 'done' && answer.finishReason === 'filtered' ? words.filtered : words[state];
    panel.querySelector('.state').textContent = label;
    panel.querySelector('.copy').hidden = !answer.text;
    panel.querySelector('.retry').hidden = over || answer.turn !== turn
      || !(state === 'stopped' || (state === 'failed' && answer.retryable));
  }
  dirty.clear();
  controls();
}

DOMPurify.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName === 'A' && node.hasAttribute('href')) {
    node.setAttribute('target', '_blank');
    node.setAttribute('rel', 'noopener noreferrer nofollow');
  }
});

async function copy(answer) {
  try {
    await navigator.clipboard.writeText(answer.text);
    tell(words.copied);
  } catch { /* the browser said no; the text can still be selected */ }
}

// ------------------------------------------------------------------------------------ controls
function current() {
  return turns.has(turn) ? Object.values(turns.get(turn)) : [];
}

function controls() {
  const streaming = current().some((a) => a.state === 'streaming' || a.state === 'waiting');
  $('question').classList.toggle('visually-hidden', $('how').hidden = turn > 0);
  $('bar').hidden = turn === 0;
  $('stop').hidden = !streaming || over;
  ballots.forEach((b) => { b.disabled = !canVote || over || busy; });
  $('ask').hidden = over;
  $('send').disabled = busy || (turn > 0 && !canVote);
  $('prompt-label').textContent = turn > 0 ? $('prompt-label').dataset.then : $('prompt-label').dataset.first;
  $('prompt').rows = turn > 0 ? 2 : 5;
}

function tell(text, isError = false) {
  $('status').textContent = text;
  $('status').classList.toggle('error', isError);
}

// ----------------------------------------------------------------------------------------- calls
class Refused extends Error {
  constructor(status, problem, wait) {
    super(problem.code ?? String(status));
    Object.assign(this, { status, code: problem.code, wait });
  }
}

async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: body ? { 'Content-Type': 'application/json', Accept: 'application/json' } : { Accept: 'application/json' },
    body: body && JSON.stringify(body),
  });
  const type = response.headers.get('Content-Type') ?? '';
  const content = type.includes('json') ? await response.json().catch(() => ({})) : {};
  if (!response.ok) {
    throw new Refused(response.status, content, Number(response.headers.get('Retry-After')) || content.retryAfterSeconds);
  }
  return content;
}

function explain(error) {
  if (!(error instanceof Refused)) return words.errNetwork;
  const wait = error.wait ? ' ' + say('errWait', error.wait) : '';
  if (error.code === 'no-pair') return words.errNoPair + wait;
  if (error.status === 429) return words.errLimit + wait;
  if (error.status === 503) return words.errBusy + wait;
  if (error.status === 404) return words.errGone;
  if (error.code === 'too-many-turns') return words.errTurns;
  if (error.status === 409) return words.errState;
  return (error.status < 500 ? words.errInput : words.errOther) + wait;
}

/** One call at a time; a conflict means that the page is behind, so it reads the battle anew. */
async function act(work) {
  if (busy) return;
  busy = true;
  controls();
  try {
    await work();
  } catch (error) {
    const text = explain(error);
    if (error.status === 409 && id) await load().catch(() => {});
    tell(text, true);
  } finally {
    busy = false;
    controls();
  }
}

const api = (tail = '') => '/api/battles/' + encodeURIComponent(id) + tail;

function ask() {
  const prompt = $('prompt').value;
  if (!prompt.trim() || over || (turn > 0 && !canVote)) return;
  keep(prompt);
  act(async () => {
    if (id === null) {
      const made = await call('POST', '/api/battles', { prompt });
      id = made.id;
      history.pushState(null, '', '/?battle=' + encodeURIComponent(id));
      addTurn(made.turn ?? 1, prompt);
    } else {
      const made = await call('POST', api('/turns'), { prompt });
      addTurn(made.turn ?? turn + 1, prompt);
      turns.get(turn - 1) && Object.values(turns.get(turn - 1)).forEach(draw);
    }
    keep('');
    $('prompt').value = '';
    canVote = false;
    current().forEach((a) => { a.state = 'streaming'; draw(a); });
    tell(words.started);
    listen();
  });
}

function retrySide(answer) {
  act(async () => {
    await call('POST', api('/retry'), { side: answer.side });
    Object.assign(answer, { text: '', state: 'streaming', fresh: true });
    draw(answer);
    tell(words.started);
    if (!source || source.readyState === EventSource.CLOSED) listen();
  });
}

function vote(outcome) {
  if (!canVote || over) return;
  act(async () => reveal(await call('POST', api('/vote'), { outcome })));
}

function reveal(result) {
  over = true;
  canVote = false;
  source?.close();
  for (const sides of turns.values()) {
    for (const side of ['A', 'B']) {
      const model = side === 'A' ? result.modelA : result.modelB;
      const panel = sides[side].panel;
      panel.querySelector('.name').textContent = side + ' · ' + model.name;
      panel.querySelector('.facts').textContent = [model.organization, model.license].filter(Boolean).join(' · ');
      draw(sides[side]);
    }
  }
  ballots.forEach((b) => b.setAttribute('aria-pressed', String(b.dataset.outcome === result.outcome)));
  $('verdict').textContent = say('voted', outcomeWords[result.outcome] ?? result.outcome) + ' '
    + (result.counted ? words.counted : words.notCounted);
  tell(say('model', 'A') + ': ' + result.modelA.name + ' / ' + say('model', 'B') + ': ' + result.modelB.name);
  $('result').hidden = false;
  controls();
}

// ---------------------------------------------------------------------------------------- events
function listen() {
  source?.close();
  // A new connection carries no Last-Event-ID, so the server tells everything again from the start.
  for (const sides of turns.values()) Object.values(sides).forEach((a) => { a.fresh = true; });
  const mine = new EventSource(api('/events'));
  source = mine;
  const on = (name, take) => mine.addEventListener(name, (event) => {
    if (mine === source) take(JSON.parse(event.data));
  });
  const find = (e) => turns.get(e.turn)?.[e.side];
  on('delta', (e) => {
    const answer = find(e);
    if (!answer) return;
    answer.text = answer.fresh ? e.text : answer.text + e.text;
    Object.assign(answer, { fresh: false, state: 'streaming' });
    draw(answer);
  });
  on('done', (e) => settle(find(e), 'done', { finishReason: e.finishReason }));
  on('stopped', (e) => {
    settle(find(e), 'stopped', { fresh: true });
    if (e.turn === turn) tell(words.stoppedSay);
  });
  on('failed', (e) => {
    settle(find(e), 'failed', { fresh: true, retryable: e.retryable !== false });
    if (e.turn === turn) tell(say('failedSay', e.side) + (e.retryable === false ? ' ' + words.failedFinal : ''), true);
    if (e.turn === turn && e.retryable === false) $('result').hidden = false;
  });
  on('ready', (e) => {
    if (e.turn !== turn) return;
    canVote = e.canVote !== false;
    mine.close();
    if (canVote) tell(words.ready);
    controls();
    // The keys vote only outside a text box, and nobody types into this one yet.
    if (canVote && !$('prompt').value && document.activeElement === $('prompt')) ballots[0].focus();
  });
  mine.addEventListener('open', () => { if ($('status').textContent === words.lost) tell(''); });
  mine.addEventListener('error', () => {
    if (mine === source && !over && !canVote) tell(words.lost, true);
    if (mine === source && mine.readyState === EventSource.CLOSED && !over) load().catch((e) => tell(explain(e), true));
  });
}

function settle(answer, state, more) {
  if (!answer) return;
  Object.assign(answer, { state }, more);
  draw(answer);
}

// ------------------------------------------------------------------------------------------ load
const STATES = { STREAMING: 'streaming', DONE: 'done', WHOLE: 'done', FAILED: 'failed', STOPPED: 'stopped' };

async function load() {
  const battle = await call('GET', api());
  $('turns').replaceChildren();
  turns.clear();
  turn = 0;
  for (const t of battle.turns) {
    const sides = addTurn(t.turn, t.prompt);
    for (const a of t.answers) {
      Object.assign(sides[a.side], { text: a.text ?? '', state: STATES[a.state] ?? 'waiting', finishReason: a.finishReason });
      draw(sides[a.side]);
    }
  }
  over = ['VOTED', 'WITHDRAWN', 'ABANDONED'].includes(battle.state);
  canVote = battle.state === 'READY' && battle.blind !== false;
  if (battle.reveal) reveal(battle.reveal);
  else if (battle.state === 'STREAMING') listen();
  if (over) $('result').hidden = false;
  if (canVote) tell(words.ready);
  controls();
}

function start() {
  source?.close();
  source = null;
  turns.clear();
  $('turns').replaceChildren();
  turn = 0;
  canVote = over = false;
  ballots.forEach((b) => b.removeAttribute('aria-pressed'));
  $('result').hidden = true;
  tell('');
  id = new URLSearchParams(location.search).get('battle') || null;
  $('prompt').value = kept();
  controls();
  if (id) {
    load().catch((error) => {
      if (error.status === 404) {
        id = null;
        history.replaceState(null, '', '/');
        controls();
      }
      tell(explain(error), true);
    });
  }
}

function next() {
  history.pushState(null, '', '/');
  start();
  $('prompt').focus();
}

// ------------------------------------------------------------------------------------------ keys
$('ask').addEventListener('submit', (event) => { event.preventDefault(); ask(); });
$('prompt').addEventListener('input', () => keep($('prompt').value));
$('prompt').addEventListener('keydown', (event) => {
  // 229 is what Safari sends for the Enter that ends a conversion.
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
    event.preventDefault();
    ask();
  }
});
$('stop').addEventListener('click', () => act(() => call('POST', api('/stop'))));
$('next').addEventListener('click', next);
ballots.forEach((b) => b.addEventListener('click', () => vote(b.dataset.outcome)));
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
  if (event.target.closest?.('input, textarea, select')) return;
  if ('1234'.includes(event.key)) vote(ballots['1234'.indexOf(event.key)].dataset.outcome);
  if (event.key.toLowerCase() === 'n' && !$('result').hidden) next();
});
addEventListener('popstate', start);
start();
