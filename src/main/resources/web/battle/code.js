import { escapeHtml } from './escape.js';
import { late, remembering } from './late.js';

const MOST = 20_000;
const highlighter = late(() => import('highlight.js/lib/common'));
const coloured = remembering(200, (hljs, language, text) => hljs.highlight(text, { language }).value);

/** A block of code as HTML. It is highlighted only once it is closed, because each change would need a new pass. */
export function highlighted(text, info, raw) {
  const language = /^[\w+#.-]{1,20}/.exec(info ?? '')?.[0].toLowerCase();
  const closed = /(?:```|~~~)\s*$/.test(raw) && raw.includes('\n');
  const name = language ? ` language-${language.replace(/[^\w-]/g, '')}` : '';
  let html = escapeHtml(text);
  if (language && closed && text.length <= MOST) {
    const hljs = highlighter();
    if (hljs?.getLanguage(language)) html = coloured(`${language}\0${text}`, hljs, language, text);
  }
  return `<pre><code class="hljs${name}">${html}\n</code></pre>\n`;
}
