import { $ } from '../lib/dom.js';

/** The words of deskNav.html; the pages before sign-in have none. */
export const words = $('words')?.dataset ?? {};
