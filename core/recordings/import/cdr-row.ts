/** One row of call records, understood. Pure. */
import { createHash } from 'node:crypto';
import type { Bilingual, CdrField, CdrMapping, Direction, Party } from '../../contract/index.ts';
import { durationUnit } from './cdr-headers.ts';
import { type DayOrder, dayOrderOf, parseDateTime, parseDuration } from './cdr-values.ts';
import { parseDirection } from './direction.ts';
import { parseHangupParty } from './hangup-party.ts';
import { isPlausibleAgent, isPlausiblePhone, normaliseNumber, normalisePhone } from './name-metadata.ts';
import { stemOf } from './name-pattern.ts';

export interface CallRow {
  /** Identity of the call among all rows ever imported: its file, or its time with agent and number. */
  key: string;
  /** Base name of the audio file as written, and in the form that names are compared by. */
  file: string | null;
  fileKey: string | null;
  /** Folder part that the row names, in compared form: tells equal base names apart. */
  folder: string;
  agentNo: string | null;
  agentName: string | null;
  team: string | null;
  phone: string | null;
  direction: Direction | null;
  /** Epoch ms UTC. */
  startedAt: number | null;
  talkSeconds: number | null;
  ringSeconds: number | null;
  hangupBy: Party | null;
  hangupRaw: string | null;
  business: string | null;
  satisfaction: string | null;
  /** The row as read, JSON object by header. */
  raw: string;
}
export type RowResult = { row: CallRow } | { problem: Bilingual };

/** Base name in the form that names are compared by: without extension, folder and case. */
export function fileKeyOf(file: string): string {
  return stemOf(file).normalize('NFC').toLowerCase();
}

/** Reads rows of one table; the order of day and month is settled for its whole time column. */
export function createRowReader(
  headers: readonly string[],
  mapping: CdrMapping,
  rows: Iterable<string[]>,
  zone: string,
) {
  const timeColumn = mapping.startedDate ?? mapping.startedAt;
  const order = dayOrderOf(timeColumn === undefined ? [] : cellsOf(rows, timeColumn));
  return (cells: readonly string[]): RowResult => readRow(cells, headers, mapping, zone, order);
}

function* cellsOf(rows: Iterable<string[]>, column: number): Generator<string> {
  for (const row of rows) yield row[column] ?? '';
}

function readRow(
  cells: readonly string[],
  headers: readonly string[],
  mapping: CdrMapping,
  zone: string,
  order: DayOrder,
): RowResult {
  const cell = (field: CdrField): string | null => {
    const column = mapping[field];
    return (column === undefined ? '' : (cells[column] ?? '')) || null;
  };
  const seconds = (field: 'talkSeconds' | 'ringSeconds') => {
    const text = cell(field);
    return text === null ? null : parseDuration(text, durationUnit(headers[mapping[field]!] ?? ''));
  };
  const parties = resolveParties(cell);
  const agent = splitAgent(cell('agentId') ?? parties.extension, cell('agentName'));
  const written = cell('file');
  const plainFile = written && decodeName(written);
  const time = [cell('startedDate'), cell('startedAt')].filter(Boolean).join(' ');
  const startedAt = time === '' ? null : parseDateTime(time, zone, order);
  if (time !== '' && startedAt === null && !plainFile)
    return { problem: { zh: `开始时间无法识别：${time}`, en: `The start time is not understood: ${time}` } };
  const { phone, direction } = parties;
  if (!plainFile && (startedAt === null || (agent.no === null && agent.name === null && phone === null)))
    return {
      problem: {
        zh: '既没有录音文件名，也没有开始时间加工号或号码，无法对应录音',
        en: 'Neither a file name nor a start time with agent or number: no recording can be told by it',
      },
    };
  const fileKey = plainFile ? fileKeyOf(plainFile) : null;
  const folder = plainFile ? folderOf(plainFile) : '';
  return {
    row: {
      key: hash(fileKey === null ? ['call', startedAt, agent.no ?? agent.name, phone] : ['file', folder, fileKey]),
      file: plainFile ? plainFile.slice(plainFile.search(/[^/\\]*$/)) : null,
      fileKey,
      folder,
      agentNo: agent.no,
      agentName: agent.name,
      team: cell('team')?.normalize('NFKC') ?? null,
      phone,
      direction,
      startedAt,
      talkSeconds: seconds('talkSeconds'),
      ringSeconds: seconds('ringSeconds'),
      hangupBy: parseHangupParty(cell('hangupBy') ?? '', direction),
      hangupRaw: cell('hangupBy'),
      business: cell('business'),
      satisfaction: cell('satisfaction'),
      raw: JSON.stringify(
        Object.fromEntries(headers.map((header, index) => [header || `#${index + 1}`, cells[index] ?? ''])),
      ),
    },
  };
}

