import { $, onSubmit } from '../lib/dom.js';
import { at } from '../lib/home.js';
import { call } from '../lib/http.js';
import { forgetCards } from './card.js';
import { consent } from './consent.js';
import { ballots, drawControls } from './controls.js';
import { keepDraft } from './draft.js';
import { callWithEffort } from './effort.js';
import { explain } from './errors.js';
import { askWhy } from './flagging.js';
import { onDrawn } from './frames.js';
import { listenToHistory } from './history.js';
import { listenToKeys } from './keys.js';
import * as named from './named.js';
import * as prompts from './prompt.js';
import { listenToReasons, resetReasons } from './reasons.js';
import { listenToShare } from './share.js';
import { Battle } from './state.js';
import { announce, copyAnswer, showStatus } from './status.js';
import { follow, following, unfollow } from './stream.js';
import { listenToTabs } from './tabs.js';
import { drawTurn, noteOnPrompt } from './turn.js';
import { resetVerdict } from './verdict.js';
import { castVote, hold, release, showVoted } from './voting.js';
import { rules, words } from './words.js';

const battle = new Battle(drawControls);
const turnActions = { beginWith, copy: copyAnswer, retry, flag };

/** Makes one call at a time. A conflict means that the page is outdated, so the battle is loaded again. */
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
    sent = await callWithEffort('POST', '/api/battles', { prompt, ...pair });
    battle.begin(sent.id, pair.modelA ? named.chosenNames() : null);
    history.pushState(null, '', at(`/?battle=${encodeURIComponent(sent.id)}`));
    refreshHistory();
  } else {
    sent = await callWithEffort('POST', battle.path('/turns'), { prompt });
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
    // Before the call, since the new attempt's events may arrive before its answer.
    const former = answer.retry();
    try {
      await call('POST', battle.path('/retry'), { side: answer.side });
    } catch (error) {
      answer.set(former);
      throw error;
    }
    announce(words.started);
    if (answer.running && !following()) listen();
  });
}

/** Begins another battle with this one's prompt, at once or after the voter has edited it. */
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
  sayReady();
  // The keys vote only outside a text box; whoever types, reads on by keyboard or chooses something is left alone. No
  // single button is focused: that would favour its outcome, and Enter would vote.
  const idle = [document.body, $('send'), $('stop'), $('retry'), !$('prompt').value && $('prompt')];
  if (mayVote && idle.includes(document.activeElement)) $('bar').focus({ preventScroll: true });
}

/** Announces it to screen readers; the vote bar shows it. */
function sayReady() {
  if (battle.blind) announce(words.ready);
  else showStatus(words.namedDone);
}

// ----------------------------------------------------------------------------------------- votes
/** Holds the chosen outcome for a while; choosing it again sends it at once. */
function vote(outcome) {
  if (!battle.canVote || battle.busy) return;
  if (battle.held === outcome) sendVote();
  else hold(battle, outcome, sendVote);
}

function sendVote() {
  const outcome = battle.held;
  if (outcome === null) return;
  if (battle.busy) {
    setTimeout(sendVote, 100);
    return;
  }
  release(battle);
  act(() => castVote(battle, outcome));
}

function undo() {
  release(battle);
  announce(words.undone);
  $('bar').focus({ preventScroll: true });
}

function withdraw() {
  act(async () => {
    await call('DELETE', battle.path('/vote'));
    await load();
    // The verdict was above it: without it the page would jump to another place.
    $('status').scrollIntoView({ block: 'center' });
  });
}

// --------------------------------------------------------------------------------------- loading
const ENDS = { VOTED: '', WITHDRAWN: words.withdrawn, ABANDONED: words.abandoned };

function clear() {
  unfollow();
  release(battle);
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
  else if (battle.phase === 'ready') sayReady();
  else showStatus(ENDS[known.state] ?? '');
}

/** Opens the battle that the address names, or an empty page. */
function start() {
  clear();
  showStatus('');
  const id = new URLSearchParams(location.search).get('battle') || null;
  prompts.restore(id);
  battle.open(id);
  if (id !== null) {
    load().catch(showUnknown);
    return;
  }
  named.fromAddress();
  // On a touch screen the focus would open a keyboard that hides half of the page.
  if (matchMedia('(pointer: fine)').matches) $('prompt').focus({ preventScroll: true });
}

function showUnknown(error) {
  if (error.status === 404) {
    history.replaceState(null, '', at('/'));
    start();
  }
  showStatus(explain(error), true);
}

function next() {
  history.pushState(null, '', at('/'));
  start();
  scrollTo(0, 0);
  $('prompt').focus();
}

function openBattle(id) {
  history.pushState(null, '', at(`/?battle=${encodeURIComponent(id)}`));
  start();
  scrollTo(0, 0);
}

// ----------------------------------------------------------------------------------------- wires
onSubmit($('ask'), ask);
$('stop').addEventListener('click', () => act(() => call('POST', battle.path('/stop'))));
$('retry').addEventListener('click', () => retry(battle.current.find((answer) => battle.canRetry(answer))));
$('undo').addEventListener('click', undo);
$('next').addEventListener('click', next);
$('withdraw').addEventListener('click', withdraw);
for (const ballot of ballots) ballot.addEventListener('click', () => vote(ballot.dataset.outcome));
prompts.listenToPrompt(battle, () => drawControls(battle));
listenToKeys(battle, { ask, vote, undo, next });
listenToTabs(battle);
listenToReasons(battle);
listenToShare(battle, act);
const refreshHistory = listenToHistory(battle, { open: openBattle, removed: (id) => id === battle.id && next() });
onDrawn(() => drawControls(battle));
addEventListener('popstate', start);
start();
// Marks when the page became usable; tests measure it.
performance.mark('typing-ready');
