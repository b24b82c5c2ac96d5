import { expect, it } from 'vitest';
import { type NamedPeriod, namedPeriods } from './period-presets.ts';

it.each<[string, Record<NamedPeriod, string>]>([
  [
    '2026-03-02',
    {
      yesterday: '2026-03-01 2026-03-01',
      lastWeek: '2026-02-23 2026-03-01',
      thisMonth: '2026-03-01 2026-03-02',
      lastMonth: '2026-02-01 2026-02-28',
    },
  ],
  [
    // A Sunday still belongs to the week that began six days before.
    '2027-01-03',
    {
      yesterday: '2027-01-02 2027-01-02',
      lastWeek: '2026-12-21 2026-12-27',
      thisMonth: '2027-01-01 2027-01-03',
      lastMonth: '2026-12-01 2026-12-31',
    },
  ],
])('on %s the named periods are whole days of the calendar', (today, expected) => {
  const said = Object.entries(namedPeriods(today)).map(([name, days]) => [
    name,
    days.map((day) => day.format('YYYY-MM-DD')).join(' '),
  ]);
  expect(Object.fromEntries(said)).toEqual(expected);
});
