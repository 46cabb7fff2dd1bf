import { forgetAll, onDrawn } from './answer.js';
import { call, explain } from './calls.js';
import { consent } from './consent.js';
import { keep } from './draft.js';
import { askWhy } from './flagging.js';
import { follow, following, unfollow } from './events.js';
import { listenToKeys } from './keys.js';
import * as prompts from './prompt.js';
import * as named from './named.js';
import { announce, copied, foundAgain, tell } from './status.js';
import { drawTurn, noteOnPrompt } from './turn.js';
import * as verdict from './verdict.js';
import { words } from './words.js';

const $ = (id) => document.getElementById(id);
const ballots = [...document.querySelectorAll('[data-outcome]')];

let id = null;
let turn = 0;
let [ready, blind, over, busy] = [false, true, false, false];
let cardNames = [];
const turns = new Map();

const api = (tail = '') => '/api/battles/' + encodeURIComponent(id) + tail;
const canVote = () => ready && blind && !over;
const current = () => (turns.has(turn) ? turns.get(turn).sides : []);
const banned = words.banned === 'true';
const everyAnswer = () => [...turns.values()].flatMap((t) => t.sides);
const sideOf = (number, side) => turns.get(number)?.sides.find((a) => a.side === side);

// --------------------------------------------------------------------------------------- drawing
function addTurn(number, prompt) {
  if (turns.has(number)) return;
  turns.set(number, { prompt, sides: drawTurn(number, prompt, { beginWith, copied, retry, flag }) });
  turn = Math.max(turn, number);
}

