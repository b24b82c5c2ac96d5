/** Plain text for people: tables, times, lengths. */
import type { Bilingual, Language } from '../core/contract/index.ts';
import { displayWidth } from '../core/text/display-width.ts';
import { maskFileName } from '../core/text/hide-number.ts';
import { maskSensitive } from '../core/text/sensitive.ts';

export type Cell = string | number | null | undefined;

/** Columns aligned by what a terminal shows: Chinese characters are two cells wide. */
export function table(headers: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [headers, ...rows].map((row) => row.map((cell) => harmless(String(cell ?? '–'))));
  const widths = headers.map((_, column) => Math.max(...lines.map((line) => displayWidth(line[column] ?? ''))));
  const aligned = (line: string[]) =>
    line.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - displayWidth(cell))).join('  ');
  return lines.map((line) => aligned(line).trimEnd()).join('\n');
}

/** A file name may carry control characters that would drive the terminal. */
export function harmless(text: string): string {
  return text.replace(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}

/** A message as people see it: the path in it may hold control characters and the customer's number. */
export function shownText(text: string): string {
  return maskSensitive(harmless(text));
}

/** A file name as people see it: names from recorders often hold the customer's number. */
export function shownFile(file: string): string {
  return maskFileName(harmless(file));
}

export function choose(text: Bilingual, language: Language): string {
  return text[language];
}

/** 185.2 → 3:05, 3725 → 1:02:05. */
export function clock(seconds: number | null): string | null {
  if (seconds === null) return null;
  const whole = Math.floor(seconds);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** Hundredths of a point as points: 9250 → 92.50. */
export function points(hundredths: number | null): string | null {
  return hundredths === null ? null : (hundredths / 100).toFixed(2);
}

/** ISO 8601 with the offset of the zone at that moment: 2026-03-02T09:15:03+08:00. */
export function isoInZone(epochMs: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  }).formatToParts(epochMs);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  const offset = part('timeZoneName').replace('GMT', '').slice(0, 6) || '+00:00';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}${offset}`;
}
