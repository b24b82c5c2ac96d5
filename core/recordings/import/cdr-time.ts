/** Start times as phone systems write them. Pure. */
import { toSimplified } from '../../text/chinese.ts';
import { isValidLocal, type LocalDateTime, toEpoch } from '../time-zone.ts';

/** Order of day and month in `03/04/2026`-like dates. */
export type DayOrder = 'day-first' | 'month-first';

/** Day-first when any cell of the column can only be read so. */
export function dayOrderOf(cells: Iterable<string>): DayOrder {
  for (const cell of cells) {
    const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2}(?=,? \d{1,2}:))/.exec(cell.trim());
    if (slashed && Number(slashed[1]) > 12) return 'day-first';
  }
  return 'month-first';
}

/** Serial numbers of 1954 to 2119: what a date column without a date format gives. */
const serial = /^[2-7]\d{4}(\.\d+)?$/;
const weekday =
  /[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]*/gi;

/**
 * The instant of a cell such as `2026-03-02 09:15:03`, `2026/3/2 上午9:15`, `20260302091503`, `2026年3月2日 9时15分`,
 * `2-Mar-26 09:15`, `Mar 2, 2026 9:15 PM`, RFC 2822, ISO 8601, `2026-03-02 09:15:03 +0800 CST`, `3/2/2026 9:15`,
 * 民国115年3月2日 9:15, seconds to nanoseconds since 1970, or an Excel serial number.
 * A cell without an offset is wall-clock time of `zone`.
 * @returns epoch ms UTC, or null when it is none of these or no possible time
 */
export function parseDateTime(text: string, zone: string, order: DayOrder = 'month-first'): number | null {
  const said = toSimplified(text.normalize('NFKC').trim());
  const epoch = sinceEpoch(/^\/Date\((\d+)(?:[+-]\d{4})?\)\/$/.exec(said)?.[1] ?? said);
  if (epoch !== null) return epoch;
  if (serial.test(said)) return fromSerial(Number(said), zone);
  const plain = said.replace(weekday, ' ').replace(/\s+/g, ' ').trim();
  const date = readDate(inOrder(plain), order);
  const time = date && readTime(date.rest);
  if (!date || !time) return null;
  const offset = readOffset(time.rest);
  // 24:00:00 ends the day.
  const nextDay = time.clock.hour === 24 && time.clock.minute === 0 && time.clock.second === 0;
  const local = { ...date.day, ...time.clock, ...(nextDay && { hour: 0 }) };
  if (offset === undefined || !isValidLocal(local)) return null;
  const at = toEpoch(local, offset === null ? zone : 'UTC') - (offset ?? 0) * 60_000;
  return nextDay ? at + 86_400_000 : at;
}

/** Seconds, milliseconds, microseconds or nanoseconds since 1970, of 2001 to 2033. */
function sinceEpoch(text: string): number | null {
  const found = /^(1\d{9})(\d{3}|\d{6}|\d{9})?(?:\.(\d+))?$/.exec(text);
  if (!found) return null;
  const thousandths = (found[2] ?? found[3] ?? '').padEnd(3, '0').slice(0, 3);
  return Number(found[1]) * 1000 + (found[2] ? Number(thousandths) : 0);
}

const clock = String.raw`\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?`;

/** Date before time: `Mar 2 09:15:03 CST 2026` and `09:15:03 2026-03-02` are turned round. */
function inOrder(text: string): string {
  const unix = new RegExp(String.raw`^([a-z]{3,9}\.? \d{1,2}),? (${clock})((?: [A-Z+\-:\d]+)?) (\d{4})$`, 'i').exec(
    text,
  );
  if (unix) return `${unix[1]}, ${unix[4]} ${unix[2]}${unix[3]}`;
  const timeFirst = new RegExp(String.raw`^(${clock}(?: ?[ap]m)?),? (\d.*\d日?)$`, 'i').exec(text);
  return timeFirst && !timeFirst[2]!.includes(':') ? `${timeFirst[2]} ${timeFirst[1]}` : text;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';

type Day = Pick<LocalDateTime, 'year' | 'month' | 'day'>;
/** Each spelling of a day, with the places of year, month and day in it. */
const dates: readonly [RegExp, (parts: string[], order: DayOrder) => (string | undefined)[]][] = [
  [/^(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})(?!\d) ?日?/, ([y, m, d]) => [y, m, d]],
  [/^((?:19|20)\d{2})(\d{2})(\d{2})/, ([y, m, d]) => [y, m, d]],
  // Years of the Republic of China count from 1912.
  [
    /^(?:民国 ?)?(1\d{2}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})(?!\d) ?日?/,
    ([y, m, d]) => [String(Number(y) + 1911), m, d],
  ],
  [
    new RegExp(String.raw`^(\d{1,2})(?:st|nd|rd|th)?[-/. ]{0,2}${month}[-/., ]{0,2}(\d{4}|\d{2})(?!\d)`, 'i'),
    ([d, m, y]) => [y, m, d],
  ],
  [new RegExp(String.raw`^${month}\.? ?(\d{1,2})(?:st|nd|rd|th)?,? (\d{4})`, 'i'), ([m, d, y]) => [y, m, d]],
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4})/, ([d, m, y]) => [y, m, d]],
  [/^(\d{1,2})[-/](\d{1,2})[-/](\d{4})/, ([a, b, y], order) => (order === 'day-first' ? [y, b, a] : [y, a, b])],
  // Two figures of a year: only between slashes and before a time, where no other order is usual.
  [
    /^(\d{1,2})\/(\d{1,2})\/(\d{2})(?=,? \d{1,2}:)/,
    ([a, b, y], order) => (order === 'day-first' ? [y, b, a] : [y, a, b]),
  ],
];

