import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contains, overlap, subtract, total, union } from './spans.ts';

const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 60 }))
    .map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 30 },
);

it('counts a second that was heard twice once', () => {
  expect(
    union([
      { start: 10, end: 20 },
      { start: 0, end: 5 },
      { start: 15, end: 25 },
    ]),
  ).toEqual([
    { start: 0, end: 5 },
    { start: 10, end: 25 },
  ]);
});

it('keeps every heard moment and adds none but the smallest gaps', () => {
  fc.assert(
    fc.property(spans, fc.integer({ min: 0, max: 1100 }), (list, at) => {
      const time = at + 0.5;
      expect(union(list).some((span) => contains(span, time))).toBe(list.some((span) => contains(span, time)));
    }),
  );
});

it('gives the same whether spans come one by one or together', () => {
  fc.assert(
    fc.property(spans, (list) => {
      let heard: typeof list = [];
      for (const span of list) heard = union(heard.concat(span));
      expect(heard).toEqual(union(list));
    }),
  );
});

it('takes holes out', () => {
  fc.assert(
    fc.property(spans, spans, (list, holes) => {
      const whole = union(list);
      const cut = union(holes);
      const common = whole.reduce((sum, a) => sum + cut.reduce((inner, b) => inner + overlap(a, b), 0), 0);
      expect(total(subtract(whole, cut))).toBeCloseTo(total(whole) - common);
    }),
  );
});
