/** Finds the pattern behind a set of file names: known ones, and ones read off the names themselves. Pure. */
import type { PatternField } from '../../contract/index.ts';
import { directionWords } from './direction.ts';
import { knownPatterns } from './known-patterns.ts';
import { isValidDate, isValidTime, localStart } from './name-metadata.ts';
import { type NamePattern, type PatternFields, parsePattern } from './name-pattern.ts';
import { isPlausibleAgent, isPlausiblePhone } from './phone-number.ts';
import { isLeadingTime, isNoAgent, isPlausibleTeam, isTimeOfBadDay } from './plausible-parts.ts';

/** How much each part tells; decides between patterns that fit equally many names. */
const weight: Record<PatternField, number> = {
  datetime: 4,
  date: 2,
  time: 2,
  phone: 3,
  agent: 3,
  direction: 2,
  team: 1,
  id: 0.2,
  any: 0,
};
/** A fixed word in a known pattern names the phone system, and so what the other parts are. */
const wordWeight = (literal: string) => (/\p{L}/u.test(literal) ? 4 : 0);
/** Names looked at when ranking; a folder's names are alike. */
const rankingSample = 300;
const inferenceSample = 20;
const keptPatterns = 8;

/** Fields of a name when the pattern fits it and every value can be what it claims to be. */
export function matchPlausibly(pattern: NamePattern, name: string): PatternFields | null {
  const stem = withoutIds(name);
  const fields = pattern.match(stem);
  if (!fields) return null;
  const plausible =
    (!fields.agent || (isAgent(fields) && !isNoAgent(fields, stem))) &&
    (!fields.phone || isCustomer(fields.phone, stem)) &&
    (!fields.team || isPlausibleTeam(fields.team)) &&
    (!fields.date || isValidDate(fields.date)) &&
    (!fields.time || isValidTime(fields.time)) &&
    (!fields.datetime || isEpoch(fields.datetime) || localStart(fields) !== null);
  return plausible ? fields : null;
}

/** A name that a machine made up: no figure of it says anything of the call. */
const uuid = /[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}/gi;
const withoutIds = (stem: string): string =>
  stem.replace(uuid, (id) => (/[a-f]/i.test(id) || id.includes('-') ? 'uuid' : id));

/** Long 工号 only where all else of the name is settled. */
function isAgent({ agent, phone, date, datetime }: PatternFields): boolean {
  if (isPlausibleAgent(agent!)) return true;
  const settled = phone !== undefined && mobile.test(phone) && (date ?? datetime) !== undefined;
  return settled && /^\d{7,8}$/.test(agent!) && !isValidDate(agent!);
}

const mobile = /(?<!\d)1[3-9]\d[\d*]{4}\d{4}(?!\d)/;
/** The company's own number beside a customer's mobile is not the customer's. */
const isCustomer = (phone: string, stem: string): boolean =>
  isPlausiblePhone(phone) && !(/^(?:[48]00\d{7}|95\d{3,6})$/.test(phone) && mobile.test(stem));

/** Patterns that fit at least one of the names, the one that fits most of them first. */
export function recognisePatterns(stems: readonly string[]): NamePattern[] {
  const sample = spread(stems, rankingSample);
  const inferred = spread(stems, inferenceSample).flatMap((stem) => inferPattern(stem) ?? []);
  return [...new Set([...knownPatterns, ...inferred])]
    .map((source) => parsePattern(source))
    .map((pattern) => ({ pattern, hits: countPlausible(pattern, sample), tells: tellingOf(pattern) }))
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits || b.tells - a.tells)
    .slice(0, keptPatterns)
    .map(({ pattern }) => pattern);
}

/** How many of the names a pattern fits with plausible values. */
export function countPlausible(pattern: NamePattern, stems: readonly string[]): number {
  return stems.reduce((sum, stem) => sum + (matchPlausibly(pattern, stem) ? 1 : 0), 0);
}

function tellingOf(pattern: NamePattern): number {
  return pattern.parts.reduce(
    (sum, part) => sum + ('field' in part ? weight[part.field] : wordWeight(part.literal)),
    0,
  );
}

