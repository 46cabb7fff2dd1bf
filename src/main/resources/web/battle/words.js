import { $ } from '../lib/dom.js';

const lang = document.documentElement.lang;
const number = new Intl.NumberFormat(lang);

/** A number in the format of the page's language. */
export const count = (n) => number.format(n);

/** The server's rules for this reader: agreed, banned, limit, terms. */
export const rules = $('battle').dataset;

/** The page's words in its language: the data attributes of BattlePage/words.html. */
export const words = $('words').dataset;

/** The text of that key, with $1, $2 … replaced by the values. */
export function say(key, ...values) {
  return words[key].replace(/\$(\d)/g, (place, n) => values[n - 1] ?? place);
}

/** The same as nodes and texts, for values that are elements. */
export function sayNodes(key, ...values) {
  return words[key].split(/\$(\d)/).map((part, i) => (i % 2 ? (values[part - 1] ?? `$${part}`) : part));
}

/** Joins the non-empty sentences as the language does. */
export function sentences(...parts) {
  const given = parts.filter(Boolean);
  return given.length ? given.reduce((text, next) => say('sentences', text, next)) : '';
}

/** A text's length in the language's unit, words or characters. */
export function lengthOf(text) {
  const n = words.lengthUnit === 'character' ? Array.from(text.replace(/\s+/g, '')).length : countWords(text);
  return say(n === 1 ? 'lengthOne' : 'lengthMany', number.format(n));
}

function countWords(text) {
  if (!Intl.Segmenter) return text.split(/\s+/).filter(Boolean).length;
  let n = 0;
  for (const part of new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)) if (part.isWordLike) n++;
  return n;
}

/** When to try again: in seconds for short waits, else in minutes with the time of day. */
export function waitOf(seconds) {
  if (!seconds) return '';
  if (seconds <= 90) return say('errorWait', number.format(seconds));
  const at = new Date(Date.now() + seconds * 1000).toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit' });
  return say('errorWaitMinutes', number.format(Math.ceil(seconds / 60)), at);
}
