import { isolated } from '../lib/dom.js';
import { drawSoon } from './frames.js';
import { onLoaded } from './late.js';
import { copyCode, show } from './markdown.js';
import { toggleFold } from './reading.js';
import { resetTabs, showState } from './tabs.js';
import { count, lengthOf, say, sentences, words } from './words.js';

const cards = new Set();

/** Drops the cards of the previous battle. */
export function forgetCards() {
  cards.clear();
  resetTabs();
}

/** Explains an incomplete answer: what happened, what is kept, and what to do next. */
export function noteOf(answer) {
  if (answer.state === 'stopped') return words.answerStoppedNote;
  if (answer.state !== 'failed') return '';
  return sentences(say('answerFailedNote', answer.side), answer.lost && words.answerFailedFinal);
}

/** The card that shows one answer, with its buttons. */
export class Card {
  #draw = () => this.#drawNow();
  #shownText = null;

  constructor(answer, panel, { copy, retry, flag }) {
    this.answer = answer;
    this.panel = panel;
    this.part('.copy').addEventListener('click', () => copy(answer));
    this.part('.retry').textContent = say('retry', answer.side);
    this.part('.retry').addEventListener('click', () => retry(answer));
    this.part('.fold').addEventListener('click', () => toggleFold(panel));
    this.part('.flag').addEventListener('click', () => flag(answer));
    this.part('.reasoning').addEventListener('toggle', () => this.#drawReasoning());
    panel.addEventListener('click', (event) => copyCode(event.target, words.copied));
    cards.add(this);
    answer.onChange = () => drawSoon(this.#draw);
    answer.onChange();
  }

  part(selector) {
    return this.panel.querySelector(selector);
  }

  /** Shows the retry button, which can't be used while another call is in progress. */
  offerRetry(offered, busy) {
    this.part('.retry').hidden = !offered;
    this.part('.retry').disabled = busy;
  }

  /** Redraws the text with a library that has been loaded meanwhile. */
  redraw() {
    this.#shownText = null;
    drawSoon(this.#draw);
  }

  #drawNow() {
    const { text, running, broken } = this.answer;
    if (text !== this.#shownText) {
      // Always the whole text: the sanitizer would miss a tag that is split between two chunks.
      show(this.part('.text'), text, words.copyCode);
      this.#shownText = text;
    }
    this.drawState();
    this.part('.copy').hidden = !text;
    this.part('.fold').hidden = running || !text;
    this.part('.flag').hidden = running || !text;
    this.part('.note').hidden = !broken;
    this.part('.note').textContent = noteOf(this.answer);
    this.#drawModel();
    this.#drawDetails();
  }

  drawState() {
    this.panel.dataset.state = this.answer.state;
    this.panel.setAttribute('aria-busy', String(this.answer.running));
    const state = this.#stateWords();
    this.part('.state').textContent = state;
    // The tab has no room for the details, which the card shows.
    showState(this.answer, this.answer.state === 'done' ? words.answerDone : state);
  }

  #stateWords() {
    const { state, since, finishReason } = this.answer;
    if (state === 'waiting') return say('answerWaiting', Math.floor((Date.now() - since) / 1000));
    if (state === 'streaming') return words.answerStreaming;
    if (state === 'stopped') return words.answerStopped;
    if (state === 'failed') return words.answerFailed;
    const end = { length: words.answerCut, filtered: words.answerFiltered }[finishReason] ?? words.answerDone;
    return `${end} · ${lengthOf(this.part('.text').textContent)}`;
  }

  #drawModel() {
    const { side, model } = this.answer;
    if (!model) return;
    this.part('.name').replaceChildren(`${side} · `, isolated(model.name));
    const facts = [model.organization, model.license, weightsOf(model)];
    this.part('.facts').textContent = facts.filter(Boolean).join(' · ');
  }

  #drawDetails() {
    const { reasoning, tokens, tokensEstimated, seconds } = this.answer.details ?? {};
    const figures = [
      tokens != null && say(tokensEstimated ? 'tokensAbout' : 'tokens', count(tokens)),
      seconds != null && say('seconds', count(Math.max(1, Math.round(seconds * 10)) / 10)),
    ].filter(Boolean);
    this.part('.figures').textContent = figures.join(' · ');
    this.part('.figures').hidden = figures.length === 0;
    this.part('.reasoning').hidden = !reasoning?.trim();
    this.#drawReasoning();
  }

  #drawReasoning() {
    const open = this.part('.reasoning').open;
    if (open) show(this.part('.thought'), this.answer.details?.reasoning ?? '', words.copyCode);
  }
}

/** "Open weights" or "Closed weights"; empty if unknown. */
function weightsOf({ openWeights }) {
  if (openWeights == null) return '';
  return openWeights ? words.openWeights : words.closedWeights;
}

export const allCards = () => [...cards];

onLoaded(() => {
  for (const card of cards) card.redraw();
});
setInterval(() => {
  for (const card of cards) if (card.answer.state === 'waiting') card.drawState();
}, 1000);
