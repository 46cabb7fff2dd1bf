import { element } from './dom.js';

const mostLines = 100;
const mostPlaces = 3;

/** The records by their reason, in the order of each reason's first record; `between` stands before the reason. */
export function byReason(records, between = ' ') {
  const groups = new Map();
  for (const { place, reason } of records) groups.set(reason, [...(groups.get(reason) ?? []), place]);
  return [...groups].map(([reason, places]) => {
    const first = places.slice(0, mostPlaces).filter(Boolean).join(', ');
    const named = places.length > mostPlaces ? `${first}, … (${places.length})` : first;
    const text = `${named}${between}${reason}`;
    return { text: text.trim(), size: places.length };
  });
}

/**
 * Lists the records that a file's import left out or refused, a line for each reason.
 *
 * @param records the place of each record in the file, or '', and the reason
 * @param count the number of records; they may be only the first ones
 * @param more the text for records that are not listed, with $1 for their number
 * @param between stands before each reason
 */
export function listRecords(list, records, count, more, between) {
  const lines = byReason(records, between).slice(0, mostLines);
  const listed = lines.reduce((sum, { size }) => sum + size, 0);
  const items = lines.map(({ text }) => element('li', {}, text));
  if (count > listed) items.push(element('li', {}, more.replace('$1', count - listed)));
  list.replaceChildren(...items);
}
