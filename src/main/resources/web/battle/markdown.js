import { Marked } from 'marked';

// This order makes the compressed bundle 250 bytes smaller; the comment keeps the formatter from sorting the imports.

import DOMPurify from 'dompurify';
import { element } from '../lib/dom.js';
import { highlighted } from './code.js';
import { escapeHtml, inert } from './escape.js';
import { mathematics } from './mathematics.js';

// Elements of Markdown, of KaTeX and of HTML that models often write; none of them loads, runs or submits anything.
const TAGS = (
  'a abbr b blockquote br caption cite code dd del details dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i ins kbd li mark ol p' +
  ' pre q rp rt ruby s samp small span strong sub summary sup table tbody td tfoot th thead tr u ul var wbr' +
  ' math menclose mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle' +
  ' msub msubsup msup mtable mtd mtext mtr munder munderover'
).split(' ');
const ATTRIBUTES = (
  'href title align start colspan rowspan scope lang dir class' +
  ' accent accentunder columnalign columnlines columnspacing depth display displaystyle fence height linethickness lspace' +
  ' mathcolor mathsize mathvariant maxsize minsize movablelimits notation rowlines rowspacing rspace scriptlevel' +
  ' separator stretchy symmetric voffset width'
).split(' ');
const CLASSES = /^(?:(?:hljs|language)[\w-]*(?:\s+|$)|(?:function_|class_|inherited__|tex)(?:\s+|$))+$/;

const marked = new Marked({ async: false, gfm: true, breaks: true }, mathematics, {
  renderer: {
    code: ({ text, lang, raw }) => highlighted(text, lang, raw),
    // Loading an image would reveal the reader to its server, so it becomes a link.
    image: ({ href, title, text }) =>
      `<a href="${escapeHtml(href)}" title="${escapeHtml(title ?? '')}">${escapeHtml(text || href)}</a>`,
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
  },
});

DOMPurify.addHook('uponSanitizeAttribute', (node, data) => {
  if (data.attrName === 'class') data.keepAttr = CLASSES.test(data.attrValue);
  if (data.attrName === 'href') data.keepAttr = node.tagName === 'A' && /^(?:https?|mailto):/i.test(data.attrValue);
});
DOMPurify.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName === 'A' && node.hasAttribute('href')) {
    node.setAttribute('target', '_blank');
    node.setAttribute('rel', 'noopener noreferrer nofollow');
  }
});

/** Renders a model's whole text as sanitized nodes. */
function cleaned(text) {
  if (!DOMPurify.isSupported) return document.createTextNode(text);
  return DOMPurify.sanitize(inert(marked.parse(text)), {
    RETURN_DOM_FRAGMENT: true,
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ATTRIBUTES,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
  });
}

function wrap(node, name) {
  const around = element('div', { className: name });
  node.replaceWith(around);
  around.append(node);
  return around;
}

/** Makes wide tables and formulas scroll, also by keyboard, and adds copy buttons to code. */
function furnish(fragment, copyWord) {
  for (const table of fragment.querySelectorAll?.('table') ?? []) wrap(table, 'wide').tabIndex = 0;
  for (const pre of fragment.querySelectorAll?.('pre') ?? []) {
    const around = wrap(pre, 'code');
    pre.tabIndex = 0;
    const language = /\blanguage-(\S+)/.exec(pre.firstElementChild?.className ?? '')?.[1] ?? '';
    const copy = element('button', { type: 'button', className: 'copy-code quiet', textContent: copyWord });
    around.prepend(element('div', { className: 'code-head' }, language, copy));
  }
  return fragment;
}

/**
 * Shows the text in the place. Unchanged nodes are kept, so that selections and scroll positions survive while the
 * answer grows.
 */
export function show(place, text, copyWord) {
  const fresh = furnish(cleaned(text), copyWord);
  const then = fresh.nodeType === Node.TEXT_NODE ? [fresh] : [...fresh.childNodes];
  const now = [...place.childNodes];
  let same = 0;
  while (same < now.length && same < then.length && now[same].isEqualNode(then[same])) same++;
  for (const node of now.slice(same)) node.remove();
  place.append(...then.slice(same));
}

/** Copies the code beside the button; the button confirms it for a moment. */
export async function copyCode(button, copiedWord) {
  if (!button.classList?.contains('copy-code')) return;
  const word = button.textContent;
  try {
    await navigator.clipboard.writeText(button.closest('.code').querySelector('pre').textContent);
    button.textContent = copiedWord;
    setTimeout(() => {
      button.textContent = word;
    }, 2000);
  } catch {
    // The browser refused access to the clipboard; the code can still be selected.
  }
}
