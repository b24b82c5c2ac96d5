import { expect, it } from 'vitest';
import { changedParams, fieldsOf, fits, type NumberParam } from './params-schema.ts';

const schema = {
  type: 'object',
  properties: {
    limit: {
      type: 'number',
      minimum: 10,
      maximum: 600,
      default: 60,
      label: { zh: '上限', en: 'Limit' },
      unit: { zh: '秒', en: 's' },
    },
    sentences: { type: 'integer', minimum: 1, maximum: 5, default: 2 },
    strict: { type: 'boolean', default: false },
    extra: { type: 'array', maxItems: 500, items: { type: 'string', maxLength: 50 }, default: [] },
    kinds: { type: 'array', items: { type: 'string', enum: ['phone', 'id-card'] }, default: ['phone'] },
    groups: {
      type: 'array',
      maxItems: 50,
      items: { type: 'object', properties: { title: {}, phrases: {} } },
      default: [],
    },
    odd: { type: 'object', default: {} },
  },
};
const fields = fieldsOf(schema);
const [limit, sentences] = fields as [NumberParam, NumberParam];

it('reads a schema as the fields of a form, in its order', () => {
  expect(fields.map(({ key, kind }) => [key, kind])).toEqual([
    ['limit', 'number'],
    ['sentences', 'number'],
    ['strict', 'boolean'],
    ['extra', 'texts'],
    ['kinds', 'choices'],
    ['groups', 'groups'],
  ]);
  expect(limit).toMatchObject({ label: { zh: '上限' }, unit: { en: 's' }, min: 10, max: 600, integer: false });
  expect(fields[3]).toMatchObject({ maxItems: 500, maxLength: 50, label: null });
});

it('makes no form of a rule without parameters', () => {
  expect(fieldsOf(null)).toEqual([]);
  expect(fieldsOf({ type: 'object', properties: {} })).toEqual([]);
});

it.each([
  [limit, 10, true],
  [limit, 600.5, false],
  [limit, 9.99, false],
  [limit, Number.NaN, false],
  [limit, '60', false],
  [sentences, 2.5, false],
  [sentences, 5, true],
])('tells whether a number fits', (field, value, fit) => {
  expect(fits(field, value)).toBe(fit);
});

it('hands on only what differs from the defaults, and what it does not know', () => {
  expect(
    changedParams(fields, { limit: 60, sentences: 3, extra: [], kinds: ['phone', 'id-card'], odd: { a: 1 } }),
  ).toEqual({
    sentences: 3,
    kinds: ['phone', 'id-card'],
    odd: { a: 1 },
  });
});
