import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOrderOf, joinDateAndTime, parseDateTime } from './cdr-time.ts';
import { cleanCell, parseDuration } from './cdr-values.ts';
import { parseDirection, readDirection } from './direction.ts';
import { readNumbers } from './phone-number.ts';

const zone = 'Asia/Shanghai';

describe('cells', () => {
  it.each([
    ['="08012"', '08012'],
    ["'13800138001", '13800138001'],
    ['\t13800138001 ', '13800138001'],
    ['="a', 'a'],
    ['x="1"', 'x="1"'],
    ['8031.0', '8031'],
    ['1.3900001111000E+10', '13900001111'],
    ['1.39E+10', '1.39E+10'],
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
    '02-Mar-2026 09:15:03',
    '2 March 2026, 9:15:03 AM',
    'March 2nd, 2026 9:15:03 a.m.',
    'Mon Mar  2 09:15:03 2026',
    'Mon Mar 02 09:15:03 CST 2026',
    'Mon, 2 Mar 2026 09:15:03 +0800 (China Standard Time)',
    '2026-03-02T01:15:03.120+0000',
    '2026-03-02 01:15:03 UTC',
    '2026-03-01 17:15:03 GMT-8',
    '2026-03-02 09:15:03.123456789 +0800 CST m=+0.000001',
    '2026-03-02-09.15.03.000000',
    '2026-03-02_09-15-03',
    '20260302T091503',
    '(周一) 2026/3/2 早上9:15:03',
    '2026年3月2日（星期一）上午9点15分03秒',
    '115/03/02 09:15:03',
    '民國115年3月2日 上午9時15分3秒',
    '02.03.2026 09:15:03',
    '20260302091503123',
    '2026-03-02 09h15m03s',
    '09:15:03 2026/3/2',
    '1772414103.25',
    '1772414103000000000',
    '/Date(1772414103000+0800)/',
    '3/2/26 9:15:03 AM',
  ])('%s is nine fifteen in Shanghai', (text) => expect(parseDateTime(text, zone)).toBe(at));
  it('takes twelve hours on in the afternoon', () => {
    expect(parseDateTime('2026/3/2 下午 2:05', zone)).toBe(Date.UTC(2026, 2, 2, 6, 5));
    expect(parseDateTime('2026-03-02 12:05 AM', zone)).toBe(Date.UTC(2026, 2, 1, 16, 5));
  });
  it('24:00:00 is the end of its day', () => {
    expect(parseDateTime('2026-03-01 24:00:00', zone)).toBe(Date.UTC(2026, 2, 1, 16));
    expect(parseDateTime('2026-03-01 24:00:01', zone)).toBeNull();
  });
  it('reads the day first when one cell of the column can only be read so', () => {
    expect(dayOrderOf(['03/04/2026 10:00', '31/03/2026 10:00'])).toBe('day-first');
    expect(parseDateTime('03/04/2026 10:00', zone, 'day-first')).toBe(Date.UTC(2026, 3, 3, 2));
    expect(parseDateTime('03/04/2026 10:00', zone)).toBe(Date.UTC(2026, 2, 4, 2));
  });
  it.each(['中午12:05', '下午 0:05', '晚上 11:05'].map((text) => [`2026/3/2 ${text}`] as const))(
    '%s is in its half of the day',
    (text) => {
      const hour = Number(new Date(parseDateTime(text, zone)! + 8 * 3600_000).getUTCHours());
      expect(hour).toBe(text.includes('晚上') ? 23 : 12);
    },
  );
  it.each([
    '',
    '昨天',
    '2026-02-30 10:00',
    '2026-03-02 25:00',
    '2026-03-02',
    '12345',
    '26-03-02 09:15:03',
    '2026-03-02 09:15:03 PST',
    '2026-03-02 09:15:03 张敏',
    '2026-03-02 晚上12:05',
    '2026-03-02 09:15:03 +25:00',
    '8012',
  ])('%j is no time', (text) => expect(parseDateTime(text, zone)).toBeNull());
  it.each([
    ['2026-03-02', '09:15:03', '2026-03-02 09:15:03'],
    ['2026-03-02 00:00:00', '09:15:03', '2026-03-02 09:15:03'],
    ['46083', '0.385451388887', '46083.385451388887'],
    ['2026-03-02', '2026-03-02 09:15:03', '2026-03-02 09:15:03'],
    [null, '2026-03-02 09:15:03', '2026-03-02 09:15:03'],
  ])('joins day %j and time %j', (day, time, joined) => {
    expect(joinDateAndTime(day, time)).toBe(joined);
    expect(parseDateTime(joined, zone)).toBe(at);
  });
  it('reads back any instant in any of the spellings', () => {
    const pad = (n: number) => String(n).padStart(2, '0');
    const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000_000, max: 1_999_999_999 }), (second) => {
        const local = new Date((second + 8 * 3600) * 1000);
        const [y, m, d] = [local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate()];
        const [h, i, s] = [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()];
        const noon = `${h % 12 || 12}:${pad(i)}:${pad(s)} ${h < 12 ? 'AM' : 'PM'}`;
        for (const text of [
          `${y}${pad(m)}${pad(d)}${pad(h)}${pad(i)}${pad(s)}`,
          `${y}年${m}月${d}日 ${h}时${i}分${s}秒`,
          `${d}-${names[m - 1]}-${y} ${noon}`,
          `${names[m - 1]} ${d}, ${y} ${noon}`,
          `${names[m - 1]} ${d} ${pad(h)}:${pad(i)}:${pad(s)} ${y}`,
          `${pad(d)}.${pad(m)}.${y} ${h}:${pad(i)}:${pad(s)}`,
          `${y}/${m}/${d} ${h < 12 ? '上午' : '下午'} ${h % 12 || 12}:${pad(i)}:${pad(s)}`,
          `${second}`,
          `${second}000`,
        ])
          expect(parseDateTime(text, zone), text).toBe(second * 1000);
      }),
      { numRuns: 60 },
    );
  });
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
    ['呼入（转人工）', 'inbound'],
    ['IVR呼入', 'inbound'],
    ['客戶來電', 'inbound'],
    ['轉入', 'inbound'],
    ['打进来', 'inbound'],
    ['Dial In', 'inbound'],
    ['inbound_queue', 'inbound'],
    ['自动外呼任务', 'outbound'],
    ['手动拨出', 'outbound'],
    ['打出', 'outbound'],
    ['outbound-api', 'outbound'],
    ['OB', 'outbound'],
    ['callout', 'outbound'],
    ['回访任务', 'outbound'],
    ['Callback', 'outbound'],
    ['呼入转呼出', null],
    ['非呼入', null],
    ['internal', null],
    ['内线', null],
    ['information', null],
    ['', null],
  ])('%j is %s', (text, direction) => expect(parseDirection(text)).toBe(direction));
  it('tells what is a call within the house from what is not understood', () => {
    expect([readDirection('內線通話'), readDirection('internal'), readDirection('甲')]).toEqual([
      'neither',
      'neither',
      null,
    ]);
  });
});

