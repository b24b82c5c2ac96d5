/**
 * File-name patterns such as `{date}_{time}_{agent}_{phone}`: parsed, matched against a name without its
 * extension, and written. Pure.
 */
import type { PatternField } from '../../contract/index.ts';
import { PatternField as PatternFieldSchema } from '../../contract/index.ts';
import { DomainError } from '../../domain-error.ts';
import { directionWords } from './direction.ts';

export type PatternFields = Partial<Record<PatternField, string>>;
type Part = { literal: string } | { field: PatternField };

export interface NamePattern {
  /** As it was written. */
  source: string;
  parts: readonly Part[];
  /** What the name says, or null when it does not fit. The parts called `any` are left out. */
  match(stem: string): PatternFields | null;
}

const maxLength = 200;
/** Each gap multiplies the ways in which a name can be tried: more or wider ones would let a pattern stall the import. */
const maxAny = 3;

const year = '(?:19|20)\\d{2}';
const gap = '[-._]';
const clock = `\\d{2}[-._:：]\\d{2}[-._:：]\\d{2}|\\d{6}`;
const fieldRegex: Record<PatternField, string> = {
  date: `${year}\\d{4}|${year}${gap}\\d{1,2}${gap}\\d{1,2}|${year}年\\d{1,2}月\\d{1,2}日|\\d{6}`,
  time: `${clock}|\\d{1,2}时\\d{1,2}分\\d{1,2}秒|\\d{4}`,
  datetime: `${year}年\\d{1,2}月\\d{1,2}日[-_ ]?\\d{1,2}[时点]\\d{1,2}分(?:\\d{1,2}秒)?|${year}\\d{10}|${year}\\d{4}[-._ T](?:${clock})|${year}${gap}\\d{2}${gap}\\d{2}[-._ T](?:${clock})|${year}\\d{8}|1\\d{12}|1\\d{9}`,
  agent: '[\\p{L}\\p{N}]{1,32}',
  phone: '0\\d{2,3}-\\d{7,8}|\\+?\\d[\\d*]{2,19}',
  direction: directionWords.join('|'),
  team: '[\\p{L}\\p{N}]{1,40}',
  id: '[\\p{L}\\p{N}.]{1,64}',
  any: '.{0,64}?',
};
/** Fields that say something about the call; a pattern needs at least one. */
const telling: readonly PatternField[] = ['date', 'datetime', 'agent', 'phone', 'direction', 'team'];
const timeFields: readonly PatternField[] = ['date', 'time', 'datetime'];

/** @throws DomainError PATTERN_INVALID: unknown, repeated, touching or too many placeholders, or none that tells something */
export function parsePattern(source: string): NamePattern {
  const parts = splitParts(source);
  const fields = parts.flatMap((part) => ('field' in part ? [part.field] : []));
  const named = fields.filter((field) => field !== 'any');
  const touching = parts.some((part, index) => {
    const next = parts[index + 1];
    return 'field' in part && next !== undefined && 'field' in next && !timeFields.includes(part.field);
  });
  const invalid =
    source.length > maxLength ||
    /[/\\]/.test(source) ||
    touching ||
    new Set(named).size !== named.length ||
    fields.length - named.length > maxAny ||
    !named.some((field) => telling.includes(field));
  if (invalid) throw new DomainError('PATTERN_INVALID', { pattern: source.slice(0, maxLength) });
  const body = parts.map((part) =>
    'literal' in part
      ? part.literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
      : part.field === 'any'
        ? fieldRegex.any
        : `(?<${part.field}>${fieldRegex[part.field]})`,
  );
  const regex = new RegExp(`^${body.join('')}$`, 'iu');
  return {
    source,
    parts,
    match(stem) {
      const found = stem.length > 255 ? null : regex.exec(stem);
      return found && (Object.fromEntries(Object.entries(found.groups ?? {})) as PatternFields);
    },
  };
}

/** Writes a name (without extension) that the pattern reads back. */
export function formatName(pattern: NamePattern, fields: PatternFields): string {
  return pattern.parts.map((part) => ('literal' in part ? part.literal : (fields[part.field] ?? ''))).join('');
}

/** Base name without its last extension. */
export function stemOf(file: string): string {
  const base = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const dot = base.lastIndexOf('.');
  return dot > 0 && /^\.[A-Za-z][A-Za-z0-9]{0,4}$|^\.(3gp|722|729)$/.test(base.slice(dot)) ? base.slice(0, dot) : base;
}

function splitParts(source: string): Part[] {
  // People paste a whole name; the extension says nothing.
  const text = source.trim().replace(/(\})\.[A-Za-z0-9]{2,4}$/, '$1');
  const parts: Part[] = [];
  for (const token of text.match(/\{[^{}]*\}|[^{}]+|[{}]/g) ?? []) {
    if (!/^[{}]/.test(token)) {
      parts.push({ literal: token });
      continue;
    }
    const field = PatternFieldSchema.safeParse(token.slice(1, -1).trim().toLowerCase());
    if (!field.success) throw new DomainError('PATTERN_INVALID', { pattern: source.slice(0, maxLength) });
    parts.push({ field: field.data });
  }
  return parts;
}
