import { $ } from '../lib/dom.js';
import { at } from '../lib/home.js';
import { call, read } from '../lib/http.js';
import { checkReceipt, Unproved } from '../lib/tlog.js';
import { count, say, words } from './words.js';

/** A vote is logged within a second; a recomputation of the boards takes longer. */
const WAITS = [300, 500, 1000, 2000, 4000, 8000, 15000];
const wait = (millis) => new Promise((done) => setTimeout(done, millis));

/** The receipt's text. Throws what the last call throws if the vote isn't in the log after all waits. */
async function fetchReceipt(battle, [millis, ...later]) {
  await wait(millis);
  return read(battle.path('/receipt')).catch((refusal) => {
    if (refusal.status !== 409 || later.length === 0) throw refusal;
    return fetchReceipt(battle, later);
  });
}

/** The state in words, once the receipt is there. */
async function checked(text, battle, promise) {
  // The log counts its entries from 0, people from 1.
  const entry = count(Number(/^index (\d+)$/m.exec(text)?.[1]) + 1);
  if (!crypto.subtle) return say('receiptUnchecked', entry);
  const keys = (await call('GET', '/api/log/keys')).map(({ key }) => key);
  const { signed } = await checkReceipt(text, { battle, promise, keys });
  return say(signed ? 'receiptProved' : 'receiptUnsigned', entry);
}

/** Offers the receipt; where there is none, the promise, which is what the voter can then show to others. */
function offer(battle, promise, logged) {
  const file = $('receipt-file');
  if (file.href.startsWith('blob:')) URL.revokeObjectURL(file.href);
  file.hidden = !logged && !promise;
  file.textContent = logged ? words.receiptFile : words.promiseFile;
  file.href = logged || !promise ? at(battle.path('/receipt')) : URL.createObjectURL(new Blob([promise]));
  file.download = logged ? '' : `${battle.id}.promise`;
}

/** Shows whether the vote on a battle is in the public log, as this browser has checked it. */
export async function showReceipt(battle, promise) {
  const { id } = battle;
  $('receipt').hidden = false;
  $('receipt-file').hidden = true;
  $('receipt-state').textContent = words.receiptWaiting;
  let state = words.receiptMissing;
  let logged = false;
  try {
    const text = await fetchReceipt(battle, WAITS);
    logged = true;
    state = await checked(text, id, promise);
  } catch (error) {
    // A receipt that can't be read at all is as wrong as one that proves something else.
    if (error instanceof Unproved || error instanceof SyntaxError) state = words.receiptWrong;
  }
  if (id !== battle.id) return;
  $('receipt-state').textContent = state;
  offer(battle, promise, logged);
}
