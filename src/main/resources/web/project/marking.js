import { $, element } from '../lib/dom.js';
import { LONGEST_NOTE, Passages, pieces, sentences, trimmed } from './passages.js';

const LONGEST_OPTION = 60;
const LONGEST_QUOTE = 160;

const short = (text, most) => {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : characters.join('');
};

/** Where the boundary of a range is in the place's text: its length in UTF-16 units before the boundary. */
function offset(place, container, within) {
  const before = document.createRange();
  before.selectNodeContents(place);
  if (before.comparePoint(container, within) < 0) return 0;
  if (before.comparePoint(container, within) > 0) return place.textContent.length;
  before.setEnd(container, within);
  return before.toString().length;
}

/** The text node at an offset of the place's text, and the offset in it. */
function boundary(place, at) {
  const nodes = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  let before = 0;
  let node = nodes.nextNode();
  while (before + node.length < at) {
    before += node.length;
    node = nodes.nextNode();
  }
  return [node, at - before];
}

/**
 * Marks passages of the answers on an annotator's page. While it is switched on, answers are shown as plain text, because
 * passages are counted in that. What is selected there, or chosen as a sentence, becomes a passage by a button.
 */
export class Marking {
  #words;
  #redraw;
  #passages = new Passages();
  /** By the answer's section: its side, turn and text, the selected passage, and the text whose sentences are offered. */
  #answers = new Map();
  #on = false;

