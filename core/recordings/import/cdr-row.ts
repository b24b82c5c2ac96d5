/** One row of call records, understood. Pure. */
import { createHash } from 'node:crypto';
import type { Bilingual, CdrField, CdrMapping, Direction, Party } from '../../contract/index.ts';
import { parseAnswered } from './answered.ts';
import { durationUnit } from './cdr-headers.ts';
import { type DayOrder, dayOrderOf, joinDateAndTime, parseDateTime } from './cdr-time.ts';
import { parseDuration } from './cdr-values.ts';
import { isHangupWord, parseHangupParty } from './hangup-party.ts';
import { stemOf } from './name-pattern.ts';
import { resolveParties, splitAgent } from './row-parties.ts';

export interface CallRow {
  /** Identity of the call among all rows ever imported: its file, or its time with agent and number. */
  key: string;
  /** Base name of the audio file as written, and in the form that names are compared by. */
  file: string | null;
  fileKey: string | null;
  /** `fileKey` without what copying and downloading add to names. */
  nearKey: string | null;
  /** Folder part that the row names, in compared form: tells equal base names apart. */
  folder: string;
  /** The phone system's name of the call, lower case. */
  callId: string | null;
  agentNo: string | null;
  agentName: string | null;
  team: string | null;
  phone: string | null;
  direction: Direction | null;
  /** Epoch ms UTC. */
  startedAt: number | null;
  talkSeconds: number | null;
  ringSeconds: number | null;
  /** Whether somebody answered: by the row's word, else by its talk time. */
  answered: boolean | null;
  hangupBy: Party | null;
  hangupRaw: string | null;
  business: string | null;
  satisfaction: string | null;
  /** The row as read, JSON object by header. */
  raw: string;
}
/** A cell that says something which is not understood. */
export interface UnreadCell {
  field: CdrField;
  column: number;
  value: string;
}
export type RowResult = ({ row: CallRow } | { problem: Bilingual }) & { unread: UnreadCell[] };

/** Base name in the form that names are compared by: without extension, folder and case. */
export function fileKeyOf(file: string): string {
  return stemOf(file).normalize('NFC').toLowerCase();
}

/** What copying, downloading and recorders' own legs add: ` (1)`, `_副本`, ` - Copy`, `.wav.wav`, `-in`. */
const added =
  /(?:[\s_-]*[(（]\d{1,3}[)）]|[\s_-]*(?:-\s*)?(?:副本|複本|拷贝|拷貝|copy)(?:\s*[(（]?\d{0,3}[)）]?)?|\.(?:wav|mp3|wave|gsm|m4a|ogg|amr)|[-_.](?:in|out|all|mix|mixed))$/;

/** The base name without what was added to it, for finding a file whose name is only nearly right. */
export function nearKeyOf(file: string): string {
  let key = fileKeyOf(file)
    .trim()
    .replace(/^(?:copy of|复制|复件)\s*/, '');
  for (let shorter = key.replace(added, '').trim(); shorter !== '' && shorter !== key; ) {
    key = shorter;
    shorter = key.replace(added, '').trim();
  }
  return key;
}

/** The order of day and month of a table: settled for its whole time column. */
export function orderOf(mapping: CdrMapping, rows: Iterable<readonly string[]>): DayOrder {
  const timeColumn = mapping.startedDate ?? mapping.startedAt;
  return dayOrderOf(timeColumn === undefined ? [] : cellsOf(rows, timeColumn));
}

/** Reads rows of one table. */
export function createRowReader(headers: readonly string[], mapping: CdrMapping, order: DayOrder, zone: string) {
  return (cells: readonly string[]): RowResult => readRow(cells, headers, mapping, zone, order);
}

function* cellsOf(rows: Iterable<readonly string[]>, column: number): Generator<string> {
  for (const row of rows) yield row[column] ?? '';
}

