import { element } from './dom.js';

const mostLines = 100;

/**
 * Lists the records that a file's import left out or refused.
 *
 * @param lines a description of each record
 * @param count the number of records; lines may have only the first ones
 * @param more the text for records that are not listed, with $1 for their number
 */
export function listRecords(list, lines, count, more) {
  const items = lines.slice(0, mostLines).map((line) => element('li', {}, line.trim()));
  if (count > items.length) items.push(element('li', {}, more.replace('$1', count - items.length)));
  list.replaceChildren(...items);
}
