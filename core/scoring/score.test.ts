import { expect, test } from 'vitest';
import { Template, type TemplateItem, type TemplateSection } from '../contract/index.ts';
import type { GivenAnswer } from './judge.ts';
import { score } from './score.ts';

const texts = { zh: '题', en: 'text' };
type LooseItem = Partial<TemplateItem> & { id: string };
type LooseSection = Omit<Partial<TemplateSection>, 'items'> & { items: LooseItem[] };

function form(sections: LooseSection[], rest: Partial<Template> = {}): Template {
  return Template.parse({
    id: 'form',
    version: 1,
    title: texts,
    mode: 'percentage',
    passMark: 8500,
    excellentMark: 9500,
    afterFail: 'zero',
    sections: sections.map((section, index) => ({
      id: `s${index + 1}`,
      title: texts,
      ...section,
      items: section.items.map((item) => ({
        article: '1',
        title: texts,
        help: texts,
        kind: 'judge',
        severity: 'minor',
        ...item,
      })),
    })),
    ...rest,
  });
}
const answers = (given: Record<string, GivenAnswer['answer'] | number>) =>
  new Map(
    Object.entries(given).map(([id, value]): [string, GivenAnswer] => [
      id,
      typeof value === 'number' ? { answer: value > 0 ? 'no' : 'yes', count: value } : { answer: value, count: null },
    ]),
  );

const twoSections = form([
  {
    weight: 40,
    items: [
      { id: 'a', weight: 1 },
      { id: 'b', weight: 1, partlyEarns: 5000 },
    ],
  },
  { weight: 20, items: [{ id: 'c', weight: 1 }] },
]);

test.each([
  ['one of two items of the heavier section is lost', { a: 'no', b: 'yes', c: 'yes' }, 6667],
  ['partly earns its share', { a: 'yes', b: 'partly', c: 'yes' }, 8333],
  ['the N/A item leaves its section to the other item', { a: 'na', b: 'partly', c: 'yes' }, 6667],
  ['a section that is all N/A drops out', { a: 'na', b: 'na', c: 'yes' }, 10_000],
  ['a form that is all N/A has no score', { a: 'na', b: 'na', c: 'na' }, null],
] as const)('percentage: %s', (_name, given, expected) => {
  expect(score(twoSections, answers(given)).before).toBe(expected);
});

const three = form([{ items: [{ id: 'in' }, { id: 'out' }, { id: 'both' }] }]);

test.each([
  [['out'], { both: 'no' }, 5000],
  [['in'], { both: 'no' }, 5000],
  [[], { both: 'no' }, 6667],
  [['out'], { both: 'no', out: 'yes' }, 6667],
  [['out'], { both: 'no', out: 'no' }, 3333],
] as const)('an open item that does not apply is out of the sum: %j, %o', (exempt, given, expected) => {
  expect(score(three, answers(given), new Set(exempt))).toMatchObject({
    before: expected,
    answered: Object.keys(given).length,
    total: 3,
  });
});

test('an item that forbids N/A stays in the sum, whatever does not apply', () => {
  const strict = form([{ items: [{ id: 'a', na: 'forbidden' }, { id: 'b' }] }]);
  expect(score(strict, answers({ b: 'no' }), new Set(['a']))).toMatchObject({ before: 5000 });
});

test('once every item is answered it changes nothing what does not apply', () => {
  const all = answers({ in: 'no', out: 'na', both: 'yes' });
  expect(score(three, all, new Set(['in']))).toEqual(score(three, all, new Set(['out'])));
  expect(score(three, all)).toEqual(score(three, all, new Set(['out'])));
});

test('a score of exactly half a hundredth is rounded up', () => {
  const eighths = form([{ items: Array.from({ length: 8 }, (_, i) => ({ id: `i${i}`, partlyEarns: 4 })) }]);
  expect(
    score(eighths, answers({ i0: 'partly', i1: 'no', i2: 'no', i3: 'no', i4: 'no', i5: 'no', i6: 'no', i7: 'no' }))
      .before,
  ).toBe(1);
});

test('full marks for N/A keep the item in the sum', () => {
  const full = form([{ items: [{ id: 'a', na: 'full' }, { id: 'b' }] }]);
  expect(score(full, answers({ a: 'na', b: 'no' })).before).toBe(5000);
});

test('a failed section forfeits what its other items earned, and only the failing item has lost marks', () => {
  const failing = form([
    { weight: 3, items: [{ id: 'a', onFail: 'fail-section' }, { id: 'b' }] },
    { weight: 1, items: [{ id: 'c' }] },
  ]);
  const result = score(failing, answers({ a: 'no', b: 'yes', c: 'yes' }));
  expect(result.before).toBe(2500);
  expect(result.sections[0]).toEqual({ sectionId: 's1', possible: 7500, earned: 0, failed: true, applicable: true });
  expect(result.lines.map(({ lost, forfeited }) => [lost, forfeited])).toEqual([
    [3750, 0],
    [0, 3750],
    [0, 0],
  ]);
});

