import assert from 'node:assert/strict';
import { it } from 'node:test';
import { criteriaOf } from '../../main/resources/web/projectdesk/criteria.js';

it('A line is a criterion; what it leaves out has the usual value', () => {
  assert.deepEqual(criteriaOf('accuracy, Accuracy, five-point, optional\n\ntone\n正確さ、正確さ'), [
    { slug: 'accuracy', name: 'Accuracy', scale: 'five-point', required: false },
    { slug: 'tone', name: 'tone', scale: 'choice', required: true },
    { slug: '正確さ', name: '正確さ', scale: 'choice', required: true },
  ]);
});
