import { expect, it } from 'vitest';
import type { FindingMark } from '../findings/marks.ts';
import { LEAST_WIDTH, placeBars } from './place-bars.ts';

const mark = (number: number | null, start: number, end: number) =>
  ({ number, span: { start, end }, finding: { evidence: [{ start, end }] } }) as unknown as FindingMark;
const view = { start: 0, end: 100 };

it('places bars by time and never narrower than a target', () => {
  const { bars } = placeBars([mark(1, 10, 30), mark(2, 50, 50.1)], view, 1000);
  expect(bars.map(({ left, width }) => [left, width])).toEqual([
    [100, 200],
    [500, LEAST_WIDTH],
  ]);
});

it('keeps the gravest of overlapping findings and counts the rest on it', () => {
  const { bars } = placeBars([mark(2, 20, 60), mark(1, 10, 30), mark(3, 70, 80)], view, 1000);
  expect(bars.map((bar) => [bar.mark.number, bar.hidden.length])).toEqual([
    [2, 1],
    [3, 0],
  ]);
});

it('keeps a bar at the end of the call inside of the track', () => {
  const [bar] = placeBars([mark(1, 99.9, 100)], view, 1000).bars;
  expect(bar!.left + bar!.width).toBeLessThanOrEqual(1000);
});

it('shows a finding at each of its places, and counts it once where they overlap another', () => {
  const twice = {
    ...mark(1, 10, 80),
    finding: {
      evidence: [
        { start: 10, end: 20 },
        { start: 70, end: 80 },
      ],
    },
  };
  const { bars } = placeBars([mark(2, 15, 18), twice as unknown as FindingMark], view, 1000);
  expect(bars.map((bar) => [bar.mark.number, bar.start, bar.hidden.length])).toEqual([
    [2, 15, 1],
    [1, 70, 0],
  ]);
});

it('leaves out what the view does not show, and ticks that a bar would cover', () => {
  const { bars, ticks } = placeBars(
    [mark(1, 10, 30), mark(null, 12, 13), mark(null, 50, 51), mark(2, 200, 220)],
    view,
    1000,
  );
  expect(bars).toHaveLength(1);
  expect(ticks.map(({ left }) => left)).toEqual([500]);
});