  /** redraw is called when answers have to be shown anew. */
  constructor(words, redraw) {
    this.#words = words;
    this.#redraw = redraw;
    $('mark').addEventListener('click', () => this.#toggle());
    document.addEventListener('selectionchange', () => this.#selected(getSelection()));
  }

  get passages() {
    return this.#passages.all;
  }

  /** Forgets the passages, for another item if there is one. */
  begin(there) {
    this.#passages = new Passages();
    $('mark-bar').hidden = !there;
    for (const section of [...this.#answers.keys()]) {
      if (section.isConnected) this.#pick(section, undefined);
      else this.#answers.delete(section);
    }
  }

  /** Shows an answer's passages and, while it is switched on, its text; false if the text has to be shown as usual. */
  show(section, side, turn, text) {
    const known = this.#answers.get(section);
    const answer = { ...known, side, turn, text };
    this.#answers.set(section, answer);
    const place = section.querySelector('.text');
    place.classList.toggle('plain', this.#on);
    if (!known) this.#furnish(section, side);
    for (const tools of section.querySelectorAll('.mark-sentence, .mark-tools')) tools.hidden = !this.#on;
    this.#list(section, answer);
    if (!this.#on) return false;
    this.#offerSentences(section, answer);
    this.#drawText(place, answer);
    this.#drawPicked();
    return true;
  }

  #toggle() {
    this.#on = !this.#on;
    $('mark').setAttribute('aria-pressed', String(this.#on));
    $('mark-hint').hidden = !this.#on;
    for (const section of this.#answers.keys()) this.#pick(section, undefined);
    this.#redraw();
  }

  /** Adds the tools below an answer. */
  #furnish(section, side) {
    const tools = $('marking').content.cloneNode(true);
    const name = this.#words.passagesOf.replace('$1', () => side);
    for (const named of tools.querySelectorAll('.mark-tools, .marks')) named.setAttribute('aria-label', name);
    tools.querySelector('select').addEventListener('change', ({ target }) => this.#choose(section, target.value));
    for (const button of tools.querySelectorAll('[data-kind]'))
      button.addEventListener('click', () => this.#add(section, button.dataset.kind));
    section.append(tools);
  }

  #offerSentences(section, answer) {
    const { text } = answer;
    if (answer.offered === text) return;
    answer.offered = text;
    const select = section.querySelector('.mark-sentence select');
    select.replaceChildren(select.firstElementChild);
    for (const { start, end } of sentences(text, document.documentElement.lang))
      select.append(element('option', { value: `${start}-${end}` }, short(text.slice(start, end), LONGEST_OPTION)));
  }

  #drawText(place, { side, turn, text }) {
    const marks = this.#passages.of(side, turn);
    const fresh = place.cloneNode();
    for (const { text: words, mark } of pieces(text, marks))
      fresh.append(mark ? element('mark', { className: mark.kind }, words) : words);
    // What hasn't changed is left alone, so that a selection survives.
    if (!place.isEqualNode(fresh)) place.replaceChildren(...fresh.childNodes);
  }

  #list(section, { side, turn, text }) {
    const items = this.#passages.of(side, turn).map((passage) => {
      const quote = short(text.slice(passage.start, passage.end), LONGEST_QUOTE);
      const remove = element('button', { type: 'button', className: 'quiet', textContent: this.#words.remove });
      remove.setAttribute(
        'aria-label',
        this.#words.removePassage.replace('$1', () => quote),
      );
      remove.addEventListener('click', () => this.#remove(section, passage));
      const kind = passage.kind === 'good' ? this.#words.good : this.#words.bad;
      return element(
        'li',
        { className: passage.kind },
        element('strong', {}, kind),
        element('q', {}, quote),
        remove,
        this.#note(passage, quote),
      );
    });
    section.querySelector('.marks').replaceChildren(...items);
  }

  /** Where the annotator says why, in a few words. */
  #note(passage, quote) {
    const note = element('input', {
      type: 'text',
      maxLength: LONGEST_NOTE,
      autocomplete: 'off',
      value: passage.note ?? '',
    });
    note.setAttribute(
      'aria-label',
      this.#words.noteOn.replace('$1', () => quote),
    );
    note.addEventListener('input', () => this.#passages.note(passage, note.value));
    return element('label', { className: 'note' }, element('span', {}, this.#words.note), note);
  }

  #say(section, words) {
    section.querySelector('.picked').textContent = words;
  }

  /** Makes the passage the one that the buttons act on; undefined for none. */
  #pick(section, passage) {
    const answer = this.#answers.get(section);
    answer.picked = passage;
    const quote = passage && short(answer.text.slice(passage.start, passage.end), LONGEST_QUOTE);
    this.#say(section, passage ? this.#words.picked.replace('$1', () => quote) : '');
    const select = section.querySelector('.mark-sentence select');
    select.value = passage ? `${passage.start}-${passage.end}` : '';
    if (select.selectedIndex < 0) select.selectedIndex = 0;
    this.#drawPicked();
  }

  /** A sentence by the value of its option. */
  #choose(section, value) {
    const [start, end] = value.split('-').map(Number);
    this.#pick(section, value ? { start, end } : undefined);
  }

  /** Shows what is picked, also when the selection itself is gone; older browsers show it in words alone. */
  #drawPicked() {
    const picked = [...this.#answers].filter(([, answer]) => this.#on && answer.picked);
    const ranges = picked.map(([section, answer]) => {
      const place = section.querySelector('.text');
      const range = document.createRange();
      range.setStart(...boundary(place, answer.picked.start));
      range.setEnd(...boundary(place, answer.picked.end));
      return range;
    });
    if (CSS.highlights) CSS.highlights.set('picked', new Highlight(...ranges));
  }

  /** Takes what is selected in an answer's text. A click beside it, as on a button, keeps what was. */
  #selected(selection) {
    const section = selection.anchorNode?.parentElement?.closest('.answer');
    const place = section?.querySelector('.text');
    if (!this.#on || !this.#answers.has(section) || !place.contains(selection.anchorNode)) return;
    const range = selection.getRangeAt(0);
    const start = offset(place, range.startContainer, range.startOffset);
    const end = offset(place, range.endContainer, range.endOffset);
    this.#pick(section, trimmed(this.#answers.get(section).text, start, end));
  }

  #add(section, kind) {
    const { side, turn, picked } = this.#answers.get(section);
    if (!picked) {
      this.#say(section, this.#words.pickFirst);
    } else if (this.#passages.full) {
      this.#say(section, this.#words.full);
    } else if (this.#passages.add({ side, turn, ...picked, kind })) {
      getSelection().removeAllRanges();
      this.#pick(section, undefined);
      this.#redraw();
      this.#say(section, this.#words.added);
    } else {
      this.#say(section, this.#words.overlapping);
    }
  }

  #remove(section, passage) {
    this.#passages.remove(passage);
    this.#redraw();
    (section.querySelector('.marks button') ?? $('mark')).focus();
  }
}
