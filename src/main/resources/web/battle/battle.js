import { Answer, onDrawn } from './answer.js';
import { call, explain } from './calls.js';
import { keep, kept } from './draft.js';
import { say, words } from './words.js';

const $ = (id) => document.getElementById(id);
const ballots = [...document.querySelectorAll('[data-outcome]')];
const outcomeWords = { A: words.voteA, B: words.voteB, TIE: words.voteTie, BOTH_BAD: words.voteBad };
const notCountedWords = { 'not-blind': words.whyNotBlind };

let id = null;
let turn = 0;
let canVote = false;
let over = false;
let busy = false;
let source = null;
const turns = new Map();

const api = (tail = '') => '/api/battles/' + encodeURIComponent(id) + tail;
const current = () => (turns.has(turn) ? turns.get(turn).sides : []);
const everyAnswer = () => [...turns.values()].flatMap((t) => t.sides);
const sideOf = (number, side) => turns.get(number)?.sides.find((a) => a.side === side);

// --------------------------------------------------------------------------------------- drawing
function addTurn(number, prompt) {
  if (turns.has(number)) return turns.get(number).sides;
  const item = $('turn').content.firstElementChild.cloneNode(true);
  const said = item.querySelector('.prompt');
  said.textContent = prompt;
  item.querySelector('.edit').addEventListener('click', () => beginWith(prompt));
  item.querySelector('.anew').addEventListener('click', () => beginWith(prompt, true));
  // Only a battle's first prompt can begin another one: the others lean on what was answered before.
  item.querySelector('.again').hidden = number > 1;
  const sides = [...item.querySelectorAll('.answer')].map((panel) => new Answer(number, panel, { copied, retry }));
  $('turns').append(item);
  if (said.scrollHeight > said.clientHeight) said.tabIndex = 0;
  turns.set(number, { prompt, sides });
  turn = Math.max(turn, number);
  return sides;
}

function controls() {
  const streaming = current().some((a) => a.running);
  $('question').classList.toggle('visually-hidden', turn > 0);
  $('first').hidden = id !== null;
  $('bar').hidden = turn === 0 || over;
  $('bar').classList.toggle('ready', canVote && !over);
  $('stop').hidden = !streaming;
  ballots.forEach((b) => { b.disabled = !canVote || over || busy; });
  for (const answer of everyAnswer()) {
    // A stopped side has to wait for the other one, a failed side hasn't.
    const can = !over && answer.turn === turn
      && (answer.state === 'failed' ? answer.retryable : answer.state === 'stopped' && !streaming);
    if (can !== answer.canRetry) answer.set({ canRetry: can });
  }
  const waits = turn > 0 && !canVote;
  const ended = over || current().some((a) => a.lost);
  $('result').hidden = !ended;
  $('ask').hidden = ended;
  $('ask').classList.toggle('follow-up', turn > 0);
  $('send').disabled = busy || waits;
  $('keys').textContent = waits ? words.keysWait : $('keys').dataset.ready;
  $('prompt-label').textContent = turn > 0 ? $('prompt-label').dataset.then : $('prompt-label').dataset.first;
  $('prompt').rows = turn > 0 ? 2 : 5;
}

function tell(text, isError = false) {
  $('status').textContent = text;
  $('status').className = isError ? 'refused' : '';
}

/** For those who can't see what the cards show at the same time. */
function announce(text) {
  $('status').textContent = text;
  $('status').className = 'visually-hidden';
}

async function copied(answer) {
  try {
    await navigator.clipboard.writeText(answer.text);
    tell(words.copied);
  } catch { /* the browser said no; the text can still be selected */ }
}

onDrawn(controls);
setInterval(() => current().filter((a) => a.state === 'waiting').forEach((a) => a.drawState()), 1000);

// ----------------------------------------------------------------------------------------- doing
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

function ask() {
  const prompt = $('prompt').value;
  if (!prompt.trim() || over || (turn > 0 && !canVote)) return;
  keep(id, prompt);
  act(async () => {
    const draft = id;
    if (id === null) {
      const made = await call('POST', '/api/battles', { prompt });
      id = made.id;
      history.pushState(null, '', '/?battle=' + encodeURIComponent(id));
      addTurn(made.turn ?? 1, prompt);
    } else {
      const made = await call('POST', api('/turns'), { prompt });
      addTurn(made.turn ?? turn + 1, prompt);
    }
    keep(draft, '');
    $('prompt').value = '';
    canVote = false;
    announce(words.started);
    listen();
  });
}

function retry(answer) {
  act(async () => {
    await call('POST', api('/retry'), { side: answer.side });
    answer.begin();
    announce(words.started);
    if (!source || source.readyState === EventSource.CLOSED) listen();
  });
}

function vote(outcome) {
  if (!canVote || over) return;
  const mine = id;
  act(async () => {
    const result = await call('POST', api('/vote'), { outcome });
    if (mine !== id) return;
    reveal(result);
    $('result').focus({ preventScroll: true });
    $('result').scrollIntoView({ block: 'nearest' });
  });
}

