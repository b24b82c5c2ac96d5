/** What the parts of a file name mean: checked, normalised, and turned into an instant. Pure. */
import type { Direction } from '../../contract/index.ts';
import { isValidLocal, type LocalDateTime, toEpoch } from '../time-zone.ts';
import { parseDirection } from './direction.ts';
import type { PatternFields } from './name-pattern.ts';
import { normaliseNumber, normalisePhone } from './phone-number.ts';

export interface NameMetadata {
  agentNo: string | null;
  phone: string | null;
  direction: Direction | null;
  team: string | null;
  /** Epoch ms UTC. */
  startedAt: number | null;
}

/** OUT8013: the recorder writes the direction before the extension. */
const direction = /^(?:in|out|ext|exten|sip)(?=\d{3,6}$)/i;

/** @param zone in which the recorder's clock ran */
export function nameMetadata(fields: PatternFields, zone: string): NameMetadata {
  return {
    agentNo: fields.agent ? normaliseNumber(fields.agent).replace(direction, '') : null,
    phone: fields.phone ? normalisePhone(fields.phone) : null,
    direction: fields.direction ? parseDirection(fields.direction) : null,
    team: fields.team?.normalize('NFKC') ?? null,
    startedAt: startOf(fields, zone),
  };
}

function startOf(fields: PatternFields, zone: string): number | null {
  if (fields.datetime && /^1\d{9}(\d{3})?$/.test(fields.datetime))
    return Number(fields.datetime) * (fields.datetime.length === 10 ? 1000 : 1);
  const local = localStart(fields);
  return local && toEpoch(local, zone);
}

/** The valid wall-clock reading in a name; a date without a time gives none. */
export function localStart(fields: PatternFields): LocalDateTime | null {
  const groups = fields.datetime ? dateTimeNumbers(fields.datetime) : dateTimeNumbers(fields.date ?? '', fields.time);
  if (!groups) return null;
  const [year, month, day, hour, minute, second] = groups as [number, number, number, number, number, number];
  const local = { year, month, day, hour, minute, second };
  return isValidLocal(local) ? local : null;
}

/** True for an existing calendar day. */
export function isValidDate(text: string): boolean {
  const date = dateNumbers(text);
  return (
    date !== null && isValidLocal({ year: date[0]!, month: date[1]!, day: date[2]!, hour: 0, minute: 0, second: 0 })
  );
}

/** True for a reading that a clock can show. */
export function isValidTime(text: string): boolean {
  const time = timeNumbers(text);
  return time !== null && time[0]! < 24 && time[1]! < 60 && time[2]! < 60;
}

function dateTimeNumbers(text: string, timeText?: string): number[] | null {
  if (timeText !== undefined) return join(dateNumbers(text), timeNumbers(timeText));
  const cut = /^(\d{8}|\d{4}\D\d{1,2}\D\d{1,2})\D?[-_ ]?(.*)$/u.exec(text);
  return cut && join(dateNumbers(cut[1]!), timeNumbers(cut[2]!));
}

function join(date: number[] | null, time: number[] | null): number[] | null {
  return date && time && [...date, ...time];
}

function dateNumbers(text: string): number[] | null {
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})\D(\d{1,2})\D(\d{1,2})\D?$/u.exec(text);
  if (digits) return digits.slice(1).map(Number);
  const short = /^(\d{2})(\d{2})(\d{2})$/.exec(text);
  return short && [2000 + Number(short[1]), Number(short[2]), Number(short[3])];
}

function timeNumbers(text: string): number[] | null {
  const found = /^(\d{2})(\d{2})(\d{2})?$/.exec(text) ?? /^(\d{1,2})\D(\d{1,2})\D(?:(\d{1,2})\D?)?$/u.exec(text);
  return found && [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)];
}
