import assert from 'node:assert/strict';
import { it } from 'node:test';
import { byReason } from '../../main/resources/web/lib/report.js';

it('Records with one reason are one line, which names the first three', () => {
  const records = [
    ...[1, 2, 3, 4, 5].map((line) => ({ place: `line ${line}`, reason: 'is no object' })),
    { place: '', reason: 'the file is cut off' },
    { place: 'line 7', reason: 'has no model' },
    { place: 'line 8', reason: 'is no object' },
  ];
  assert.deepEqual(byReason(records), [
    { text: 'line 1, line 2, line 3, … (6) is no object', size: 6 },
    { text: 'the file is cut off', size: 1 },
    { text: 'line 7 has no model', size: 1 },
  ]);
});

it('A reason may bring its own sign before it', () => {
  const records = [1, 2].map((record) => ({ place: `Record ${record}`, reason: ', winner: unknown winner: x' }));
  assert.deepEqual(byReason(records, ''), [{ text: 'Record 1, Record 2, winner: unknown winner: x', size: 2 }]);
});
