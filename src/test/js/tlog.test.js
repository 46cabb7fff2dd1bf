import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkReceipt, includes, Unproved } from '../../main/resources/web/lib/tlog.js';

const utf8 = new TextEncoder();
const base64 = (bytes) => Buffer.from(bytes).toString('base64');
const digest = async (...parts) => new Uint8Array(await crypto.subtle.digest('SHA-256', Buffer.concat(parts)));
const leaf = (entry) => digest(Uint8Array.of(0), entry);
const node = (left, right) => digest(Uint8Array.of(1), left, right);
const entries = Array.from({ length: 7 }, (_, n) =>
  utf8.encode(`{"battle":"b${n}","counted":true,"modelA":{"revision":1,"slug":"a"},"outcome":"A"}`),
);

const half = (n) => 2 ** Math.floor(Math.log2(n - 1));

async function root(leaves) {
  if (leaves.length === 1) return leaves[0];
  const k = half(leaves.length);
  return node(await root(leaves.slice(0, k)), await root(leaves.slice(k)));
}

async function path(index, leaves) {
  if (leaves.length === 1) return [];
  const k = half(leaves.length);
  return index < k
    ? [...(await path(index, leaves.slice(0, k))), await root(leaves.slice(k))]
    : [...(await path(index - k, leaves.slice(k))), await root(leaves.slice(0, k))];
}

/** A log of that name with a key of its own. */
async function log(name) {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  const open = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const typed = Buffer.concat([Uint8Array.of(1), open]);
  const id = (await digest(utf8.encode(`${name}\n`), typed)).slice(0, 4);
  const sign = async (text) => {
    const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, utf8.encode(text)));
    return `${text}\n\u2014 ${name} ${base64(Buffer.concat([id, signature]))}\n`;
  };
  return { name, key: `${name}+${Buffer.from(id).toString('hex')}+${base64(typed)}`, sign };
}

async function receipt(index, { name, sign }) {
  const leaves = await Promise.all(entries.map(leaf));
  const hashes = (await path(index, leaves)).map(base64);
  const checkpoint = await sign(`${name}\n${leaves.length}\n${base64(await root(leaves))}\n`);
  const lines = ['c2sp.org/tlog-proof@v1', `extra ${base64(entries[index])}`, `index ${index}`, ...hashes];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

const promiseOf = ({ name, sign }, members) =>
  sign(`${name}\nvote promise v1\n${JSON.stringify(members)}\nin the log by 1800000000\n`);

describe('A receipt', async () => {
  const arena = await log('arena.example/log');
  const keys = [arena.key];

  it('proves its entry, whose promise is kept', async () => {
    for (const index of entries.keys()) {
      const battle = `b${index}`;
      const promise = await promiseOf(arena, { battle, modelA: { revision: 1, slug: 'a' } });
      const text = await receipt(index, arena);
      assert.deepEqual(await checkReceipt(text, { battle, promise, keys }), { index, size: 7, signed: true });
      assert.deepEqual(await checkReceipt(text, { battle, keys }), { index, size: 7, signed: true });
    }
  });

  it('is refused with any changed character', async () => {
    const text = await receipt(4, arena);
    for (let at = 0; at < text.length; at++) {
      const changed = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
      await assert.rejects(checkReceipt(changed, { battle: 'b4', keys }), `character ${at}: ${text[at]}`);
    }
  });

  it('is refused with any character of Base64 changed to its neighbour, which may differ in unused bits alone', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const text = await receipt(4, arena);
    for (let at = 0; at < text.length; at++) {
      const value = alphabet.indexOf(text[at]);
      if (value < 0) continue;
      const changed = `${text.slice(0, at)}${alphabet[value ^ 1]}${text.slice(at + 1)}`;
      await assert.rejects(checkReceipt(changed, { battle: 'b4', keys }), `character ${at}: ${text[at]}`);
    }
  });

  it('is refused for another battle, by another key, and if it breaks the promise', async () => {
    const text = await receipt(4, arena);
    const stranger = await log('arena.example/log');
    const broken = await promiseOf(arena, { battle: 'b4', outcome: 'B' });
    const forged = await promiseOf(stranger, { battle: 'b4', outcome: 'A' });
    await assert.rejects(checkReceipt(text, { battle: 'b3', keys }), Unproved);
    await assert.rejects(checkReceipt(text, { battle: 'b4', keys: [stranger.key] }), Unproved);
    await assert.rejects(checkReceipt(text, { battle: 'b4', keys, promise: broken }), Unproved);
    await assert.rejects(checkReceipt(text, { battle: 'b4', keys, promise: forged }), Unproved);
    await assert.rejects(checkReceipt(text, { battle: 'b4', keys, promise: 'no note' }), Unproved);
  });

  it('is unsigned to a browser without Ed25519', async (test) => {
    test.mock.method(crypto.subtle, 'importKey', async () => {
      throw new DOMException('unknown', 'NotSupportedError');
    });
    const text = await receipt(2, arena);
    assert.deepEqual(await checkReceipt(text, { battle: 'b2', keys }), { index: 2, size: 7, signed: false });
  });
});

describe('An inclusion proof', () => {
  it('is of one index alone', async () => {
    const leaves = await Promise.all(entries.map(leaf));
    const top = await root(leaves);
    for (const index of leaves.keys()) {
      const proof = await path(index, leaves);
      for (let other = -1; other < 9; other++)
        assert.equal(await includes(leaves[index], other, 7, proof, top), other === index);
    }
  });
});
