import assert from 'node:assert/strict';
import { it } from 'node:test';
import { valuesOf } from '../../main/resources/web/desk/fields.js';

const field = (name, value, type, checked) => ({ name, value, checked, dataset: { type } });

it('The values of a form are those of its fields by their types', () => {
  const values = valuesOf([
    field('name', 'One'),
    field('left-out', ''),
    field('link', ' ', 'clear'),
    field('slug', '', 'plain'),
    field('enabled', 'false', 'flag'),
    field('register', 'on', 'check', true),
    field('aliases', ' a \n\n b', 'list'),
    field('parameters.template', 'Q: {prompt}'),
    field('parameters.stop', ' Q:\n\\nA:\n', 'stops'),
    field('parameters.fold_system', 'on', 'mark', false),
    field('parameters', '{"max_tokens": 9, "template": "old"}', 'json'),
    field('empty.stop', '\n', 'stops'),
    field('empty.fold_system', 'on', 'mark', true),
    field('empty', ' ', 'json'),
    field('weight', '1.5', 'number'),
    field('limit', '', 'number'),
    field('activeFrom', '2026-11-27T00:00:00Z', 'time'),
    field('credentials.region', 'ap-northeast-1'),
    field('credentials.key', 'k'),
    field('models', 'one', 'pick', true),
    field('models', 'two', 'pick', false),
    field('models', 'three', 'pick', true),
  ]);
  assert.deepEqual(values, {
    name: 'One',
    link: null,
    slug: '',
    enabled: false,
    register: true,
    aliases: ['a', 'b'],
    parameters: { max_tokens: 9, template: 'Q: {prompt}', stop: [' Q:', '\nA:'] },
    empty: { fold_system: true },
    weight: 1.5,
    limit: null,
    activeFrom: '2026-11-27T00:00:00.000Z',
    credentials: { region: 'ap-northeast-1', key: 'k' },
    models: ['one', 'three'],
  });
});
