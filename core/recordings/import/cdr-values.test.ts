import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanCell, dayOrderOf, parseDateTime, parseDuration } from './cdr-values.ts';
import { parseDirection } from './direction.ts';

const zone = 'Asia/Shanghai';

describe('cells', () => {
  it.each([
    ['="08012"', '08012'],
    ["'13800138001", '13800138001'],
    ['\t13800138001 ', '13800138001'],
    ['="a', 'a'],
    ['x="1"', 'x="1"'],
  ])('%j reads %j', (cell, text) => expect(cleanCell(cell)).toBe(text));
});

describe('durations', () => {
  it.each([
    ['87', 87],
    ['87.5', 87.5],
    ['00:01:27', 87],
    ['1:27', 87],
    ['1分27秒', 87],
    ['87秒', 87],
    ['1小时2分3秒', 3723],
    ['1m27s', 87],
    ['1\'27"', 87],
    ['２分', 120],
    ['', null],
    ['-5', null],
    ['abc', null],
    ['1分x', null],
  ])('%j is %s seconds', (text, seconds) => expect(parseDuration(text)).toBe(seconds));
  it('counts what the header says', () => {
    expect(parseDuration('1500', 'ms')).toBe(1.5);
    expect(parseDuration('2', 'min')).toBe(120);
  });
  it('reads back any clock reading', () => {
    fc.assert(
      fc.property(fc.nat(359_999), (seconds) => {
        const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
        expect(parseDuration(parts.map((part) => String(part).padStart(2, '0')).join(':'))).toBe(seconds);
      }),
    );
  });
});

describe('times', () => {
  const at = Date.UTC(2026, 2, 2, 1, 15, 3);
  it.each([
    '2026-03-02 09:15:03',
    '2026/3/2 9:15:03',
    '2026.03.02 09:15:03',
    '20260302091503',
    '20260302 09:15:03',
    '2026年3月2日 9时15分3秒',
    '2026-03-02 上午9:15:03',
    '2026-03-02T01:15:03Z',
    '2026-03-02T09:15:03+08:00',
    '2026-03-02T09:15:03.250',
    '3/2/2026 9:15:03 AM',
    '46083.385451388887',
    '1772414103',
    '1772414103000',
    '２０２６－０３－０２ ０９：１５：０３',
  ])('%s is nine fifteen in Shanghai', (text) => expect(parseDateTime(text, zone)).toBe(at));
  it('takes twelve hours on in the afternoon', () => {
    expect(parseDateTime('2026/3/2 下午 2:05', zone)).toBe(Date.UTC(2026, 2, 2, 6, 5));
    expect(parseDateTime('2026-03-02 12:05 AM', zone)).toBe(Date.UTC(2026, 2, 1, 16, 5));
  });
  it('reads the day first when one cell of the column can only be read so', () => {
    expect(dayOrderOf(['03/04/2026 10:00', '31/03/2026 10:00'])).toBe('day-first');
    expect(parseDateTime('03/04/2026 10:00', zone, 'day-first')).toBe(Date.UTC(2026, 3, 3, 2));
    expect(parseDateTime('03/04/2026 10:00', zone)).toBe(Date.UTC(2026, 2, 4, 2));
  });
  it.each(['', '昨天', '2026-02-30 10:00', '2026-03-02 25:00', '2026-03-02', '12345'])('%j is no time', (text) =>
    expect(parseDateTime(text, zone)).toBeNull(),
  );
});

describe('directions', () => {
  it.each([
    ['呼入', 'inbound'],
    [' Inbound ', 'inbound'],
    ['IN', 'inbound'],
    ['inbound call', 'inbound'],
    ['来电', 'inbound'],
    ['1', 'inbound'],
    ['呼出', 'outbound'],
    ['外呼', 'outbound'],
    ['out', 'outbound'],
    ['0', 'outbound'],
    ['internal', null],
    ['', null],
  ])('%j is %s', (text, direction) => expect(parseDirection(text)).toBe(direction));
});