function readDate(text: string, order: DayOrder): { day: Day; rest: string } | null {
  for (const [spelling, places] of dates) {
    const found = spelling.exec(text);
    if (!found) continue;
    const [y, m, d] = places(found.slice(1), order);
    const named = months.indexOf(m!.slice(0, 3).toLowerCase());
    const year = Number(y) < 100 ? 2000 + Number(y) : Number(y);
    return {
      day: { year, month: named < 0 ? Number(m) : named + 1, day: Number(d) },
      rest: text.slice(found[0].length),
    };
  }
  return null;
}

const half = '(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|[ap]\\.?m\\.?)';
const spelledTime = new RegExp(
  String.raw`^[T, _-]*(?:at )?${half}? ?(\d{1,2}) ?[:时点h.-] ?(\d{1,2})(?: ?[:分m.-] ?(\d{1,2})(?:[.,]\d+)?)?(?!\d) ?[分秒ms]?(?: ?${half})?`,
  'i',
);
const packedTime = /^[T _-]?(\d{2})(\d{2})(?:(\d{2})(?:\.\d+|\d{3})?)?(?!\d)/;

type Clock = Pick<LocalDateTime, 'hour' | 'minute' | 'second'>;
function readTime(text: string): { clock: Clock; rest: string } | null {
  const spelled = spelledTime.exec(text);
  const packed = spelled ? null : packedTime.exec(text);
  const [whole, before, h, m, s, after] = spelled ?? (packed ? [packed[0], undefined, ...packed.slice(1)] : []);
  if (whole === undefined) return null;
  const hour = inHalf(Number(h), (before ?? after ?? '').toLowerCase().replaceAll('.', ''));
  return { clock: { hour, minute: Number(m), second: Number(s ?? 0) }, rest: text.slice(whole.length) };
}

function inHalf(hour: number, part: string): number {
  if (part === '') return hour;
  if (part === '中午') return hour < 10 ? hour + 12 : hour;
  const late = /^(pm|下午|傍晚|晚上)$/.test(part);
  // 晚上12点 is midnight, of which day cannot be told.
  if (part === '晚上' && hour % 12 === 0) return Number.NaN;
  return (hour % 12) + (late ? 12 : 0);
}

/**
 * What follows the time.
 * @returns minutes east of UTC; null where nothing is said, or China's time; undefined when it is not understood
 */
function readOffset(rest: string): number | null | undefined {
  const said = rest.replace(/ m=[+-][\d.]+$/, '').trim();
  if (said === '' || /^\(?(?:cst|hkt|bjt|china standard time|中国标准时间|北京时间)\)?$/i.test(said)) return null;
  if (/^(?:z|utc|gmt)$/i.test(said)) return 0;
  const found = /^(?:utc|gmt)? ?([+-])(\d{1,2}):?(\d{2})?(?: ?\(?[\p{L} ]+\)?)?$/iu.exec(said);
  if (!found || Number(found[2]) > 14 || Number(found[3] ?? 0) > 59) return undefined;
  return (Number(found[2]) * 60 + Number(found[3] ?? 0)) * (found[1] === '-' ? -1 : 1);
}

/** @param days since 30 December 1899, the fraction being the time of day */
function fromSerial(days: number, zone: string): number {
  const at = new Date(Math.round(days * 86_400) * 1000 - 25_569 * 86_400_000);
  return toEpoch(
    {
      year: at.getUTCFullYear(),
      month: at.getUTCMonth() + 1,
      day: at.getUTCDate(),
      hour: at.getUTCHours(),
      minute: at.getUTCMinutes(),
      second: at.getUTCSeconds(),
    },
    zone,
  );
}

/** One text of a date and a time of day kept in two columns; a column that already holds both stands alone. */
export function joinDateAndTime(date: string | null, time: string | null): string {
  const [day, hour] = [date?.trim() ?? '', time?.trim() ?? ''];
  if (day === '' || hour === '') return day || hour;
  if (serial.test(day) && /^0?\.\d+$|^0$/.test(hour)) return day.replace(/\..*/, '') + hour.replace(/^0/, '');
  if (/\d[-/.年]\d{1,2}[-/.月]\d|^\d{10,}$/.test(hour)) return hour;
  // A sheet's date without a time of day is written as midnight.
  return `${day.replace(/[ T]0{1,2}:00(:00)?$/, '')} ${hour}`;
}
