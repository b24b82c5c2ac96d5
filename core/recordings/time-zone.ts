/** Wall-clock times in an IANA time zone and the instants they name. Pure; built on Intl's zone data. */

/** A wall-clock reading; month and day count from 1. */
export interface LocalDateTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  let made = formatters.get(zone);
  if (!made) {
    made = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, made);
  }
  return made;
}

/** True for a zone that Intl knows. */
export function isTimeZone(zone: string): boolean {
  try {
    formatter(zone);
    return true;
  } catch {
    return false;
  }
}

/** True when the calendar has this day and the clock this reading (no 30 February, no 24:00). */
export function isValidLocal(local: LocalDateTime): boolean {
  const { year, month, day, hour, minute, second } = local;
  if (![year, month, day, hour, minute, second].every(Number.isInteger)) return false;
  if (year < 1900 || year > 9999 || month < 1 || month > 12) return false;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return false;
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * What the clock on the wall showed at an instant.
 * @param epochMs milliseconds since the epoch, UTC
 */
export function toLocal(epochMs: number, zone: string): LocalDateTime {
  const part: Record<string, number> = {};
  for (const { type, value } of formatter(zone).formatToParts(epochMs)) part[type] = Number(value);
  return {
    year: part.year!,
    month: part.month!,
    day: part.day!,
    hour: part.hour!,
    minute: part.minute!,
    second: part.second!,
  };
}

function asUtc(local: LocalDateTime): number {
  return Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second);
}

/** Zone offset at an instant, milliseconds east of UTC. */
function offsetAt(epochMs: number, zone: string): number {
  const whole = Math.floor(epochMs / 1000) * 1000;
  return asUtc(toLocal(whole, zone)) - whole;
}

/**
 * The instant that a wall-clock reading names, epoch ms UTC. A reading that occurs twice (clocks set back)
 * means the first; one that never occurs (clocks set forward) is moved forward by the length of the gap.
 */
export function toEpoch(local: LocalDateTime, zone: string): number {
  const naive = asUtc(local);
  const day = 86_400_000;
  const before = offsetAt(naive - day, zone);
  const after = offsetAt(naive + day, zone);
  const candidates = [naive - before, naive - after].filter((at) => at + offsetAt(at, zone) === naive);
  return candidates.length > 0 ? Math.min(...candidates) : naive - before;
}

/** Calendar day of an instant in a zone, `YYYY-MM-DD`. */
export function toBusinessDate(epochMs: number, zone: string): string {
  const { year, month, day } = toLocal(epochMs, zone);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The instant at which a day (`YYYY-MM-DD`) begins in the zone, epoch ms. */
export function startOfDay(date: string, zone: string): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return toEpoch({ year, month, day, hour: 0, minute: 0, second: 0 }, zone);
}

/** The instant at which the day after begins. */
export function endOfDay(date: string, zone: string): number {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000);
  return startOfDay(next.toISOString().slice(0, 10), zone);
}
