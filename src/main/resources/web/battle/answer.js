import { onLoaded } from './late.js';
import { copyCode, show } from './markdown.js';
import { count, lengthOf, say, sentences, words } from './words.js';

const dirty = new Set();
const drawn = new Set();
let afterDrawing = () => {};
let notBefore = 0;

/** Calls back after each drawing of what has changed. */
export function onDrawn(then) {
  afterDrawing = then;
}

/** Forgets the cards that are gone. */
export function forgetAll() {
  drawn.clear();
}

/** One side's card in one turn: its text, its state in words, and its own buttons. */
export class Answer {
  constructor(turn, panel, { copied, retry, flag }) {
    Object.assign(this, { turn, panel, side: panel.dataset.side, text: '', state: 'waiting', since: Date.now(),
      fresh: true, finishReason: null, retryable: true, canRetry: false, reasoning: '' });
    this.part('.copy').addEventListener('click', () => copied(this));
    this.part('.retry').textContent = say('retry', this.side);
    this.part('.retry').addEventListener('click', () => retry(this));
    this.part('.flag').addEventListener('click', () => flag(this));
    this.part('.reasoning').addEventListener('toggle', () => this.drawReasoning());
    panel.addEventListener('click', (event) => copyCode(event.target, words.copied));
    drawn.add(this);
    this.draw();
  }

  part(selector) {
    return this.panel.querySelector(selector);
  }

  get running() {
    return this.state === 'waiting' || this.state === 'streaming';
  }

  get ended() {
    return this.state === 'failed' || this.state === 'stopped';
  }

  /** Whether it failed for good, so that its battle can't go on. */
  get lost() {
    return this.state === 'failed' && !this.retryable;
  }

  /** What happened, what is kept, and what to do next, where the answer isn't whole. */
  get note() {
    if (this.state === 'stopped') return words.stoppedNote;
    return this.state === 'failed' ? sentences(say('failedNote', this.side), this.lost && words.failedFinal) : '';
  }

  /** Waits for its first words. */
  begin() {
    this.set({ state: 'waiting', since: Date.now(), text: '', fresh: true });
  }

  /** A chunk; the first one after a new connection begins the text anew, since the server tells it from the start. */
  add(text) {
    this.set({ text: this.fresh ? text : this.text + text, fresh: false, state: 'streaming' });
  }

  set(changes) {
    Object.assign(this, changes);
    this.draw();
  }

  draw() {
    if (dirty.size === 0) schedule();
    dirty.add(this);
  }

  reveal(model) {
    this.part('.name').textContent = this.side + ' · ' + model.name;
    this.part('.facts').textContent = [model.organization, model.license, weightsOf(model)]
      .filter(Boolean).join(' · ');
  }

  /** What may be told of it once its model is known. */
  tell({ reasoning, tokens, tokensEstimated, seconds }) {
    this.reasoning = reasoning ?? '';
    this.part('.reasoning').hidden = !this.reasoning.trim();
    const figures = [tokens != null && say(tokensEstimated ? 'tokensAbout' : 'tokens', count(tokens)),
      seconds != null && say('seconds', count(Math.max(1, Math.round(seconds * 10)) / 10))].filter(Boolean).join(' · ');
    this.part('.figures').textContent = figures;
    this.part('.figures').hidden = !figures;
    this.drawReasoning();
  }

  drawReasoning() {
    if (this.part('.reasoning').open) show(this.part('.thought'), this.reasoning, words.copyCode);
  }

  drawState() {
    this.panel.dataset.state = this.state;
    this.panel.setAttribute('aria-busy', String(this.running));
    this.part('.state').textContent = this.stateWords();
  }

  stateWords() {
    if (this.state === 'waiting') return say('waiting', Math.floor((Date.now() - this.since) / 1000));
    if (this.state !== 'done') return words[this.state];
    const how = { length: words.cut, filtered: words.filtered }[this.finishReason] ?? words.done;
    return how + ' · ' + lengthOf(this.part('.text').textContent);
  }

  drawNow() {
    // The whole text each time: a tag cut in two by a chunk would slip past a cleaner that sees one half.
    show(this.part('.text'), this.text, words.copyCode);
    this.drawState();
    this.part('.copy').hidden = !this.text;
    this.part('.flag').hidden = this.running || !this.text;
    this.part('.retry').hidden = !this.canRetry;
    this.part('.note').hidden = !this.ended;
    this.part('.note').textContent = this.note;
  }
}

/** Whether its weights are open; nothing where only a name is known. */
function weightsOf({ openWeights }) {
  if (openWeights == null) return '';
  return openWeights ? words.openWeights : words.closedWeights;
}

/** The next frame; after a drawing that took long, later, so that a long answer leaves the page time to react. */
function schedule() {
  const wait = notBefore - performance.now();
  if (wait > 0) setTimeout(() => requestAnimationFrame(drawAll), wait); else requestAnimationFrame(drawAll);
}

function drawAll() {
  const changed = [...dirty];
  dirty.clear();
  const begun = performance.now();
  changed.forEach((answer) => answer.drawNow());
  const end = performance.now();
  notBefore = end - begun > 16 ? end + 3 * (end - begun) : 0;
  afterDrawing();
}

onLoaded(() => drawn.forEach((answer) => { answer.draw(); answer.drawReasoning(); }));
