import { expect, it } from 'vitest';
import { daysText, periodName } from './period-name.ts';

const today = '2026-03-04';

it.each([
  ['2026-03-04', '2026-03-04', 'today', '03-04'],
  ['2026-03-03', '2026-03-03', 'yesterday', '03-03'],
  ['2026-03-02', '2026-03-04', 'thisWeek', '03-02–03-04'],
  ['2026-03-02', '2026-03-08', 'thisWeek', '03-02–03-08'],
  ['2026-02-23', '2026-03-01', 'lastWeek', '02-23–03-01'],
  ['2026-03-01', '2026-03-04', 'thisMonth', '03-01–03-04'],
  ['2026-03-01', '2026-03-31', 'thisMonth', '03-01–03-31'],
  ['2026-02-01', '2026-02-28', 'lastMonth', '02-01–02-28'],
  ['2026-02-17', '2026-03-03', null, '02-17–03-03'],
  ['2025-12-29', '2026-01-04', null, '2025-12-29–2026-01-04'],
])('%s to %s is called %s, its days %s', (from, to, name, days) => {
  expect(periodName(from, to, today)).toBe(name);
  expect(daysText(from, to, today)).toBe(days);
});

it('a span with one open end says only the other', () => {
  expect(daysText('2026-03-02', undefined, today)).toBe('03-02–');
  expect(daysText(undefined, '2026-03-02', today)).toBe('–03-02');
});

it('on a Monday that is also the first of the month, the nearest name comes first', () => {
  expect(periodName('2026-06-01', '2026-06-01', '2026-06-01')).toBe('today');
});
