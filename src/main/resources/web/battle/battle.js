import { $ } from '../lib/dom.js';
import { call } from '../lib/http.js';
import { forgetCards } from './card.js';
import { consent } from './consent.js';
import { ballots, drawControls } from './controls.js';
import { keepDraft } from './draft.js';
import { explain } from './errors.js';
import { askWhy } from './flagging.js';
import { onDrawn } from './frames.js';
import { listenToKeys } from './keys.js';
import * as named from './named.js';
import * as prompts from './prompt.js';
import { listenToReasons, resetReasons } from './reasons.js';
import { listenToShare } from './share.js';
import { Battle } from './state.js';
import { announce, copyAnswer, showStatus } from './status.js';
import { follow, following, unfollow } from './stream.js';
import { drawTurn, noteOnPrompt } from './turn.js';
import { resetVerdict } from './verdict.js';
import { castVote, showVoted } from './voting.js';
import { rules, words } from './words.js';

const battle = new Battle(drawControls);
const turnActions = { beginWith, copy: copyAnswer, retry, flag };

/** Makes one call at a time. A conflict means that the page is behind, so it loads the battle again. */
async function act(work) {
  if (battle.busy) return;
  battle.setBusy(true);
  try {
    await work();
  } catch (error) {
    if (error.status === 409 && battle.id) await load().catch(() => {});
    showStatus(explain(error), true);
  } finally {
    battle.setBusy(false);
  }
}

// --------------------------------------------------------------------------------------- prompts
async function ask() {
  const prompt = $('prompt').value;
  if (rules.banned === 'true' || !battle.canAsk || !prompt.trim() || prompts.tooLong()) return;
  if (!$('ask').reportValidity()) return;
  keepDraft(battle.id, prompt);
  if (await consent()) act(() => send(prompt));
  else $('prompt').focus();
}

async function send(prompt) {
  const draft = battle.id;
  let sent;
  if (draft === null) {
    const pair = named.chosen();
    sent = await call('POST', '/api/battles', { prompt, ...pair });
    battle.begin(sent.id, pair.modelA ? named.chosenNames() : null);
    history.pushState(null, '', `/?battle=${encodeURIComponent(sent.id)}`);
  } else {
    sent = await call('POST', battle.path('/turns'), { prompt });
  }
  drawTurn(prompt, battle.ask(sent.turn ?? battle.turn + 1, prompt), turnActions);
  $('turns').classList.add('live');
  keepDraft(draft, '');
  prompts.write('');
  announce(words.started);
  if (sent.notice) noteOnPrompt(sent.notice);
  listen();
}

function retry(answer) {
  act(async () => {
    await call('POST', battle.path('/retry'), { side: answer.side });
    answer.retry();
    announce(words.started);
    if (!following()) listen();
  });
}

/** Begins another battle with this one's prompt: at once, or after the reader has edited it. */
function beginWith(prompt, atOnce = false) {
  if (battle.running) call('POST', battle.path('/stop')).catch(() => {});
  keepDraft(null, prompt);
  next();
  if (atOnce) ask();
}

function flag({ side }) {
  askWhy(side, (reason) =>
    act(async () => {
      await call('POST', battle.path('/flag'), { side, reason });
      showStatus(words.flagged);
    }),
  );
}

// ---------------------------------------------------------------------------------------- events
function listen() {
  follow(battle, {
    ready: becomeReady,
    lost: (forGood) => {
      showStatus(words.connectionLost, true);
      if (forGood) load().catch((error) => showStatus(explain(error), true));
    },
  });
}

function becomeReady(mayVote) {
  battle.becomeReady(mayVote);
  showStatus(readyWords());
  // The keys vote only outside a text box; whoever types, reads on by keyboard or chooses something is left alone.
  const idle = [document.body, $('send'), $('stop'), !$('prompt').value && $('prompt')];
  if (mayVote && idle.includes(document.activeElement)) ballots[0].focus({ preventScroll: true });
}

const readyWords = () => (battle.blind ? words.ready : words.namedDone);

// ----------------------------------------------------------------------------------------- votes
function vote(outcome) {
  if (battle.canVote) act(() => castVote(battle, outcome));
}

function withdraw() {
  act(async () => {
    await call('DELETE', battle.path('/vote'));
    await load();
  });
}

// --------------------------------------------------------------------------------------- loading
const ENDS = { VOTED: '', WITHDRAWN: words.withdrawn, ABANDONED: words.abandoned };

function clear() {
  unfollow();
  forgetCards();
  resetVerdict();
  resetReasons();
  $('turns').replaceChildren();
  $('turns').classList.remove('live');
}

async function load() {
  const { id } = battle;
  const known = await call('GET', battle.path());
  if (id !== battle.id) return;
  clear();
  battle.restore(known);
  for (const { prompt, answers } of battle.turns.values()) drawTurn(prompt, answers, turnActions);
  if (known.state === 'VOTED') showVoted(battle, known);
  else if (known.state === 'STREAMING') listen();
  if (battle.turn === 0) showStatus(words.erased);
  else showStatus(ENDS[known.state] ?? (battle.phase === 'ready' ? readyWords() : ''));
}

/** Opens the battle that the address names, or an empty page. */
function start() {
  clear();
  showStatus('');
  const id = new URLSearchParams(location.search).get('battle') || null;
  prompts.restore(id);
  battle.open(id);
  if (id === null) named.fromAddress();
  else load().catch(showUnknown);
}

function showUnknown(error) {
  if (error.status === 404) {
    history.replaceState(null, '', '/');
    start();
  }
  showStatus(explain(error), true);
}

function next() {
  history.pushState(null, '', '/');
  start();
  scrollTo(0, 0);
  $('prompt').focus();
}

// ----------------------------------------------------------------------------------------- wires
$('ask').addEventListener('submit', (event) => {
  event.preventDefault();
  ask();
});
$('stop').addEventListener('click', () => act(() => call('POST', battle.path('/stop'))));
$('next').addEventListener('click', next);
$('withdraw').addEventListener('click', withdraw);
for (const ballot of ballots) ballot.addEventListener('click', () => vote(ballot.dataset.outcome));
prompts.listenToPrompt(battle, () => drawControls(battle));
listenToKeys(battle, { ask, vote, next });
listenToReasons(battle);
listenToShare(battle, act);
onDrawn(() => drawControls(battle));
addEventListener('popstate', start);
start();
// How long it took until the page could be used, for measurements.
performance.mark('typing-ready');
