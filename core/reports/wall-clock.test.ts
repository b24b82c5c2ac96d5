import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toLocal } from '../recordings/time-zone.ts';
import { wallClockIn } from './wall-clock.ts';

test('the fast clock shows what the zone data say, in zones with odd offsets and with summer time', () => {
  for (const zone of ['Asia/Shanghai', 'Asia/Kathmandu', 'America/New_York', 'UTC']) {
    const clock = wallClockIn(zone);
    fc.assert(
      fc.property(fc.integer({ min: 946_684_800_000, max: 2_500_000_000_000 }), (at) => {
        const { year, month, day, hour, minute, second } = toLocal(at, zone);
        expect(clock(at).split(/[- :]/).map(Number)).toEqual([year, month, day, hour, minute, second]);
      }),
      { numRuns: 50 },
    );
  }
});

test('an hour that the clocks repeat in autumn shows the same reading twice', () => {
  const clock = wallClockIn('America/New_York');
  const first = Date.UTC(2026, 10, 1, 5, 30, 7);
  expect([clock(first), clock(first + 3_600_000)]).toEqual(['2026-11-01 01:30:07', '2026-11-01 01:30:07']);
});
