/** How times, scores and sizes are written. 24 h clock, ISO dates, tabular figures. */

/** 0:07, 3:05, 1:02:33 from milliseconds. */
export function clock(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000));
  const [h, m, s] = [Math.floor(total / 3600), Math.floor((total % 3600) / 60), total % 60];
  const seconds = String(s).padStart(2, '0');
  return h > 0 ? `${h}:${String(m).padStart(2, '0')}:${seconds}` : `${m}:${seconds}`;
}

/** 1:46.8 from seconds: the player's own time. */
export function clockTenths(seconds: number): string {
  const tenths = Math.floor(Math.max(0, seconds) * 10 + 1e-6);
  return `${clock(Math.floor(tenths / 10) * 1000)}.${tenths % 10}`;
}

/** "83", "1:23", "1:02:03", "1分23", "1分23秒" → seconds; null when it is no time. */
export function parseClock(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/小?时/g, ':')
    .replace(/分钟?/g, ':')
    .replace(/秒$/, '')
    .replace(/:$/, ':0');
  if (!/^\d+(\.\d+)?$|^\d+(:\d{1,2}){1,2}(\.\d+)?$/.test(plain)) return null;
  return plain.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** 92, 92.5, 92.55 from hundredths. */
export function points(hundredths: number | null): string {
  return hundredths === null ? '—' : String(hundredths / 100);
}

/** 96.8 % with one digit; — without a value. */
export function percent(value: number | null, digits = 1): string {
  return value === null ? '—' : `${(value * 100).toFixed(digits)}%`;
}

const parts = (ms: number, zone: string) =>
  Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  ) as Record<string, string>;

/** 2026-03-02 09:15 in the library's time zone. */
export function dateTime(ms: number, zone: string): string {
  const p = parts(ms, zone);
  return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}`;
}

/** 2026-03-02 09:15:03 in the library's time zone. */
export function exactDateTime(ms: number, zone: string): string {
  return `${dateTime(ms, zone)}:${parts(ms, zone).second}`;
}

/** 03-02 09:15 */
export function shortDateTime(ms: number, zone: string): string {
  return dateTime(ms, zone).slice(5);
}

/** 10:42:18 in the library's time zone. */
export function timeOfDay(ms: number, zone: string): string {
  const p = parts(ms, zone);
  return `${p.hour}:${p.minute}:${p.second}`;
}

/** 186 GB, 8.7 MB */
export function bytes(n: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let value = n;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value >= 100 || unit === 0 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}
