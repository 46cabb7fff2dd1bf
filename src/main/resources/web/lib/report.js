import { element } from './dom.js';

const mostLines = 100;

/**
 * Lists the records that a file's import left out or refused.
 *
 * @param lines what is known of them
 * @param count how many there are; the server names the first of them
 * @param more the words for those that are not listed, with $1 for their number
 */
export function listRecords(list, lines, count, more) {
  const items = lines.slice(0, mostLines).map((line) => element('li', {}, line.trim()));
  if (count > items.length) items.push(element('li', {}, more.replace('$1', count - items.length)));
  list.replaceChildren(...items);
}
