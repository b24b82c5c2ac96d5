import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  bucketsOf,
  comparablePeriod,
  daysBetween,
  daysOf,
  isoWeek,
  isoWeekday,
  periodRange,
  previousPeriod,
  rangeBefore,
} from './calendar.ts';

const day = fc
  .integer({ min: Date.UTC(1999, 0, 1), max: Date.UTC(2099, 11, 31) })
  .map((at) => new Date(at).toISOString().slice(0, 10));
const period = fc.constantFrom('day', 'week', 'month' as const);

describe('a period', () => {
  test.each([
    ['day', '2026-03-02', '2026-03-02', '2026-03-02'],
    ['week', '2026-03-04', '2026-03-02', '2026-03-08'],
    ['week', '2026-03-08', '2026-03-02', '2026-03-08'],
    ['week', '2027-01-01', '2026-12-28', '2027-01-03'],
    ['month', '2024-02-10', '2024-02-01', '2024-02-29'],
    ['month', '2026-12-31', '2026-12-01', '2026-12-31'],
  ] as const)('%s of %s runs from %s to %s', (kind, date, from, to) => {
    expect(periodRange(kind, date)).toEqual({ from, to });
  });

  test.each([
    ['day', '2026-01-01', '2025-12-31', '2025-12-31'],
    ['day', '2024-03-01', '2024-02-29', '2024-02-29'],
    ['week', '2026-01-01', '2025-12-22', '2025-12-28'],
    ['month', '2026-01-15', '2025-12-01', '2025-12-31'],
    ['month', '2026-03-31', '2026-02-01', '2026-02-28'],
  ] as const)('the %s before %s runs from %s to %s', (kind, date, from, to) => {
    expect(previousPeriod(kind, date)).toEqual({ from, to });
  });

  test.each([
    ['day', '2026-03-02', '2026-02-23', '2026-02-23', 'the same weekday'],
    ['week', '2026-03-04', '2025-03-03', '2025-03-09', 'week 10 and week 10'],
    ['week', '2026-12-31', '2025-12-22', '2025-12-28', 'week 53 and, as 2025 has none, week 52'],
    ['week', '2021-01-02', '2019-12-23', '2019-12-29', 'week 53 of 2020 and week 52 of 2019'],
    ['month', '2025-02-28', '2024-02-01', '2024-02-29', 'a month with the leap day'],
  ] as const)('%s of %s is compared with %s to %s: %s', (kind, date, from, to, _why) => {
    expect(comparablePeriod(kind, date)).toEqual({ from, to });
  });

  test('a day that the calendar does not have is refused', () => {
    for (const wrong of ['2026-02-30', '2026-13-01', '2025-02-29'])
      expect(() => periodRange('month', wrong)).toThrow(wrong);
  });
});

test.each([
  ['2026-01-01', 2026, 1],
  ['2025-12-29', 2026, 1],
  ['2026-12-31', 2026, 53],
  ['2027-01-03', 2026, 53],
  ['2027-01-04', 2027, 1],
  ['2020-12-31', 2020, 53],
  ['2016-01-03', 2015, 53],
])('%s lies in ISO week %i-W%i', (date, year, week) => {
  expect(isoWeek(date)).toEqual({ year, week });
});

test('periods tile the calendar: each ends the day before the next begins, and holds its own days', () => {
  fc.assert(
    fc.property(period, day, (kind, date) => {
      const range = periodRange(kind, date);
      const before = previousPeriod(kind, date);
      expect(range.from <= date && date <= range.to).toBe(true);
      expect(addDays(before.to, 1)).toBe(range.from);
      for (const inside of daysOf(range)) expect(periodRange(kind, inside)).toEqual(range);
    }),
    { numRuns: 100 },
  );
});

test('weeks start on Monday and their number grows by one until the year of their Thursday ends', () => {
  fc.assert(
    fc.property(day, (date) => {
      const { from } = periodRange('week', date);
      const next = isoWeek(addDays(from, 7));
      const { year, week } = isoWeek(date);
      expect(isoWeekday(from)).toBe(1);
      expect(next.year === year ? next.week === week + 1 : next.year === year + 1 && next.week === 1).toBe(true);
      expect(week).toBeLessThanOrEqual(53);
    }),
  );
});

test('the range before has the same length and touches this one', () => {
  expect(rangeBefore({ from: '2026-03-02', to: '2026-03-08' })).toEqual({ from: '2026-02-23', to: '2026-03-01' });
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 400 }), (from, length) => {
      const range = { from, to: addDays(from, length) };
      const before = rangeBefore(range);
      expect(daysBetween(before.from, before.to)).toBe(length);
      expect(addDays(before.to, 1)).toBe(from);
    }),
  );
});

test('buckets are the first days of all periods that a range touches, cut weeks included', () => {
  expect(bucketsOf('week', { from: '2026-03-04', to: '2026-03-16' })).toEqual([
    '2026-03-02',
    '2026-03-09',
    '2026-03-16',
  ]);
  expect(bucketsOf('month', { from: '2025-12-31', to: '2026-02-01' })).toEqual([
    '2025-12-01',
    '2026-01-01',
    '2026-02-01',
  ]);
});
