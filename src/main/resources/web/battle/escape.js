const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** The text escaped for HTML, also within attributes. */
export const escapeHtml = (text) => String(text).replace(/[&<>"']/g, (c) => ENTITIES[c]);

/**
 * HTML for the sanitizer without what the browser would report under the content security policy as it parses it.
 * Elements that the sanitizer drops are renamed. A word that could name a handler or a style starts with a character
 * reference: texts and values read the same, but names of attributes know no references.
 */
export const inert = (html) =>
  html
    .replace(/<(\/?)(style|script|base)/gi, '<$1x-$2')
    .replace(/([\s/"'])(s(?=tyle)|o(?=n[a-z]))/gi, (_, before, letter) => `${before}&#${letter.charCodeAt(0)};`);
