import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heardRatio, mergeSpans } from './heard.ts';

const spans = fc.array(
  fc
    .record({ start: fc.integer({ min: 0, max: 60_000 }), length: fc.integer({ min: -50, max: 9000 }) })
    .map(({ start, length }) => ({ start: start / 1000, end: Math.max(0, start + length) / 1000 })),
  { maxLength: 30 },
);
const durationMs = 50_000;

test('merged spans are in order, apart from each other, and cover what was heard to the millisecond', () => {
  fc.assert(
    fc.property(spans, (heard) => {
      const merged = mergeSpans(heard, durationMs);
      const covered = new Set<number>();
      for (const { start, end } of heard)
        for (let ms = Math.round(start * 1000); ms < Math.min(Math.round(end * 1000), durationMs); ms++)
          covered.add(ms);
      expect(heardRatio(merged, durationMs)).toBeCloseTo(covered.size / durationMs, 9);
      for (const [index, span] of merged.entries()) {
        expect(span.end).toBeGreaterThan(span.start);
        if (index > 0) expect(span.start).toBeGreaterThan(merged[index - 1]!.end);
      }
      expect(mergeSpans(merged, durationMs)).toEqual(merged);
    }),
    { numRuns: 50 },
  );
});

test('a call of unknown length has no ratio yet', () => {
  expect(heardRatio(mergeSpans([{ start: 0, end: 5 }], null), null)).toBe(0);
});
