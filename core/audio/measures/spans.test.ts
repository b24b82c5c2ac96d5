import fc from 'fast-check';
import { expect, it } from 'vitest';
import { complement, covered, intersection, type Pair, spansWhere, total, union, without } from './spans.ts';

const duration = 50;
/** Spans in whole seconds, so that seconds can be counted one by one. */
const spans = fc
  .array(fc.tuple(fc.nat(duration - 1), fc.integer({ min: 1, max: 9 })), { maxLength: 12 })
  .map((list) => list.map(([start, length]): Pair => [start, Math.min(duration, start + length)]));
const within = (list: readonly Pair[]) =>
  Array.from({ length: duration }, (_, second) => list.some(([start, end]) => second >= start && second < end));
const inOrder = (list: readonly Pair[]) => list.every(([start], i) => i === 0 || start > list[i - 1]![1]);

it('union covers what any span covers, in order and disjoint', () => {
  fc.assert(
    fc.property(spans, (list) => {
      expect(within(union(list))).toEqual(within(list));
      expect(inOrder(union(list))).toBe(true);
    }),
  );
});

it('union closes gaps up to the bridge', () => {
  expect(
    union(
      [
        [0, 1],
        [1.5, 2],
        [4, 5],
      ],
      0.5,
    ),
  ).toEqual([
    [0, 2],
    [4, 5],
  ]);
});

it('intersection, complement and without are what they are second by second', () => {
  fc.assert(
    fc.property(spans, spans, (some, others) => {
      const [a, b] = [union(some), union(others)];
      const [inA, inB] = [within(a), within(b)];
      expect(within(intersection(a, b))).toEqual(inA.map((is, i) => is && inB[i]!));
      expect(within(complement(a, duration))).toEqual(inA.map((is) => !is));
      expect(within(without(a, b))).toEqual(inA.map((is, i) => is && !inB[i]!));
    }),
  );
});

it('covered tells the seconds of a span within others', () => {
  fc.assert(
    fc.property(spans, spans, (some, others) => {
      const list = union(others);
      for (const span of some) expect(covered(span, list)).toBe(total(intersection([span], list)));
    }),
  );
});

it('spansWhere joins neighbouring steps', () => {
  expect(spansWhere(6, 0.5, (step) => step !== 2 && step !== 5)).toEqual([
    [0, 1],
    [1.5, 2.5],
  ]);
});