function controls() {
  const streaming = current().some((a) => a.running);
  $('question').classList.toggle('visually-hidden', turn > 0 || banned);
  $('first').hidden = id !== null || banned;
  $('bar').hidden = turn === 0 || over;
  $('bar').classList.toggle('ready', canVote());
  $('not-ranked').hidden = blind;
  $('stop').hidden = !streaming;
  ballots.forEach((b) => { b.hidden = !blind; b.disabled = !canVote() || busy; });
  for (const answer of everyAnswer()) {
    // A stopped side has to wait for the other one, a failed side hasn't.
    const can = !over && answer.turn === turn
      && (answer.state === 'failed' ? answer.retryable : answer.state === 'stopped' && !streaming);
    if (can !== answer.canRetry) answer.set({ canRetry: can });
  }
  const waits = turn > 0 && !ready;
  const ended = over || current().some((a) => a.lost);
  $('result').hidden = !ended;
  // Why may be said before the vote, which takes it along, and after it.
  $('why').hidden = !canVote() && $('verdict').hidden;
  $('comment-save').hidden = !over;
  $('ask').hidden = ended || banned;
  $('ask').classList.toggle('follow-up', turn > 0);
  $('named').hidden = turn > 0;
  $('send').disabled = busy || waits || prompts.tooLong();
  $('keys').textContent = waits ? words.keysWait : $('keys').dataset.ready;
  $('prompt-label').textContent = turn > 0 ? $('prompt-label').dataset.then : $('prompt-label').dataset.first;
  $('prompt').rows = turn > 0 ? 2 : 5;
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

async function ask() {
  const prompt = $('prompt').value;
  if (busy || banned || !prompt.trim() || prompts.tooLong() || over || (turn > 0 && !ready) || !$('ask').reportValidity()) return;
  keep(id, prompt);
  if (!await consent()) return $('prompt').focus();
  act(async () => {
    const draft = id;
    let made;
    if (id === null) {
      const pair = named.chosen();
      made = await call('POST', '/api/battles', { prompt, ...pair });
      id = made.id;
      blind = !pair.modelA;
      history.pushState(null, '', '/?battle=' + encodeURIComponent(id));
      addTurn(made.turn ?? 1, prompt);
      if (!blind) nameCards(named.chosenNames());
    } else {
      made = await call('POST', api('/turns'), { prompt });
      addTurn(made.turn ?? turn + 1, prompt);
      if (!blind) nameCards(cardNames);
    }
    $('turns').classList.add('live');
    keep(draft, '');
    prompts.write('');
    ready = false;
    announce(words.started);
    if (made.notice) noteOnPrompt(made.notice);
    listen();
  });
}

function retry(answer) {
  act(async () => {
    await call('POST', api('/retry'), { side: answer.side });
    answer.begin();
    announce(words.started);
    if (!following()) listen();
  });
}

function flag(answer) {
  askWhy(answer.side, (reason) => act(async () => {
    await call('POST', api('/flag'), { side: answer.side, reason });
    tell(words.flagged);
  }));
}

/** The voter chose these models: their names stand on the cards from the start. */
function nameCards(names) {
  cardNames = names;
  for (const answer of everyAnswer()) answer.reveal({ name: names[answer.side === 'A' ? 0 : 1] ?? '' });
}

function vote(outcome) {
  if (!canVote()) return;
  const mine = id;
  act(async () => {
    const result = await call('POST', api('/vote'), { outcome, ...verdict.reasons() });
    if (mine !== id) return;
    reveal(result);
    $('result').focus({ preventScroll: true });
    $('result').scrollIntoView({ block: 'nearest' });
    details(mine).catch(() => { /* what is missing then is shown by a reload */ });
  });
}

/** What the server tells after the vote only: reasoning, tokens and seconds, and how the pair stands. */
async function details(mine) {
  const battle = await call('GET', api());
  if (mine !== id) return;
  showDetails(battle);
}

function showDetails(battle) {
  tellFigures(battle);
  verdict.showStanding(battle.standing);
  if (battle.reveal.counted) verdict.followBoard(battle.standing.taken, async () => (await call('GET', api())).standing);
}

function tellFigures(battle) {
  for (const t of battle.turns) for (const a of t.answers) if (a.seconds != null) sideOf(t.turn, a.side)?.tell(a);
}

function reveal(result) {
  over = true;
  $('turns').classList.remove('live');
  unfollow();
  for (const answer of everyAnswer()) answer.reveal(answer.side === 'A' ? result.modelA : result.modelB);
  verdict.showVerdict(api(), result);
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
  // A new connection carries no Last-Event-ID, so the server tells everything again from the start.
  everyAnswer().forEach((a) => { a.fresh = true; });
  follow(api('/events'), {
    delta: (e) => sideOf(e.turn, e.side)?.add(e.text),
    done: (e) => sideOf(e.turn, e.side)?.set({ state: 'done', finishReason: e.finishReason }),
    stopped: (e) => {
      sideOf(e.turn, e.side)?.set({ state: 'stopped', fresh: true });
      if (e.turn === turn) announce(words.stoppedSay);
    },
    failed: (e) => {
      const answer = sideOf(e.turn, e.side);
      answer?.set({ state: 'failed', fresh: true, retryable: e.retryable !== false });
      if (answer && e.turn === turn) announce(answer.note);
    },
    ready: (e) => (e.turn === turn ? becomeReady(e.canVote !== false) : false),
    again: foundAgain,
    lost: (forGood) => {
      tell(words.lost, true);
      if (forGood) load().catch((e) => tell(explain(e), true));
    },
  });
}

function becomeReady(mayVote) {
  ready = true;
  blind = mayVote;
  tell(blind ? words.ready : words.namedDone);
  controls();
  // The keys vote only outside a text box; whoever types, reads on by keyboard or chooses something is left alone.
  const idle = [document.body, $('send'), $('stop'), !$('prompt').value && $('prompt')];
  if (blind && idle.includes(document.activeElement)) ballots[0].focus({ preventScroll: true });
  return true;
}

// ------------------------------------------------------------------------------------------ load
const STATES = { STREAMING: 'streaming', DONE: 'done', FAILED: 'failed', STOPPED: 'stopped' };
const OVER = { VOTED: '', WITHDRAWN: words.withdrawn, ABANDONED: words.abandoned };

function clear() {
  unfollow();
  turns.clear();
  forgetAll();
  verdict.reset();
  $('turns').replaceChildren();
  turn = 0;
  ready = over = false;
  blind = true;
  $('turns').classList.remove('live');
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
  ready = battle.state === 'READY';
  blind = battle.blind !== false;
  if (!blind) nameCards([battle.modelA, battle.modelB]);
  tellFigures(battle);
  if (battle.state === 'VOTED') {
    reveal(battle.reveal);
    showDetails(battle);
  } else if (battle.reveal) nameCards([battle.reveal.modelA.name, battle.reveal.modelB.name]);
  else if (battle.state === 'STREAMING') listen();
  tell(battle.turns.length === 0 ? words.erased : over ? OVER[battle.state] : ready ? (blind ? words.ready : words.namedDone) : '');
  controls();
}

function start() {
  clear();
  tell('');
  id = new URLSearchParams(location.search).get('battle') || null;
  prompts.restore(id);
  controls();
  if (!id) named.fromAddress();
  if (id) {
    load().catch((error) => {
      if (error.status === 404) {
        id = null;
        history.replaceState(null, '', '/');
        prompts.restore(id);
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

// ------------------------------------------------------------------------------------------ wire
$('ask').addEventListener('submit', (event) => { event.preventDefault(); ask(); });
prompts.listenToPrompt(() => id, controls);
$('stop').addEventListener('click', () => act(() => call('POST', api('/stop'))));
$('next').addEventListener('click', next);
ballots.forEach((b) => b.addEventListener('click', () => vote(b.dataset.outcome)));
listenToKeys({ ask, canVote, vote, next });
verdict.wire({ act, tell, withdrawn: load });
addEventListener('popstate', start);
start();
// How long it took until the page could be used, for whoever measures it.
performance.mark('typing-ready');
