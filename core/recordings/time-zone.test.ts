import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTimeZone, isValidLocal, toBusinessDate, toEpoch, toLocal } from './time-zone.ts';

const at = (year: number, month: number, day: number, hour = 0, minute = 0, second = 0) => ({
  year,
  month,
  day,
  hour,
  minute,
  second,
});

describe('local times', () => {
  it('reads a Shanghai clock as eight hours ahead of UTC', () => {
    expect(toEpoch(at(2026, 3, 2, 9, 15, 3), 'Asia/Shanghai')).toBe(Date.UTC(2026, 2, 2, 1, 15, 3));
  });
  it('knows that Shanghai set its clocks forward in the summer of 1988', () => {
    expect(toEpoch(at(1988, 7, 1, 12), 'Asia/Shanghai')).toBe(Date.UTC(1988, 6, 1, 3));
  });
  it('moves a reading inside the spring gap forward', () => {
    expect(toEpoch(at(2026, 3, 8, 2, 30), 'America/New_York')).toBe(Date.UTC(2026, 2, 8, 7, 30));
  });
  it('takes the first of two equal readings in autumn', () => {
    expect(toEpoch(at(2026, 11, 1, 1, 30), 'America/New_York')).toBe(Date.UTC(2026, 10, 1, 5, 30));
  });
  it('counts the business date in the zone, not in UTC', () => {
    expect(toBusinessDate(Date.UTC(2026, 2, 1, 16, 0, 0), 'Asia/Shanghai')).toBe('2026-03-02');
    expect(toBusinessDate(Date.UTC(2026, 2, 1, 15, 59, 59), 'Asia/Shanghai')).toBe('2026-03-01');
  });
  it.each([
    [at(2024, 2, 29), true],
    [at(2026, 2, 29), false],
    [at(2026, 13, 1), false],
    [at(2026, 1, 1, 24), false],
    [at(2026, 1, 1, 23, 59, 60), false],
  ])('%j is a possible reading: %s', (local, valid) => expect(isValidLocal(local)).toBe(valid));
  it('refuses a zone that does not exist', () => {
    expect(isTimeZone('Asia/Shanghai')).toBe(true);
    expect(isTimeZone('Mars/Olympus')).toBe(false);
  });
  it('gives the reading back for every whole second that is no gap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000_000_000 }),
        fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'),
        (seconds, zone) => {
          const local = toLocal(seconds * 1000, zone);
          expect(toLocal(toEpoch(local, zone), zone)).toEqual(local);
          expect(toEpoch(local, zone)).toBeLessThanOrEqual(seconds * 1000);
        },
      ),
    );
  });
});
