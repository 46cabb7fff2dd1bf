import assert from 'node:assert/strict';
import { it } from 'node:test';
import { LONGEST_NOTE, MOST, Passages, pieces, sentences, trimmed } from '../../main/resources/web/project/passages.js';

const cut = (text) => (passage) => text.slice(passage.start, passage.end);

it('A passage has no white space around it and whole characters', () => {
  assert.deepEqual(trimmed('one  two\n', 3, 9), { start: 5, end: 8 });
  assert.deepEqual(trimmed('全角\u3000空白', 0, 3), { start: 0, end: 2 });
  assert.equal(trimmed('a   b', 1, 4), undefined);
  assert.equal(trimmed('abc', 2, 2), undefined);
  const fish = '𩸽が美味しい😀';
  assert.deepEqual(trimmed(fish, 1, 4), { start: 0, end: 4 });
  assert.deepEqual(trimmed(fish, 2, fish.length - 1), { start: 2, end: fish.length });
});

it('Pieces are the whole text, cut at the marks in any order', () => {
  const text = 'Good 😀 and bad\r\nend';
  const good = { start: 0, end: 7, kind: 'good' };
  const bad = { start: 12, end: 15, kind: 'bad' };
  const all = pieces(text, [bad, good]);
  assert.equal(all.map((piece) => piece.text).join(''), text);
  assert.deepEqual(
    all.filter(({ mark }) => mark).map((piece) => [piece.text, piece.mark]),
    [
      ['Good 😀', good],
      ['bad', bad],
    ],
  );
  assert.deepEqual(pieces('all', [{ start: 0, end: 3 }]), [{ text: 'all', mark: { start: 0, end: 3 } }]);
  assert.deepEqual(pieces('', []), []);
});

it('Sentences of English and Japanese are passages of the text', () => {
  const english = '# Title\nOne sentence. Another one!\n\n- an item';
  assert.deepEqual(sentences(english, 'en').map(cut(english)), [
    '# Title',
    'One sentence.',
    'Another one!',
    '- an item',
  ]);
  const japanese = '桜は春に咲きます。とても綺麗です！\n😀本当ですか？';
  assert.deepEqual(sentences(japanese, 'ja').map(cut(japanese)), [
    '桜は春に咲きます。',
    'とても綺麗です！',
    '😀本当ですか？',
  ]);
  assert.deepEqual(sentences(' \n ', 'en'), []);
});

it('Passages of one answer never overlap, and those of others are apart', () => {
  const passages = new Passages();
  const first = { side: 'A', turn: 1, start: 4, end: 8, kind: 'good' };
  assert.ok(passages.add(first));
  assert.ok(!passages.add({ side: 'A', turn: 1, start: 7, end: 9, kind: 'bad' }));
  assert.ok(!passages.add({ side: 'A', turn: 1, start: 0, end: 20, kind: 'bad' }));
  assert.ok(passages.add({ side: 'A', turn: 1, start: 0, end: 4, kind: 'bad' }));
  assert.ok(passages.add({ side: 'B', turn: 1, start: 4, end: 8, kind: 'bad' }));
  assert.ok(passages.add({ side: 'A', turn: 2, start: 4, end: 8, kind: 'bad' }));
  assert.deepEqual(
    passages.of('A', 1).map(({ start }) => start),
    [0, 4],
  );
  passages.remove(first);
  assert.equal(passages.all.length, 3);
});

it('A note stands with its passage, bounded, and white space is none', () => {
  const passages = new Passages();
  const passage = { side: 'A', turn: 1, start: 0, end: 3, kind: 'good' };
  passages.add(passage);
  passages.note(passage, 'exactly right');
  assert.equal(passages.all[0].note, 'exactly right');
  passages.note(passage, 'x'.repeat(LONGEST_NOTE + 1));
  assert.equal(passages.all[0].note.length, LONGEST_NOTE);
  passages.note(passage, ' \n');
  assert.equal(JSON.parse(JSON.stringify(passages.all))[0].note, undefined);
});

it('There are at most fifty passages', () => {
  const passages = new Passages();
  for (let i = 0; i < MOST; i++) {
    assert.ok(!passages.full);
    passages.add({ side: 'A', turn: 1, start: i, end: i + 1, kind: 'good' });
  }
  assert.ok(passages.full);
});
