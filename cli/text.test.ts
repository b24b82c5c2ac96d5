import fc from 'fast-check';
import { expect, it } from 'vitest';
import { displayWidth } from '../core/text/display-width.ts';
import { clock, isoInZone, points, table } from './text.ts';

it('aligns Chinese and Latin columns', () => {
  expect(
    table(
      ['姓名', 'n'],
      [
        ['张敏', 1],
        ['Li', null],
      ],
    ),
  ).toBe('姓名  n\n张敏  1\nLi    –');
});

it('lets no file name drive the terminal', () => {
  expect(table(['f'], [['a\u001b[2Jb\n\u202ec']])).toBe('f\na\ufffd[2Jb\ufffd\ufffdc');
});

it.each([
  ['录音.wav', 8],
  ['（一）', 6],
  ['e\u0301', 1],
])('%s takes %i cells', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

it.each([
  [Date.UTC(2026, 2, 2, 1, 15, 3), 'Asia/Shanghai', '2026-03-02T09:15:03+08:00'],
  [Date.UTC(2026, 0, 1), 'UTC', '2026-01-01T00:00:00+00:00'],
  [Date.UTC(2026, 6, 1, 12), 'America/St_Johns', '2026-07-01T09:30:00-02:30'],
])('%i in %s is %s', (ms, zone, expected) => {
  expect(isoInZone(ms, zone)).toBe(expected);
});

it('names the same moment in every zone', () => {
  const zones = fc.constantFrom(
    'Asia/Shanghai',
    'Asia/Kathmandu',
    'America/New_York',
    'Europe/Berlin',
    'Pacific/Apia',
    'UTC',
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e9 }), zones, (seconds, zone) => {
      expect(Date.parse(isoInZone(seconds * 1000, zone))).toBe(seconds * 1000);
    }),
  );
});

it('shows lengths and points as people write them', () => {
  expect([clock(185.9), clock(3725), clock(0), clock(null)]).toEqual(['3:05', '1:02:05', '0:00', null]);
  expect([points(9250), points(-500), points(null)]).toEqual(['92.50', '-5.00', null]);
});