describe('numbers', () => {
  it.each([
    ['13900001111', ['13900001111']],
    ['sip:13900001111@pbx.example:5060;user=phone', ['13900001111']],
    ['<sip:+8613900001111@10.1.1.1>', ['13900001111']],
    ['"客户 12" <13900001111>', ['13900001111']],
    ['tel:+86-139-0000-1111', ['13900001111']],
    ['PJSIP/8031-0000002c', ['8031']],
    ['Local/8031@from-queue-0001;1', ['8031']],
    ['SIP/trunk/13900001111', ['13900001111']],
    ['913900001111', ['13900001111']],
    ['9013900001111', ['13900001111']],
    ['013900001111', ['13900001111']],
    ['1790913900001111', ['13900001111']],
    ['12593013900001111', ['13900001111']],
    ['008613900001111', ['13900001111']],
    ['901066668888', ['01066668888']],
    ['010-66668888转8012', ['01066668888']],
    ['(010) 6666 8888', ['01066668888']],
    ['139****1111', ['139****1111']],
    ['+852 9123 4567', ['+85291234567']],
    ['13900001111/13700002222', ['13900001111', '13700002222']],
    ['13900001111、13700002222', ['13900001111', '13700002222']],
    ['13900001111 13700002222', ['13900001111', '13700002222']],
    ['13900001111 (张先生)', ['13900001111']],
    ['13900001111-801', ['13900001111']],
    ['tel:13900001111;ext=801', ['13900001111']],
    ['*6713900001111', ['13900001111']],
    ['95588', ['95588']],
    ['anonymous', []],
    ['未知', []],
    ['', []],
    ['1.39E+10', null],
    ['张敏', null],
  ])('%j reads %j', (cell, numbers) => expect(readNumbers(cell)).toEqual(numbers));
});