const chips: readonly [PatternField, RegExp, (text: string, stem: string) => boolean][] = [
  [
    'datetime',
    /(?:19|20)\d{2}年\d{1,2}月\d{1,2}日[-_ ]?\d{1,2}[时点]\d{1,2}分(?:\d{1,2}秒)?/y,
    (text) => localStart({ datetime: text }) !== null,
  ],
  ['datetime', /(?:19|20)\d{12}(?!\d)/y, (text) => localStart({ datetime: text }) !== null],
  ['date', /(?:19|20)\d{2}([-._]?)\d{2}\1\d{2}(?!\d)/y, isValidDate],
  ['date', /\d{6}(?=[-_.]?\d{6}(?!\d))/y, (text) => /^(1[5-9]|[23])/.test(text) && isValidDate(text)],
  ['phone', /(?:\+?86|0)?1[3-9]\d[\d*]{4}\d{4}(?![\d*])|0\d{2,3}-?\d{7,8}(?!\d)|[48]00\d{7}(?!\d)/y, isCustomer],
  ['direction', new RegExp(`(?:${directionWords.join('|')})(?![\\p{L}\\p{N}])`, 'iuy'), () => true],
  [
    'agent',
    /(?:[A-Za-z]{1,4})?\d{2,6}(?![\p{L}\p{N}])/uy,
    (text, stem) => isPlausibleAgent(text) && !isLeadingTime(text, stem) && !isTimeOfBadDay(text, stem),
  ],
];
/** A clock reading; one without seconds only when another number is left that can be the 工号. */
const timeChip = /\d{2}([-._:]?)\d{2}\1\d{2}(?!\d)|\d{4}(?=\D.*(?<!\d)\d{3,6}(?!\d))/y;

/** The pattern that one name shows by its parts (a date, a mobile number, a 工号 …), or null when it shows none. */
export function inferPattern(name: string): string | null {
  const stem = withoutIds(name);
  const found = new Set<PatternField>();
  let out = '';
  let at = 0;
  while (at < stem.length) {
    const boundary = at === 0 || !/[\p{L}\p{N}]/u.test(stem[at - 1]!);
    const afterDate = /\{date\}[^{}\p{L}\p{N}]?$/u.test(out) && !found.has('time');
    const time = afterDate ? take(timeChip, stem, at) : null;
    const chip =
      time !== null && isValidTime(time)
        ? (['time', time] as const)
        : boundary
          ? chips
              .filter(([field]) => !found.has(field) && !(field === 'date' && found.has('datetime')))
              .map(([field, regex, valid]) => [field, take(regex, stem, at), valid] as const)
              .find(([, text, valid]) => text !== null && valid(text, stem))
          : undefined;
    if (chip) {
      found.add(chip[0]);
      out += `{${chip[0]}}`;
      at += chip[1]!.length;
      continue;
    }
    const rest = /[\p{L}\p{N}]+|[^\p{L}\p{N}]/uy;
    rest.lastIndex = at;
    const text = rest.exec(stem)?.[0] ?? stem[at]!;
    out += /^[\p{L}\p{N}]/u.test(text) ? '{any}' : /[{}/\\]/.test(text) ? '{any}' : text;
    at += text.length;
  }
  return parsable(mergeGaps(out));
}

/** Runs of parts without meaning become one gap. */
function mergeGaps(pattern: string): string {
  return pattern.replace(/\{any\}(?:[^{}]*\{any\})+/gu, '{any}');
}

function parsable(pattern: string): string | null {
  try {
    return parsePattern(pattern).source;
  } catch {
    return null;
  }
}

function take(regex: RegExp, text: string, at: number): string | null {
  regex.lastIndex = at;
  return regex.exec(text)?.[0] ?? null;
}

/** Seconds or milliseconds since 1970, from 2001 to 2033. */
function isEpoch(text: string): boolean {
  return /^1\d{9}(\d{3})?$/.test(text);
}

function spread<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, items.length / count);
  return Array.from({ length: Math.min(count, items.length) }, (_, index) => items[Math.floor(index * step)]!);
}
