/** Names and times in the JSON of speech services, however they are spelt. */
import { parseTime } from '../timestamps.ts';
import { parseJson } from './parse-json.ts';

export const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** BeginTime and begin_time are the same. JSON inside JSON is opened. */
export function plainKeys(value: unknown): Record<string, unknown> {
  const inner = typeof value === 'string' && /^\s*[{[]/.test(value) ? parseJson(value) : value;
  if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return {};
  return Object.fromEntries(Object.entries(inner).map(([key, own]) => [key.replaceAll('_', '').toLowerCase(), own]));
}

export function pick(own: Record<string, unknown>, names: readonly string[]): { key: string; value: unknown } | null {
  const key = names.find((name) => own[name] !== undefined && own[name] !== null);
  return key === undefined ? null : { key, value: own[key] };
}

/** `s` and `ms` where the file says so; a bare number is told by its size. */
export interface Moment {
  value: number;
  unit: 's' | 'ms' | null;
}

/** Milliseconds by agreement of those who write them, or by their name. */
const milliseconds = /^(?:begintime|bg|ed)$|ms$|millis$|milliseconds$/;
const dated = /^\s*\d{4}[-/.]\d/;

/** The time under the first of the names that has one; the time of day only where nothing counts from the start. */
export function moment(own: Record<string, unknown>, names: readonly string[]): Moment | null {
  const given = names.filter((name) => own[name] !== undefined && own[name] !== null);
  const isDated = (name: string) => typeof own[name] === 'string' && dated.test(own[name]);
  const key = given.find((name) => !isDated(name)) ?? given[0];
  return key === undefined ? null : momentOf(key, own[key], own);
}

function momentOf(key: string, value: unknown, own: Record<string, unknown>): Moment | null {
  const plain = milliseconds.test(key) ? 'ms' : null;
  if (typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value))) {
    const count = Number(value);
    if (!Number.isFinite(count)) return null;
    // Azure counts in ticks of 100 ns what it does not name.
    const ticks = /^(?:offset|duration)$/.test(key) && own.recognitionstatus !== undefined;
    return ticks ? { value: count / 10_000, unit: 'ms' } : { value: count, unit: plain };
  }
  if (typeof value === 'object') return momentIn(plainKeys(value));
  if (typeof value !== 'string') return null;
  // ISO 8601 (PT1.2S) is but hours, minutes and seconds with another head.
  const parsed = parseTime(value.replace(/^PT/, '').replace(/S$/, 's'));
  return parsed === null ? null : { value: parsed, unit: /^[\d.]+$/.test(value) ? (plain ?? 's') : 's' };
}

/** Genesys: `{milliseconds}`; Google's libraries: `{seconds, nanos}`, where what is 0 may be left out. */
function momentIn({ milliseconds: ms, seconds, nanos }: Record<string, unknown>): Moment | null {
  if (typeof ms === 'number') return { value: ms, unit: 'ms' };
  if (seconds === undefined && nanos === undefined) return null;
  const value = Number(seconds ?? 0) + Number(nanos ?? 0) / 1e9;
  return Number.isFinite(value) ? { value, unit: 's' } : null;
}
