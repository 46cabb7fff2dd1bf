import { marked } from 'marked';
import DOMPurify from 'dompurify';
import { lengthOf, say, sentences, words } from './words.js';

DOMPurify.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName === 'A' && node.hasAttribute('href')) {
    node.setAttribute('target', '_blank');
    node.setAttribute('rel', 'noopener noreferrer nofollow');
  }
  // Both scroll sideways, and a keyboard must be able to.
  if (node.tagName === 'PRE' || node.tagName === 'TABLE') node.setAttribute('tabindex', '0');
});

const dirty = new Set();
let afterDrawing = () => {};

/** Calls back after each drawing of what has changed. */
export function onDrawn(then) {
  afterDrawing = then;
}

/** One side's card in one turn: its text, its state in words, and its own buttons. */
export class Answer {
  constructor(turn, panel, { copied, retry }) {
    Object.assign(this, { turn, panel, side: panel.dataset.side, text: '', state: 'waiting', since: Date.now(),
      fresh: true, finishReason: null, retryable: true, canRetry: false });
    this.part('.copy').addEventListener('click', () => copied(this));
    this.part('.retry').textContent = say('retry', this.side);
    this.part('.retry').addEventListener('click', () => retry(this));
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
    if (dirty.size === 0) requestAnimationFrame(drawAll);
    dirty.add(this);
  }

  reveal(model) {
    this.part('.name').textContent = this.side + ' · ' + model.name;
    this.part('.facts').textContent = [model.organization, model.license].filter(Boolean).join(' · ');
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
    this.part('.text').innerHTML = DOMPurify.sanitize(marked.parse(this.text, { async: false, gfm: true, breaks: true }), {
      RETURN_TRUSTED_TYPE: true,
      FORBID_TAGS: ['img', 'picture', 'video', 'audio', 'source', 'svg', 'math', 'style', 'form', 'input', 'button', 'textarea', 'select'],
      FORBID_ATTR: ['style', 'id', 'name', 'class'],
    });
    this.drawState();
    this.part('.copy').hidden = !this.text;
    this.part('.retry').hidden = !this.canRetry;
    this.part('.note').hidden = !this.ended;
    this.part('.note').textContent = this.note;
  }
}

function drawAll() {
  const changed = [...dirty];
  dirty.clear();
  changed.forEach((answer) => answer.drawNow());
  afterDrawing();
}
