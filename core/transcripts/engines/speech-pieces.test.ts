import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pair } from '../../audio/measures/spans.ts';
import { type Packing, placeOf, planPieces } from './speech-pieces.ts';

const speech = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 10, max: 6000 })), { maxLength: 30 })
  .map((pairs) => {
    let at = 0;
    return pairs.map(([gap, length]): Pair => {
      const start = at + gap / 100;
      at = start + length / 100;
      return [start, at];
    });
  });
const packing: fc.Arbitrary<Packing> = fc.record({
  longest: fc.constantFrom(5, 20, 28),
  join: fc.constantFrom(0, 0.5, 0.8),
  between: fc.constantFrom(null, 0.5, 1),
});
const near = 1e-6;

describe('pieces', () => {
  it('hold all the speech once, in order, and nothing further away than the padding', () => {
    fc.assert(
      fc.property(speech, packing, (spans, how) => {
        const parts = planPieces(0, spans, how).flatMap((piece) => piece.parts);
        for (const [index, part] of parts.entries()) {
          expect(part.end).toBeGreaterThan(part.start);
          expect(part.start).toBeGreaterThanOrEqual((parts[index - 1]?.end ?? 0) - near);
        }
        const heard = (time: number) => parts.some((part) => part.start <= time + near && part.end >= time - near);
        for (const [start, end] of spans) expect([start, (start + end) / 2, end].every(heard)).toBe(true);
        for (const part of parts) {
          const close = (time: number) =>
            spans.some(([start, end]) => time >= start - 0.1 - near && time <= end + 0.1 + near);
          expect(close(part.start) && close(part.end)).toBe(true);
        }
      }),
    );
  });

  it('are no longer than the engine takes', () => {
    fc.assert(
      fc.property(speech, packing, (spans, how) => {
        for (const { length, parts } of planPieces(0, spans, how)) {
          expect(length).toBeLessThanOrEqual(how.longest + near);
          const last = parts.at(-1)!;
          expect(last.at + last.end - last.start).toBeCloseTo(length);
        }
      }),
    );
  });

  it('give back the place in the recording that each part came from', () => {
    fc.assert(
      fc.property(speech, packing, (spans, how) => {
        for (const piece of planPieces(0, spans, how))
          for (const part of piece.parts) {
            const place = placeOf(piece, part.at, part.at + part.end - part.start);
            expect(place.start).toBeCloseTo(part.start);
            expect(place.end).toBeCloseTo(part.end);
          }
      }),
    );
  });

  it('keep a sentence out of a stretch that it only touches', () => {
    const [piece] = planPieces(
      0,
      [
        [10, 12],
        [60, 63],
      ],
      { longest: 28, join: 0.5, between: 1 },
    );
    expect(placeOf(piece!, 0.5, 3.4)).toEqual({ start: 10.4, end: 12.1 });
    expect(placeOf(piece!, 3.4, 5)).toEqual({ start: expect.closeTo(60.1), end: expect.closeTo(61.7) });
  });
});
