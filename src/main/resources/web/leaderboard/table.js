import { $ } from '../lib/dom.js';
import { fetchPage } from '../lib/page.js';

// These parts change with the votes or with the filters; the form stays as the reader left it.
const MOVING = ['tabs', 'toolbar', 'summary', 'content'];
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const rows = () => [...document.querySelectorAll('#rows tr[data-slug]')];
const topOf = (row) => row.getBoundingClientRect().top;

/** Puts the parts of the page as the server shows it now in place of the old ones. */
export async function replaceTable() {
  const page = await fetchPage(location.href);
  const tops = new Map(rows().map((row) => [row.dataset.slug, topOf(row)]));
  put(page);
  glide(tops);
}

/** A link that had the focus has it again, though it is another element now. */
function put(page) {
  const focused = document.activeElement;
  const href = focused?.closest(MOVING.map((id) => `#${id}`).join()) ? focused.getAttribute('href') : null;
  const name = focused?.textContent;
  for (const id of MOVING) if (page.getElementById(id)) $(id).replaceWith(page.getElementById(id));
  if (href === null) return;
  const links = [...document.querySelectorAll('main a')];
  const same = links.find((link) => link.getAttribute('href') === href);
  (same ?? links.find((link) => link.textContent === name))?.focus();
}

/** Rows slide from where they stood to where they stand now. */
function glide(tops) {
  if (calm.matches) return;
  for (const row of rows()) {
    const way = (tops.get(row.dataset.slug) ?? NaN) - topOf(row);
    const steps = [{ transform: `translateY(${way}px)` }, { transform: 'none' }];
    if (way) row.animate(steps, { duration: 200, easing: 'ease-out' });
  }
}