test.each([
  ['zero', 0],
  ['keep', 9000],
] as const)('one fatal answer, policy %s: both figures are there', (afterFail, after) => {
  const items = Array.from(
    { length: 10 },
    (_, i) => ({ id: `i${i}`, onFail: i === 0 ? 'fail-form' : 'none' }) as LooseItem,
  );
  const result = score(form([{ items }], { afterFail }), answers({ i0: 'no' }));
  expect(result).toMatchObject({ before: 9000, after, passed: false, fatal: ['i0'], answered: 1, total: 10 });
});

test('"partly" on a fatal item loses its share and nothing more', () => {
  const fatal = form([{ items: [{ id: 'a', onFail: 'fail-form', partlyEarns: 5000 }, { id: 'b' }] }]);
  expect(score(fatal, answers({ a: 'partly' }))).toMatchObject({ before: 7500, after: 7500, fatal: [] });
});

test.each([
  [8499, false, false],
  [8500, true, false],
  [9500, true, true],
])('%i hundredths: passed %s, excellent %s', (points, passed, excellent) => {
  const deduct = form([{ items: [{ id: 'a', kind: 'count', pointsEach: 10_000 - points }] }], { mode: 'deduction' });
  expect(score(deduct, answers({ a: 1 }))).toMatchObject({ before: points, passed, excellent });
});

const deduction = form(
  [
    {
      pointsMax: 2000,
      items: [
        { id: 'a', kind: 'count', pointsEach: 1000, pointsMax: 1500 },
        { id: 'b', kind: 'count', pointsEach: 500 },
      ],
    },
    { items: [{ id: 'c', kind: 'count', pointsEach: 1000 }] },
  ],
  { mode: 'deduction' },
);

test.each([
  ['nothing happened', { a: 0, b: 0, c: 0 }, 10_000, 10_000],
  ['points times occurrences', { a: 0, b: 3, c: 1 }, 7500, 7500],
  ['the item is capped', { a: 4, b: 0, c: 0 }, 8500, 8500],
  ['then the section is capped', { a: 4, b: 9, c: 0 }, 8000, 8000],
  ['never below 0, the raw sum is kept', { a: 4, b: 9, c: 12 }, 0, -4000],
] as const)('deduction: %s', (_name, given, before, raw) => {
  expect(score(deduction, answers(given))).toMatchObject({ before, after: before, raw });
});

test('a capped section splits its loss over the items in proportion', () => {
  const { lines } = score(deduction, answers({ a: 4, b: 3, c: 0 }));
  expect(lines.map((line) => line.lost)).toEqual([1000, 1000, 0]);
});

test('a failed section of a deduction form loses its whole cap', () => {
  const failing = form(
    [
      {
        pointsMax: 3500,
        items: [
          { id: 'a', pointsEach: 500, onFail: 'fail-section' },
          { id: 'b', pointsEach: 500 },
        ],
      },
    ],
    { mode: 'deduction' },
  );
  const result = score(failing, answers({ a: 'no', b: 'yes' }));
  expect(result.before).toBe(6500);
  expect(result.lines.map(({ lost, forfeited }) => [lost, forfeited])).toEqual([
    [500, 3000],
    [0, 0],
  ]);
});

test('a deduction form on which everything is N/A has no score', () => {
  expect(score(deduction, answers({ a: 'na', b: 'na', c: 'na' }))).toMatchObject({
    before: null,
    raw: null,
    passed: null,
  });
});

test('the worked example of a percentage form in decision 0004', () => {
  const example = form([
    { weight: 40, items: [{ id: 'greeting' }, { id: 'number', partlyEarns: 5000 }] },
    { weight: 20, items: [{ id: 'farewell' }] },
    { weight: 30, items: [{ id: 'consent' }] },
  ]);
  const result = score(example, answers({ greeting: 'yes', number: 'partly', farewell: 'no', consent: 'na' }));
  expect(result.before).toBe(5000);
  expect(result.lines.map(({ possible, earned, lost }) => [possible, earned, lost])).toEqual([
    [3333, 3333, 0],
    [3334, 1667, 1667],
    [3333, 0, 3333],
    [0, 0, 0],
  ]);
});

test('the worked example of a deduction form in decision 0004', () => {
  const example = form(
    [
      {
        pointsMax: 2000,
        items: [
          { id: 'wait', kind: 'count', pointsEach: 1000, pointsMax: 1500 },
          { id: 'thanks', kind: 'count', pointsEach: 500 },
        ],
      },
      { items: [{ id: 'voice', kind: 'count', pointsEach: 1000 }] },
    ],
    { mode: 'deduction' },
  );
  const result = score(example, answers({ wait: 4, thanks: 3, voice: 1 }));
  expect(result.before).toBe(7000);
  expect(result.lines.map((line) => line.lost)).toEqual([1000, 1000, 1000]);
});
