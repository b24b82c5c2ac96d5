/** Times in transcripts, in seconds. */

/** A clock's time may come with its day, and with its zone. */
const day = /^\d{4}([-/.])\d{1,2}\1\d{1,2}[T ]\s*/;
const zone = /(?:Z|[+-]\d{2}:?\d{2})$/;
const clock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,:;](\d{1,3}))?$/;
const words =
  /^(?:(\d+)\s*(?:h|hours?|小时|时))?\s*(?:(\d+)\s*(?:m|min|minutes?|分钟|分))?\s*(?:(\d+(?:\.\d+)?)\s*(?:s|sec|seconds?|秒钟|秒))?$/i;

/** The forms a time may take at the start of a line, for building patterns. */
export const timePattern = String.raw`(?:\d{1,3}:)?\d{1,3}:\d{1,2}(?:[.,]\d{1,3})?|\d+(?:\.\d+)?\s*(?:ms|s|秒)`;

/**
 * 00:01:02,345 · 00:01:02.345 · 1:02 · 62.3s · 62300ms · 1分2秒 · 1h2m3s · 62.345 · 2026-03-02 09:15:03 (of that day)
 * @returns seconds, or null when it is not a time
 */
export function parseTime(text: string): number | null {
  const given = text.normalize('NFKC').trim();
  const plain = day.test(given) ? given.replace(day, '').replace(zone, '') : given;
  if (plain === '') return null;
  if (/^\d+(\.\d+)?$/.test(plain)) return Number(plain);
  const milliseconds = /^(\d+(?:\.\d+)?)\s*ms$/i.exec(plain);
  if (milliseconds) return Number(milliseconds[1]) / 1000;
  const byClock = clock.exec(plain);
  if (byClock) {
    const fraction = byClock[4] ? Number(`0.${byClock[4]}`) : 0;
    return Number(byClock[1] ?? 0) * 3600 + Number(byClock[2]) * 60 + Number(byClock[3]) + fraction;
  }
  const byWords = words.exec(plain);
  if (!byWords) return null;
  return Number(byWords[1] ?? 0) * 3600 + Number(byWords[2] ?? 0) * 60 + Number(byWords[3] ?? 0);
}

/** HH:MM:SS.mmm, with the given mark before the milliseconds. */
export function formatTime(seconds: number, mark: '.' | ','): string {
  const ms = Math.round(seconds * 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const whole = Math.floor(ms / 1000);
  const hours = two(Math.floor(whole / 3600));
  return `${hours}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}${mark}${String(ms % 1000).padStart(3, '0')}`;
}
