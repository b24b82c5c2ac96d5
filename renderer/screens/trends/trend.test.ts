import { expect, it } from 'vitest';
import type { TrendSeries } from '../../../core/contract/index.ts';
import { drawn, metricOf } from './trend.ts';
import { bucketFor } from './trends-store.ts';

const series = (key: string, n: number, more: Partial<TrendSeries> = {}): TrendSeries => ({
  key,
  n,
  label: { zh: key, en: key },
  severity: null,
  breachClass: null,
  average: 9250,
  passRate: { numerator: 3, denominator: 4, value: 0.75 },
  fatalRate: { numerator: 0, denominator: 4, value: 0 },
  lossRate: null,
  calls: {},
  points: [],
  ...more,
});

it('draws the average in points and rates in percent', () => {
  expect(metricOf(series('a', 4), 'average')).toBe(92.5);
  expect(metricOf(series('a', 4), 'passRate')).toBe(75);
});

it('draws the loss rate of a checklist item whatever figure is chosen', () => {
  expect(metricOf(series('a', 4, { lossRate: { numerator: 1, denominator: 3, value: 1 / 3 } }), 'average')).toBe(33.3);
});

it('has no mark where there is no figure', () => {
  expect(metricOf(series('a', 0, { average: null }), 'average')).toBeNull();
});

it('keeps the lines with most calls when there are too many', () => {
  expect(drawn([series('a', 1), series('b', 9), series('c', 5)], 2).map(({ key }) => key)).toEqual(['b', 'c']);
});

it.each([
  ['2026-03-01', '2026-03-14', 'day'],
  ['2026-01-01', '2026-04-30', 'week'],
  ['2025-01-01', '2025-12-31', 'month'],
] as const)('shows %s to %s by %s', (from, to, bucket) => {
  expect(bucketFor(from, to)).toBe(bucket);
});
