/** The meanings of columns in a file without a header row, by what stands in them. Pure. */
import type { CdrField, CdrMapping } from '../../contract/index.ts';
import { parseAnswered } from './answered.ts';
import { parseDateTime } from './cdr-time.ts';
import { parseDuration } from './cdr-values.ts';
import { isDirectionCode, readDirection } from './direction.ts';
import { isPlausibleAgent, isPlausiblePhone, readNumbers } from './phone-number.ts';

/** Rows looked at. */
const sample = 200;
/** Of the cells with something in them, so many must be what the column is taken for. */
const most = 0.8;

/** Asterisk's cdr-csv (Master.csv), which never has a header; newer versions add what follows. */
const asterisk: readonly (CdrField | null)[] = [
  ...([null, 'caller', 'callee', null, null, 'callerChannel', 'calleeChannel', null, null] as const),
  ...(['startedAt', null, null, null, 'talkSeconds', 'answered', null, 'callId', null] as const),
];

const audioName = /\.(?:wav|mp3|gsm|ogg|m4a|amr|wma|opus|flac|aac|sln|ulaw|alaw|vox|voc|w64|au)$/i;
const isTime = (text: string) => /\d[:时点]\d/.test(text) && parseDateTime(text, 'UTC') !== null;
const isLong = (text: string) => readNumbers(text)?.some(isPlausiblePhone) ?? false;
const isShort = (text: string) => isPlausibleAgent(readNumbers(text)?.[0] ?? text);

/** What a column's cells must be, the surest first; a meaning is given once. */
const looks: readonly [CdrField, (text: string) => boolean][] = [
  ['file', (text) => audioName.test(text.replace(/[?#].*$/, ''))],
  ['startedAt', isTime],
  ['callId', (text) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^\d{9,10}\.\d+$/i.test(text)],
  ['phone', isLong],
  ['direction', (text) => !isDirectionCode(text) && text.length > 1 && readDirection(text) !== null],
  ['answered', (text) => !/^\d$/.test(text) && parseAnswered(text) !== null],
  ['agentId', (text) => isPlausibleAgent(text)],
  ['talkSeconds', (text) => /[:分秒]/.test(text) && parseDuration(text) !== null],
  ['agentName', (text) => /^\p{Script=Han}{2,4}$/u.test(text)],
];

/** True for a row that holds a call rather than the names of columns. */
export function looksLikeCall(cells: readonly string[]): boolean {
  return cells.some((cell) => isTime(cell) || audioName.test(cell) || (cell.length >= 10 && isLong(cell)));
}

/** Column index by meaning; a column that could be several things, or whose cells disagree, has none. */
export function guessByValues(rows: readonly (readonly string[])[]): CdrMapping {
  const seen = rows.slice(0, sample);
  const width = Math.max(0, ...seen.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) =>
    seen.map((row) => row[at] ?? '').filter((cell) => cell !== ''),
  );
  if (isAsterisk(columns))
    return Object.fromEntries(asterisk.flatMap((field, column) => (field === null ? [] : [[field, column]])));
  const mapping: CdrMapping = {};
  const taken = new Set<number>();
  const holds = (cells: readonly string[], is: (text: string) => boolean) =>
    cells.length > 0 && cells.filter(is).length >= cells.length * most;
  const take = (field: CdrField, column: number) => {
    if (column < 0) return;
    mapping[field] = column;
    taken.add(column);
  };
  // Both sides of the call: numbers of customers and of agents, changing places with the direction.
  const mixed = columns.flatMap((cells, at) => {
    const both = cells.some(isLong) && cells.some(isShort);
    return both && holds(cells, (text) => isLong(text) || isShort(text)) ? [at] : [];
  });
  if (mixed.length === 2) {
    take('caller', mixed[0]!);
    take('callee', mixed[1]!);
  }
  for (const [field, is] of looks)
    take(
      field,
      columns.findIndex((cells, at) => !taken.has(at) && holds(cells, is)),
    );
  return mapping;
}

function isAsterisk(columns: readonly string[][]): boolean {
  const all = (column: number, spelling: RegExp) => {
    const cells = columns[column] ?? [];
    return cells.length > 0 && cells.every((cell) => spelling.test(cell));
  };
  return (
    columns.length >= 16 &&
    all(9, /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/) &&
    all(12, /^\d+$/) &&
    all(13, /^\d+$/) &&
    all(14, /^(?:NO ANSWER|ANSWERED|BUSY|FAILED|CONGESTION)$/)
  );
}
