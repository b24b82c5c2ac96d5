/** Brings the rows of a call-record file into the library, and ties them to recordings that are already there. */
import { setImmediate } from 'node:timers/promises';
import {
  type CallRecordValues,
  callRecordsByKey,
  type Db,
  deleteCallRecords,
  recall,
  type StoredRow,
  storeCallRecords,
} from '../../../db/index.ts';
import type { Bilingual, CdrMapping, ImportSource, UnreadCells } from '../../contract/index.ts';
import { DomainError } from '../../domain-error.ts';
import { maskSensitive } from '../../text/sensitive.ts';
import { bestRows } from './best-rows.ts';
import { linkRows, type MetadataTools } from './call-metadata.ts';
import { describeMissing, guessMapping, layoutHash, missingFields } from './cdr-headers.ts';
import { type CallRow, createRowReader, orderOf } from './cdr-row.ts';
import type { CdrTable } from './cdr-table.ts';
import type { DayOrder } from './cdr-time.ts';
import type { ReadTable } from './table-cache.ts';
import { createUnreadCells, type Place } from './unread-cells.ts';

export interface CdrCounts {
  rows: number;
  /** Stored rows that earlier imports brought already. */
  repeated: number;
  /** Rows that tell of a call which another row of the file tells of better. */
  further: number;
  failed: number;
  problems: (Place & { reason: Bilingual })[];
  cells: UnreadCells;
  leftSheets: CdrTable['leftSheets'];
  /** Rows with cells that were not understood, as they stand in the file, so that a person can say what they mean. */
  unread?: UnreadRows;
}
export interface UnreadRows {
  headers: readonly string[];
  mapping: CdrMapping;
  /** Of day and month in the whole file. */
  order: DayOrder;
  /** The first 2,000. */
  rows: (Place & { cells: readonly string[] })[];
}

const keptUnread = 2000;
const rowsPerTransaction = 200;
const keptProblems = 100;

/** The mapping a layout was given last, or a guess. A column that the file does not have counts as not given. */
export async function mappingFor(
  db: Db,
  { headers, guessed }: Pick<CdrTable, 'headers' | 'guessed'>,
  given?: CdrMapping,
): Promise<{ mapping: CdrMapping; remembered: boolean }> {
  const stored = given ? undefined : await recall(db, 'cdr-mapping', layoutHash(headers));
  const mapping = given ?? (stored as CdrMapping | undefined) ?? guessed ?? guessMapping(headers);
  const inside = Object.entries(mapping).filter(([, column]) => column !== undefined && column < headers.length);
  return { mapping: Object.fromEntries(inside), remembered: stored !== undefined };
}

/** @throws DomainError CDR_COLUMN_MISSING, and as readCdrTable */
export async function openCallRecords(db: Db, readTable: ReadTable, cdr: NonNullable<ImportSource['cdr']>) {
  const table = await readTable(cdr.path, cdr.encoding);
  const { mapping } = await mappingFor(db, table, cdr.mapping);
  const missing = missingFields(mapping);
  if (missing.length > 0)
    throw new DomainError('CDR_COLUMN_MISSING', {
      file: cdr.path,
      columnsZh: describeMissing(missing, 'zh'),
      columnsEn: describeMissing(missing, 'en'),
    });
  return { table, mapping };
}

/** Stores every usable row once. Rows already known are counted as repeated. */
export async function loadCallRecords(
  db: Db,
  source: { path: string; jobId: string; table: CdrTable; mapping: CdrMapping },
  tools: MetadataTools & { now: number; signal: AbortSignal },
): Promise<CdrCounts> {
  const { table, mapping } = source;
  const order = orderOf(
    mapping,
    table.rows.map((row) => row.cells),
  );
  const read = createRowReader(table.headers, mapping, order, tools.zone);
  const cells = createUnreadCells(table.headers);
  const problems: CdrCounts['problems'] = [];
  const understood: CallRow[] = [];
  const unread: UnreadRows['rows'] = [];
  for (const { sheet, line, cells: row } of table.rows) {
    const result = read(row);
    for (const cell of result.unread) cells.add(cell, { sheet, line });
    if (result.unread.length > 0 && unread.length < keptUnread) unread.push({ sheet, line, cells: row });
    if ('row' in result) understood.push(result.row);
    else problems.push({ sheet, line, reason: masked(result.problem) });
  }
  const { kept, further } = bestRows(understood);
  const counts: CdrCounts = {
    rows: table.rows.length,
    repeated: 0,
    further,
    failed: problems.length,
    problems: problems.slice(0, keptProblems),
    cells: cells.result(),
    leftSheets: table.leftSheets,
    unread: { headers: table.headers, mapping, order, rows: unread },
  };
  for (let at = 0; at < kept.length; at += rowsPerTransaction) {
    tools.signal.throwIfAborted();
    const batch = kept.slice(at, at + rowsPerTransaction).map((row) => valuesOf(row, source));
    const stored = await storeRows(db, batch, tools);
    counts.repeated += stored.filter(({ outcome }) => outcome !== 'new').length;
    // Others get their turn between two batches.
    await setImmediate();
  }
  return counts;
}

/**
 * Stores rows and ties them to recordings that are there; all or nothing.
 * @param replaced keys of rows of the same import in whose place these come
 */
export async function storeRows(
  db: Db,
  batch: readonly CallRecordValues[],
  tools: MetadataTools & { now: number },
  replaced: readonly string[] = [],
): Promise<StoredRow[]> {
  return db.transaction().execute(async (trx) => {
    await deleteCallRecords(trx, await callRecordsByKey(trx, tools.jobId, replaced));
    const stored = await storeCallRecords(trx, batch, tools.newId, tools.now);
    const told = stored.filter(({ outcome }) => outcome !== 'same').map(({ row }) => row);
    await linkRows(trx, [...new Set(told)], tools);
    return stored;
  });
}

/** A reason quotes the cell, which may hold a number. */
const masked = ({ zh, en }: Bilingual): Bilingual => ({ zh: maskSensitive(zh), en: maskSensitive(en) });

export function valuesOf(row: CallRow, source: { path: string; jobId: string }): CallRecordValues {
  return {
    row_key: row.key,
    file: row.file,
    file_key: row.fileKey,
    near_key: row.nearKey,
    call_id: row.callId,
    answered: row.answered === null ? null : row.answered ? 1 : 0,
    folder: row.folder,
    source_file: source.path,
    job_id: source.jobId,
    agent_no: row.agentNo,
    agent_name: row.agentName,
    team: row.team,
    phone: row.phone,
    direction: row.direction,
    started_at: row.startedAt,
    ring_seconds: row.ringSeconds,
    talk_seconds: row.talkSeconds,
    hangup_by: row.hangupBy,
    hangup_raw: row.hangupRaw,
    business: row.business,
    satisfaction: row.satisfaction,
    raw: row.raw,
  };
}
