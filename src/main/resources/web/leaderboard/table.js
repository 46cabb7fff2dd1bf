import { $ } from '../lib/dom.js';
import { fetchPage } from '../lib/page.js';

// Parts that depend on votes or filters. The form isn't replaced, so that it keeps the reader's input.
const MOVING = ['tabs', 'toolbar', 'summary', 'content'];
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const rows = () => [...document.querySelectorAll('#rows tr[data-slug]')];
const topOf = (row) => row.getBoundingClientRect().top;

/** Replaces the changing parts of the page by the server's current ones. */
export async function replaceTable() {
  const page = await fetchPage(location.href);
  const tops = new Map(rows().map((row) => [row.dataset.slug, topOf(row)]));
  put(page);
  glide(tops);
}

/** Replaces the parts, and returns the focus to the link that had it. */
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

/** Animates rows from their old to their new positions. */
function glide(tops) {
  if (calm.matches) return;
  for (const row of rows()) {
    const way = (tops.get(row.dataset.slug) ?? NaN) - topOf(row);
    const steps = [{ transform: `translateY(${way}px)` }, { transform: 'none' }];
    if (way) row.animate(steps, { duration: 200, easing: 'ease-out' });
  }
}