function reveal(result) {
  over = true;
  canVote = false;
  source?.close();
  for (const answer of everyAnswer()) answer.reveal(answer.side === 'A' ? result.modelA : result.modelB);
  $('voted').textContent = say('voted', outcomeWords[result.outcome] ?? result.outcome);
  $('were').textContent = say('were', result.modelA.name, result.modelB.name);
  $('counted').textContent = result.counted ? words.counted
    : say('notCounted', notCountedWords[result.notCountedReason] ?? say('whyOther', result.notCountedReason));
  $('verdict').hidden = false;
  controls();
  tell('');
}

/** Another battle from this one's prompt: to be edited first, or at once. What still streams here is stopped. */
function beginWith(prompt, atOnce = false) {
  if (current().some((a) => a.running)) call('POST', api('/stop')).catch(() => {});
  keep(null, prompt);
  next();
  if (atOnce) ask();
}

// ---------------------------------------------------------------------------------------- events
function listen() {
  source?.close();
  // A new connection carries no Last-Event-ID, so the server tells everything again from the start.
  everyAnswer().forEach((a) => { a.fresh = true; });
  const mine = new EventSource(api('/events'));
  source = mine;
  const on = (name, take) => mine.addEventListener(name, (event) => {
    if (mine !== source) return;
    const e = JSON.parse(event.data);
    take(e, sideOf(e.turn, e.side));
  });
  on('delta', (e, answer) => answer?.add(e.text));
  on('done', (e, answer) => answer?.set({ state: 'done', finishReason: e.finishReason }));
  on('stopped', (e, answer) => {
    answer?.set({ state: 'stopped', fresh: true });
    if (e.turn === turn) announce(words.stoppedSay);
  });
  on('failed', (e, answer) => {
    answer?.set({ state: 'failed', fresh: true, retryable: e.retryable !== false });
    if (answer && e.turn === turn) announce(answer.note);
  });
  on('ready', (e) => {
    if (e.turn !== turn) return;
    canVote = e.canVote !== false;
    mine.close();
    if (canVote) tell(words.ready);
    controls();
    // The keys vote only outside a text box, and nobody types into this one yet.
    if (canVote && !$('prompt').value && document.activeElement === $('prompt')) ballots[0].focus({ preventScroll: true });
  });
  mine.addEventListener('open', () => { if ($('status').textContent === words.lost) tell(''); });
  mine.addEventListener('error', () => {
    if (mine !== source || over || canVote) return;
    tell(words.lost, true);
    if (mine.readyState === EventSource.CLOSED) load().catch((e) => tell(explain(e), true));
  });
}

// ------------------------------------------------------------------------------------------ load
const STATES = { STREAMING: 'streaming', DONE: 'done', FAILED: 'failed', STOPPED: 'stopped' };
const OVER = { VOTED: '', WITHDRAWN: words.withdrawn, ABANDONED: words.abandoned };

function clear() {
  source?.close();
  source = null;
  turns.clear();
  $('turns').replaceChildren();
  turn = 0;
  canVote = over = false;
  $('verdict').hidden = true;
}

async function load() {
  const mine = id;
  const battle = await call('GET', api());
  if (mine !== id) return;
  clear();
  for (const t of battle.turns) {
    addTurn(t.turn, t.prompt);
    for (const a of t.answers) {
      const state = a.state === 'STREAMING' && !a.text ? 'waiting' : STATES[a.state];
      sideOf(t.turn, a.side).set({ text: a.text ?? '', state, finishReason: a.finishReason });
    }
  }
  over = battle.state in OVER;
  canVote = battle.state === 'READY' && battle.blind !== false;
  if (battle.reveal) reveal(battle.reveal);
  else if (battle.state === 'STREAMING') listen();
  tell(over ? OVER[battle.state] : canVote ? words.ready : '');
  controls();
}

function start() {
  clear();
  tell('');
  id = new URLSearchParams(location.search).get('battle') || null;
  $('prompt').value = kept(id);
  controls();
  if (id) {
    load().catch((error) => {
      if (error.status === 404) {
        id = null;
        history.replaceState(null, '', '/');
        $('prompt').value = kept(id);
        controls();
      }
      tell(explain(error), true);
    });
  }
}

function next() {
  history.pushState(null, '', '/');
  start();
  scrollTo(0, 0);
  $('prompt').focus();
}

// ------------------------------------------------------------------------------------------ keys
$('ask').addEventListener('submit', (event) => { event.preventDefault(); ask(); });
$('prompt').addEventListener('input', () => keep(id, $('prompt').value));
$('prompt').addEventListener('keydown', (event) => {
  // 229 is what Safari sends for the Enter that ends a conversion.
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
    event.preventDefault();
    ask();
  }
});
for (const idea of document.querySelectorAll('[data-prompt]')) {
  idea.addEventListener('click', () => {
    $('prompt').value = idea.dataset.prompt;
    keep(id, idea.dataset.prompt);
    $('prompt').focus();
  });
}
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
