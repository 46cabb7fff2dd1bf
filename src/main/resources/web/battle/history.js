import { $, element } from '../lib/dom.js';
import { at } from '../lib/home.js';
import { call } from '../lib/http.js';
import { explain } from './errors.js';
import { OUTCOMES } from './verdict.js';
import { words } from './words.js';

const BESIDE = matchMedia('(min-width: 64rem)');
const SEARCH_MILLIS = 250;
const dialog = $('history');
const days = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium' });
let latest = 0;
let searching;

/** The line below a battle's prompt: its day, models and outcome, as far as known. */
function factsOf({ startedAt, modelA, modelB, outcome, state }) {
  const pair = modelA && `${modelA.name} · ${modelB.name}`;
  return [days.format(new Date(startedAt)), pair, state === 'WITHDRAWN' ? words.historyWithdrawn : OUTCOMES[outcome]]
    .filter(Boolean)
    .join(' · ');
}

function itemOf(known, { current, open, removed }) {
  const { id, prompt } = known;
  const link = element('a', { href: at(`/?battle=${encodeURIComponent(id)}`), textContent: prompt ?? words.erased });
  if (id === current) link.setAttribute('aria-current', 'true');
  const remove = element('button', { type: 'button', className: 'quiet', textContent: words.historyDelete });
  remove.setAttribute('aria-label', `${words.historyDelete}: ${link.textContent.slice(0, 60)}`);
  const item = element('li', {}, link, element('p', { className: 'facts', textContent: factsOf(known) }), remove);
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!BESIDE.matches) dialog.close();
    open(id);
  });
  remove.addEventListener('click', () => ask(item, remove, id, removed));
  return item;
}

/** Asks for confirmation within the item, with the safe choice first. */
function ask(item, remove, id, removed) {
  const keep = element('button', { type: 'button', textContent: words.historyKeep });
  const yes = element('button', { type: 'button', className: 'danger', textContent: words.historyDeleteYes });
  const sure = element('div', { className: 'sure' }, element('p', { textContent: words.historySure }), keep, ' ', yes);
  remove.hidden = true;
  item.append(sure);
  keep.focus();
  keep.addEventListener('click', () => {
    sure.remove();
    remove.hidden = false;
    remove.focus();
  });
  yes.addEventListener('click', async () => {
    yes.disabled = true;
    try {
      await call('DELETE', `/api/me/battles/${encodeURIComponent(id)}`);
      item.remove();
      $('history-note').textContent = words.historyDeleted;
      $('history-search').focus();
      removed(id);
    } catch (error) {
      yes.disabled = false;
      $('history-note').textContent = explain(error);
    }
  });
}

/**
 * Sets up the list of the voter's own battles, a sidebar on wide screens and a sheet on narrow ones. Calls open(id)
 * to open a battle and removed(id) after one was deleted.
 */
export function listenToHistory(battle, { open, removed }) {
  async function list() {
    const mine = ++latest;
    const query = $('history-search').value.trim();
    if ($('history-list').children.length === 0) $('history-note').textContent = words.historyLoading;
    try {
      const { battles } = await call('GET', `/api/me/battles?limit=50&q=${encodeURIComponent(query)}`);
      if (mine !== latest) return;
      $('history-list').replaceChildren(
        ...battles.map((known) => itemOf(known, { current: battle.id, open, removed })),
      );
      $('history-note').textContent = battles.length > 0 ? '' : query ? words.historyNothing : words.historyEmpty;
    } catch (error) {
      if (mine === latest) $('history-note').textContent = explain(error);
    }
  }

  function show() {
    if (BESIDE.matches) dialog.show();
    else dialog.showModal();
    $('history-open').setAttribute('aria-expanded', 'true');
    list();
  }

  $('history-open').addEventListener('click', () => (dialog.open ? dialog.close() : show()));
  $('history-close').addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => $('history-open').setAttribute('aria-expanded', String(dialog.open)));
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') dialog.close();
  });
  // A sidebar can't become a sheet while it is open.
  BESIDE.addEventListener('change', () => {
    if (!dialog.open) return;
    dialog.close();
    show();
  });
  $('history-search').addEventListener('input', () => {
    clearTimeout(searching);
    searching = setTimeout(list, SEARCH_MILLIS);
  });
  return () => {
    if (dialog.open) list();
  };
}