interface Parties {
  phone: string | null;
  direction: Direction | null;
  /** The agent's own number, where only caller and callee are given. */
  extension: string | null;
}

/** Who is the customer: the named number, or the side of the call that the direction (or the numbers' look) points to. */
function resolveParties(cell: (field: CdrField) => string | null): Parties {
  const number = (field: CdrField) => {
    const text = cell(field);
    // 1.38E+10: a spreadsheet has lost the digits.
    return text === null || /^\d(\.\d+)?e\+?\d+$/i.test(text) ? null : normalisePhone(text);
  };
  const [phone, caller, callee] = [number('phone'), number('caller'), number('callee')];
  const said = parseDirection(cell('direction') ?? '');
  const look = isShort(caller) && isLong(callee) ? 'outbound' : isShort(callee) && isLong(caller) ? 'inbound' : null;
  const byPhone =
    phone === null || caller === callee ? null : phone === caller ? 'inbound' : phone === callee ? 'outbound' : null;
  const direction = said ?? byPhone ?? look;
  const [customer, own] =
    direction === 'outbound' ? [callee, caller] : direction === 'inbound' ? [caller, callee] : [null, null];
  return { phone: phone ?? customer, direction, extension: isExtension(own) ? own : null };
}

/** A short internal number; service numbers such as 95588, 10086 or 12345 are the company's, not an agent's. */
function isExtension(number: string | null): number is string {
  return number !== null && isShort(number) && !/^(95|96|10|12|11)\d{3,4}$/.test(number);
}

function isShort(number: string | null): boolean {
  return number !== null && /^\d{3,6}$/.test(number);
}

function isLong(number: string | null): boolean {
  return number !== null && !isShort(number) && isPlausiblePhone(number);
}

/** One column may hold both: `张敏(8012)`, `8012/张敏`, or a name where a 工号 was expected. */
function splitAgent(id: string | null, name: string | null): { no: string | null; name: string | null } {
  const plainName = name?.normalize('NFKC').trim() || null;
  if (id === null) return { no: null, name: plainName };
  const text = id.normalize('NFKC').trim();
  const both =
    /^(.*?)[\s(/_[-]+([A-Za-z]{0,4}\d{2,8})[)\]]?$/u.exec(text) ??
    /^([A-Za-z]{0,4}\d{2,8})[\s(/_[-]+(.*?)[)\]]?$/u.exec(text);
  if (both) {
    const [, first, second] = both;
    const [no, called] = isPlausibleAgent(second!) ? [second!, first!] : [first!, second!];
    // SIP/8012 names a channel, not a person.
    return { no, name: plainName ?? (/\p{Script=Han}/u.test(called) ? called : null) };
  }
  if (plainName === null && !/\d/.test(text) && /\p{Script=Han}/u.test(text)) return { no: null, name: text };
  return { no: normaliseNumber(text), name: plainName };
}

/** A path or address as a plain path: `http://pbx/rec/a%20b.wav?x=1` is `http:/pbx/rec/a b.wav`. */
function decodeName(text: string): string {
  if (!/^https?:\/\//i.test(text)) return text;
  const path = text.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function folderOf(file: string): string {
  const parts = file.replaceAll('\\', '/').split('/').slice(0, -1);
  return parts
    .filter((part) => part !== '' && part !== '.')
    .join('/')
    .normalize('NFC')
    .toLowerCase();
}

function hash(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
