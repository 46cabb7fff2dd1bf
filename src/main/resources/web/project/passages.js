/** How many passages a judgement may have. */
export const MOST = 50;

/** True if the place is between the two halves of a character. */
const splits = (text, place) => /[\uD800-\uDBFF]/.test(text[place - 1]) && /[\uDC00-\uDFFF]/.test(text[place]);

/**
 * The passage of the text from start to end (UTF-16 units, the end excluded) in whole characters and without white space around
 * it; undefined if nothing is left.
 */
export function trimmed(text, start, end) {
  let first = splits(text, start) ? start - 1 : start;
  let last = splits(text, end) ? end + 1 : end;
  while (first < last && !text[first].trim()) first++;
  while (first < last && !text[last - 1].trim()) last--;
  return first < last ? { start: first, end: last } : undefined;
}

/** The text cut at the marks, which don't overlap: pieces, each with its mark or undefined. */
export function pieces(text, marks) {
  const cut = [];
  let done = 0;
  for (const mark of [...marks].sort((one, other) => one.start - other.start)) {
    if (mark.start > done) cut.push({ text: text.slice(done, mark.start) });
    cut.push({ text: text.slice(mark.start, mark.end), mark });
    done = mark.end;
  }
  if (done < text.length) cut.push({ text: text.slice(done) });
  return cut;
}

/** The text's sentences as passages; a line break ends one too. */
export function sentences(text, language) {
  const found = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)];
  return found.flatMap(({ index, segment }) => {
    let start = index;
    return segment.split(/(?<=\n)/).flatMap((line) => {
      const passage = trimmed(text, start, start + line.length);
      start += line.length;
      return passage ?? [];
    });
  });
}

/** How many UTF-16 units a note on a passage may have. */
export const LONGEST_NOTE = 500;

/**
 * The passages that are marked in the answers of one item: each with side, turn, start, end, kind (good or bad), and a note
 * if there is one.
 */
export class Passages {
  #all = [];

  get all() {
    return [...this.#all];
  }

  get full() {
    return this.#all.length >= MOST;
  }

  /** Those of one answer, in the order of its text. */
  of(side, turn) {
    return this.#all
      .filter((one) => one.side === side && one.turn === turn)
      .sort((one, other) => one.start - other.start);
  }

  /** False, and nothing is added, if the passage overlaps one of the same answer. */
  add(passage) {
    const { side, turn, start, end } = passage;
    if (this.of(side, turn).some((one) => start < one.end && one.start < end)) return false;
    this.#all.push(passage);
    return true;
  }

  /** Puts words beside a passage; white space alone is none. */
  note(passage, words) {
    passage.note = words.trim() ? words.slice(0, LONGEST_NOTE) : undefined;
  }

  remove(passage) {
    this.#all = this.#all.filter((one) => one !== passage);
  }
}
