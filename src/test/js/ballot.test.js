import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Ballot } from '../../main/resources/web/project/ballot.js';

const overall = { slug: 'overall', required: true, choices: ['A', 'B', 'TIE', 'BOTH_BAD'] };
const tone = { slug: 'tone', required: false, choices: ['A_MUCH', 'A', 'TIE', 'B', 'B_MUCH'] };

it('Digits answer one question after another', () => {
  const ballot = new Ballot([overall, tone]);
  assert.equal(ballot.press(5), undefined);
  assert.equal(ballot.missing, overall);
  assert.deepEqual(ballot.press(2), { slug: 'overall', choice: 'B' });
  assert.equal(ballot.missing, undefined);
  assert.deepEqual(ballot.press(5), { slug: 'tone', choice: 'B_MUCH' });
  assert.equal(ballot.press(1), undefined);
  assert.deepEqual(ballot.ratings, { overall: 'B', tone: 'B_MUCH' });
});

it('The only question can be answered again', () => {
  const ballot = new Ballot([overall]);
  ballot.press(1);
  assert.deepEqual(ballot.press(3), { slug: 'overall', choice: 'TIE' });
  assert.deepEqual(ballot.ratings, { overall: 'TIE' });
});
