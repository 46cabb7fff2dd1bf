/** Checks a log's receipts and promises: RFC 9162, and C2SP signed-note, tlog-checkpoint and tlog-proof. */

const TITLE = 'c2sp.org/tlog-proof@v1';
const PROMISE = 'vote promise v1';
const ED25519 = 1;
const utf8 = new TextEncoder();

/** What can't be checked is wrong: a file in another form, a proof that leads elsewhere, a signature that doesn't match. */
export class Unproved extends Error {}

/** Each sequence of bytes has one text: without the comparison the last bits of some characters could be changed. */
function bytesOf(base64) {
  try {
    const binary = atob(base64);
    if (btoa(binary) === base64) return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    // Neither case is valid: the same error for both.
  }
  throw new Unproved('not base64');
}

const same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);

async function sha256(...parts) {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', await new Blob(parts).arrayBuffer()));
}

const leafOf = (entry) => sha256(Uint8Array.of(0), entry);
const nodeOf = (left, right) => sha256(Uint8Array.of(1), left, right);

/** True if the proof leads from the leaf, at that index and no other, to the root of a tree of that size. */
export async function includes(leaf, index, size, hashes, root) {
  if (!(index >= 0 && index < size)) return false;
  let [place, last, hash] = [index, size - 1, leaf];
  // Numbers beyond 32 bits: no bit operators.
  const up = () => {
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  };
  for (const sibling of hashes) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      hash = await nodeOf(sibling, hash);
      while (place % 2 === 0 && place !== 0) up();
    } else {
      hash = await nodeOf(hash, sibling);
    }
    up();
  }
  return last === 0 && same(hash, root);
}

function noteOf(text) {
  const blank = text.lastIndexOf('\n\n');
  if (blank < 0) throw new Unproved('not a signed note');
  const signatures = [];
  for (const line of text.slice(blank + 2).split('\n')) {
    const [, name, signature] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? [];
    if (name) signatures.push({ name, bytes: bytesOf(signature) });
  }
  return { text: text.slice(0, blank + 1), lines: text.slice(0, blank).split('\n'), signatures };
}

/** A verifier key: name, id and key with plus signs between them. */
function keyOf(text) {
  const parts = text.split('+');
  const typed = bytesOf(parts.slice(2).join('+'));
  if (typed.length !== 33 || typed[0] !== ED25519) throw new Unproved('not an Ed25519 key');
  const id = Uint8Array.from(parts[1].match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
  return { name: parts[0], id, bytes: typed.slice(1) };
}

/** True if the log signed the note, false if this browser can't tell; throws Unproved if the log did not. */
async function signed(note, keys) {
  for (const key of keys.map(keyOf).filter(({ name }) => name === note.lines[0])) {
    for (const { name, bytes } of note.signatures) {
      if (name !== key.name || !same(bytes.slice(0, 4), key.id)) continue;
      const imported = await crypto.subtle.importKey('raw', key.bytes, 'Ed25519', false, ['verify']).catch(() => null);
      if (!imported) return false;
      if (await crypto.subtle.verify('Ed25519', imported, bytes.slice(4), utf8.encode(note.text))) return true;
      throw new Unproved('wrong signature');
    }
  }
  throw new Unproved('no signature of the log');
}

function receiptOf(text) {
  const blank = text.indexOf('\n\n');
  const [title, extra, index, ...hashes] = text.slice(0, blank).split('\n');
  if (blank < 0 || title !== TITLE || !extra.startsWith('extra ') || !/^index \d+$/.test(index))
    throw new Unproved('not a receipt');
  const checkpoint = noteOf(text.slice(blank + 2));
  return { entry: bytesOf(extra.slice(6)), index: Number(index.slice(6)), hashes: hashes.map(bytesOf), checkpoint };
}

/** Each member of the promise must be in the entry, with the same value. */
function keeps(entry, promise) {
  const logged = JSON.parse(new TextDecoder().decode(entry));
  const members = Object.entries(JSON.parse(promise.lines[2]));
  return members.every(([name, value]) => JSON.stringify(logged[name]) === JSON.stringify(value));
}

/**
 * Checks that a receipt proves the entry of a battle, and that the entry keeps the promise if there is one. Returns the
 * entry's index and the log's size, and whether the signatures were checked too: not every browser can do that. Throws
 * Unproved if anything is wrong.
 */
export async function checkReceipt(text, { battle, promise, keys }) {
  const { entry, index, hashes, checkpoint } = receiptOf(text);
  const size = Number(checkpoint.lines[1]);
  if (!(await includes(await leafOf(entry), index, size, hashes, bytesOf(checkpoint.lines[2]))))
    throw new Unproved('the proof does not lead to the root');
  if (JSON.parse(new TextDecoder().decode(entry)).battle !== battle) throw new Unproved('the entry of another battle');
  const notes = [checkpoint];
  if (promise) {
    const note = noteOf(promise);
    if (note.lines[1] !== PROMISE || !keeps(entry, note)) throw new Unproved('the entry does not keep the promise');
    notes.push(note);
  }
  const checks = [];
  for (const note of notes) checks.push(await signed(note, keys));
  return { index, size, signed: checks.every(Boolean) };
}
