import { $ } from '../lib/dom.js';
import { Cancelled, Unreachable } from '../lib/http.js';

/** The words of deskNav.html; the pages before sign-in have none. */
export const words = $('words')?.dataset ?? {};

/** A failed call in words. */
export function messageOf(error) {
  if (error instanceof Cancelled) return words.cancelled;
  return error instanceof Unreachable ? words.lost : error.message;
}