/** What exports write into a cell that holds nothing. */
const placeholder = /^(?:-+|—+|\/|\\N|null|\(null\)|nil|n\/a|#n\/a|无|空|undefined)$/i;

function readRow(
  cells: readonly string[],
  headers: readonly string[],
  mapping: CdrMapping,
  zone: string,
  order: DayOrder,
): RowResult {
  const cell = (field: CdrField): string | null => {
    const column = mapping[field];
    const text = column === undefined ? '' : (cells[column] ?? '');
    return text === '' || placeholder.test(text) ? null : text;
  };
  const unread: CdrField[] = [];
  const seconds = (field: 'talkSeconds' | 'ringSeconds') => {
    const text = cell(field);
    if (text === null) return null;
    const read = parseDuration(text, durationUnit(headers[mapping[field]!] ?? ''));
    if (read === null) unread.push(field);
    return read;
  };
  const parties = resolveParties(cell);
  unread.push(...parties.unread);
  const agentCell = cell('agentId');
  const lost = agentCell !== null && /^\d(\.\d+)?e\+?\d+$/i.test(agentCell);
  if (lost) unread.push('agentId');
  const agent = splitAgent((lost ? null : agentCell) ?? parties.extension, cell('agentName'));
  const written = cell('file');
  const plainFile = written && decodeName(written);
  const time = joinDateAndTime(cell('startedDate'), cell('startedAt'));
  const startedAt = time === '' ? null : parseDateTime(time, zone, order);
  if (time !== '' && startedAt === null) unread.push(cell('startedAt') === null ? 'startedDate' : 'startedAt');
  const { phone, direction } = parties;
  const hangup = cell('hangupBy');
  if (hangup !== null && !isHangupWord(hangup)) unread.push('hangupBy');
  const [talkSeconds, ringSeconds] = [seconds('talkSeconds'), seconds('ringSeconds')];
  const cause = unread.map((field) => ({ field, column: mapping[field]!, value: cell(field)! }));
  if (time !== '' && startedAt === null && !plainFile)
    return {
      problem: { zh: `开始时间无法识别：${time}`, en: `The start time is not understood: ${time}` },
      unread: cause,
    };
  if (!plainFile && (startedAt === null || (agent.no === null && agent.name === null && phone === null)))
    return {
      problem: {
        zh: '既没有录音文件名，也没有开始时间加工号或号码，无法对应录音',
        en: 'Neither a file name nor a start time with agent or number: no recording can be told by it',
      },
      unread: cause,
    };
  const fileKey = plainFile ? fileKeyOf(plainFile) : null;
  const folder = plainFile ? folderOf(plainFile) : '';
  const said = parseAnswered(cell('answered') ?? '');
  return {
    row: {
      key: hash(fileKey === null ? ['call', startedAt, agent.no ?? agent.name, phone] : ['file', folder, fileKey]),
      file: plainFile ? plainFile.slice(plainFile.search(/[^/\\]*$/)) : null,
      fileKey,
      nearKey: plainFile ? nearKeyOf(plainFile) : null,
      folder,
      callId: cell('callId')?.toLowerCase() ?? null,
      agentNo: agent.no,
      agentName: agent.name,
      team: cell('team')?.normalize('NFKC') ?? null,
      phone,
      direction,
      startedAt,
      talkSeconds,
      ringSeconds,
      answered: said ?? (talkSeconds === null ? null : talkSeconds > 0),
      hangupBy: parseHangupParty(hangup ?? '', direction),
      hangupRaw: hangup,
      business: cell('business'),
      satisfaction: cell('satisfaction'),
      raw: JSON.stringify(
        Object.fromEntries(headers.map((header, index) => [header || `#${index + 1}`, cells[index] ?? ''])),
      ),
    },
    unread: cause,
  };
}

/** A path or address as a plain path: `http://pbx/rec/a%20b.wav?x=1` is `http:/pbx/rec/a b.wav`. */
function decodeName(text: string): string {
  if (!/^https?:\/\//i.test(text)) return text;
  // download.php?file=a.wav: the name stands in the question.
  const asked = /[?&][\w.-]+=([^&#]+\.(?:wav|mp3|ogg|gsm|m4a|amr|wma|opus|flac))(?=[&#]|$)/i.exec(text)?.[1];
  const path = asked ?? text.replace(/[?#].*$/s, '');
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
