/** Cells of call records: cleaned text, durations and times. Pure. */
import { isValidLocal, type LocalDateTime, toEpoch } from '../time-zone.ts';

/** A cell as people read it: without the marks by which exports force Excel to keep text (`="8012"`, a leading ' or tab). */
export function cleanCell(text: string): string {
  const plain = text.replaceAll('\u0000', '').replaceAll('\ufeff', '').trim();
  const forced = /^="?(.*?)"?$/s.exec(plain);
  return (forced ? forced[1]! : plain.replace(/^'/, '')).trim();
}

/**
 * Seconds of `87`, `87.5`, `1:27`, `00:01:27`, `1分27秒`, `1小时2分`, `87s`, `1m27s`, `1'27"`; null for anything else.
 * @param unit what a bare number counts, as the column's header says
 */
export function parseDuration(text: string, unit: 'ms' | 's' | 'min' = 's'): number | null {
  const said = text.normalize('NFKC').trim().toLowerCase();
  if (/^\d+(\.\d+)?$/.test(said)) return Number(said) * (unit === 'ms' ? 0.001 : unit === 'min' ? 60 : 1);
  const clock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2}(?:\.\d+)?)$/.exec(said);
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const spoken =
    /^(?:(\d+)\s*(?:小时|时|hours?|hrs?|h))?\s*(?:(\d+)\s*(?:分钟?|minutes?|mins?|m|'|′))?\s*(?:(\d+(?:\.\d+)?)\s*(?:秒钟?|seconds?|secs?|s|"|″|''))?$/.exec(
      said,
    );
  if (!spoken || spoken.slice(1).every((part) => part === undefined)) return null;
  return Number(spoken[1] ?? 0) * 3600 + Number(spoken[2] ?? 0) * 60 + Number(spoken[3] ?? 0);
}

/** Order of day and month in `03/04/2026`-like dates. */
export type DayOrder = 'day-first' | 'month-first';

/** Day-first when any cell of the column can only be read so. */
export function dayOrderOf(cells: Iterable<string>): DayOrder {
  for (const cell of cells) {
    const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}/.exec(cell.trim());
    if (slashed && Number(slashed[1]) > 12) return 'day-first';
  }
  return 'month-first';
}

/** Serial numbers of 1954 to 2119: what a date column without a date format gives. */
const serial = /^[2-7]\d{4}(\.\d+)?$/;

/**
 * The instant of a cell such as `2026-03-02 09:15:03`, `2026/3/2 9:15`, `20260302091503`, `2026年3月2日 9时15分`,
 * ISO 8601 with or without offset, `3/2/2026 9:15 PM`, seconds or milliseconds since 1970, or an Excel serial number.
 * A cell without an offset is wall-clock time of `zone`.
 * @returns epoch ms UTC, or null when it is none of these or no possible time
 */
export function parseDateTime(text: string, zone: string, order: DayOrder = 'month-first'): number | null {
  const said = text.normalize('NFKC').trim();
  if (/^1\d{9}(\d{3})?$/.test(said)) return Number(said) * (said.length === 10 ? 1000 : 1);
  if (serial.test(said)) return fromSerial(Number(said), zone);
  const iso = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})$/.exec(said);
  if (iso) {
    const at = Date.parse(said.replace(' ', 'T').replace(/\s/, ''));
    return Number.isNaN(at) ? null : at;
  }
  const local = readLocal(said, order);
  return local && isValidLocal(local) ? toEpoch(local, zone) : null;
}

function readLocal(text: string, order: DayOrder): LocalDateTime | null {
  const packed = /^(\d{4})(\d{2})(\d{2})[ T_-]?(\d{2}):?(\d{2}):?(\d{2})?$/.exec(text);
  if (packed) return local(packed.slice(1, 4), packed.slice(4, 7));
  const written =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]*(?:星期.|周.)?\s*)(上午|下午|am|pm)?\s*(.*)$/i.exec(text) ??
    reorder(/^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\s+(am|pm)?(.*)$/i.exec(text), order);
  if (!written) return null;
  const time = /^(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})(?:\.\d+)?)?[分秒]?\s*(am|pm)?$/i.exec(written[5]!);
  if (!time) return null;
  const half = (written[4] ?? time[4] ?? '').toLowerCase();
  const hour = Number(time[1]);
  const shifted = half === '' ? hour : (hour % 12) + (half === 'pm' || half === '下午' ? 12 : 0);
  return local([written[1]!, written[2]!, written[3]!], [String(shifted), time[2]!, time[3] ?? '0']);
}

function reorder(found: RegExpExecArray | null, order: DayOrder): string[] | null {
  if (!found) return null;
  const [month, day] = order === 'day-first' ? [found[2]!, found[1]!] : [found[1]!, found[2]!];
  return [found[0], found[3]!, month, day, found[4]!, found[5]!];
}

function local(date: (string | undefined)[], time: (string | undefined)[]): LocalDateTime {
  const [year, month, day] = date.map(Number) as [number, number, number];
  const [hour, minute, second] = time.map((part) => Number(part ?? 0)) as [number, number, number];
  return { year, month, day, hour, minute, second };
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
