import { escapeHtml } from './escape.js';
import { late, remembering } from './late.js';

const katex = late(() => import('katex'));
// MathML needs neither fonts nor inline styles, which the content security policy forbids. Invalid TeX is shown as
// it was written.
const typeset = remembering(500, (library, tex, display) => {
  try {
    return library
      .renderToString(tex, {
        displayMode: display,
        output: 'mathml',
        throwOnError: true,
        strict: false,
        trust: false,
        maxExpand: 200,
        maxSize: 20,
      })
      .replace(/<annotation[^>]*>[^<]*<\/annotation>/g, '')
      .replace(/<\/?semantics>/g, '')
      .replace(/ style="[^"]*"/g, '');
  } catch {
    return null;
  }
});

function html({ raw, tex, display }) {
  const library = katex();
  const shown = library && typeset(display + tex, library, tex, display);
  const inner = shown || `<code class="tex">${escapeHtml(raw.trim())}</code>`;
  return display ? `<p>${inner}</p>` : inner;
}

const DISPLAY = /^(?:\$\$([^$]+?)\$\$|\\\[([\s\S]+?)\\\])/;
const BLOCK = /^ {0,3}(?:\$\$([^$]+?)\$\$|\\\[([\s\S]+?)\\\])[ \t]*(?:\n|$)/;
// An opening dollar sign before a space, or a closing one after a space or before a digit, is money.
const INLINE = /^(?:\$(?!\s)((?:\\.|[^\\\n$])*?(?:\\.|[^\\\n$\s]))\$(?!\d)|\\\(([\s\S]+?)\\\))/;

function token(type, match, display) {
  return match ? { type, raw: match[0], tex: (match[1] ?? match[2]).trim(), display } : undefined;
}

function indexOf(source, pattern) {
  const at = source.search(pattern);
  return at < 0 ? undefined : at;
}

/** Mathematics between $…$, $$…$$, \(…\) and \[…\], for marked. */
export const mathematics = {
  extensions: [
    {
      name: 'mathBlock',
      level: 'block',
      renderer: html,
      start: (source) => indexOf(source, /\$\$|\\\[/),
      tokenizer: (source) => token('mathBlock', BLOCK.exec(source), true),
    },
    {
      name: 'math',
      level: 'inline',
      renderer: (t) => (t.display ? html(t).replace(/^<p>|<\/p>$/g, '') : html(t)),
      start: (source) => indexOf(source, /\$|\\\(|\\\[/),
      tokenizer: (source) => token('math', DISPLAY.exec(source), true) ?? token('math', INLINE.exec(source), false),
    },
  ],
};
