/** Call records (CDR): rows wait here until their recording comes, or are tied to it. */
import type { Selectable } from 'kysely';
import type { Db } from './open.ts';
import type { CallRecordsTable } from './schema.ts';

export type CallRecord = Selectable<CallRecordsTable>;
/** What one row says; null where it says nothing. */
export type CallRecordValues = Omit<CallRecord, 'id' | 'recording_id' | 'imported_at' | 'row_key'> & {
  row_key: string;
};

export interface StoredRow {
  row: CallRecord;
  /** `same`: nothing new; `changed`: known, but with other or more values. */
  outcome: 'new' | 'changed' | 'same';
}

/**
 * Stores each row once per call, at most 500 at a time. A later import's values replace what was there; within one
 * import the first row wins and later ones (further legs of the same call) only fill its gaps.
 */
export async function storeCallRecords(
  db: Db,
  batch: readonly CallRecordValues[],
  newId: () => string,
  now: number,
): Promise<StoredRow[]> {
  const keys = [...new Set(batch.map((values) => values.row_key))];
  const found = await db.selectFrom('call_records').selectAll().where('row_key', 'in', keys).execute();
  const rows = new Map<string, CallRecord>(found.map((row) => [row.row_key!, row]));
  const fresh: CallRecord[] = [];
  const changes = new Map<string, Partial<CallRecordValues>>();
  const stored = batch.map((values): StoredRow => {
    const known = rows.get(values.row_key);
    if (!known) {
      const row = { ...values, id: newId(), recording_id: null, imported_at: now };
      rows.set(values.row_key, row);
      fresh.push(row);
      return { row, outcome: 'new' };
    }
    const change = newValues(known, values);
    Object.assign(known, change);
    if (!fresh.includes(known)) changes.set(known.id, { ...changes.get(known.id), ...change });
    return { row: known, outcome: Object.keys(change).some((column) => !origin.has(column)) ? 'changed' : 'same' };
  });
  if (fresh.length > 0) await db.insertInto('call_records').values(fresh).execute();
  for (const [id, change] of changes)
    if (Object.keys(change).length > 0) await db.updateTable('call_records').set(change).where('id', '=', id).execute();
  return stored;
}

/** Columns that tell where a row was read, not what it says. */
const origin = new Set(['job_id', 'source_file', 'raw']);

function newValues(known: CallRecord, values: CallRecordValues): Partial<CallRecordValues> {
  const sameImport = known.job_id === values.job_id;
  const changed = Object.entries(values).filter(([column, value]) => {
    const before = known[column as keyof CallRecordValues];
    const kept = before !== null && before !== '' && (sameImport || value === null || value === '');
    return !kept && before !== value;
  });
  return Object.fromEntries(changed);
}

/** Rows without a recording: those that name this file, and those without a file that start within the span. */
export async function waitingCallRecords(
  db: Db,
  by: { fileKey: string | null; from: number | null; to: number | null },
): Promise<CallRecord[]> {
  const waiting = db.selectFrom('call_records').selectAll().where('recording_id', 'is', null).limit(200);
  const named = by.fileKey === null ? [] : await waiting.where('file_key', '=', by.fileKey).execute();
  if (by.from === null || by.to === null) return named;
  const timed = await waiting
    .where('file_key', 'is', null)
    .where('started_at', '>=', by.from)
    .where('started_at', '<=', by.to)
    .execute();
  return [...named, ...timed];
}

export async function hasCallRecord(db: Db, recordingId: string): Promise<boolean> {
  const row = await db
    .selectFrom('call_records')
    .select('id')
    .where('recording_id', '=', recordingId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function linkCallRecord(db: Db, id: string, recordingId: string): Promise<void> {
  await db.updateTable('call_records').set({ recording_id: recordingId }).where('id', '=', id).execute();
}

/** How many of the rows that an import read belong to a recording. */
export async function countMatchedRows(db: Db, jobId: string): Promise<number> {
  const row = await db
    .selectFrom('call_records')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('job_id', '=', jobId)
    .where('recording_id', 'is not', null)
    .executeTakeFirstOrThrow();
  return row.count;
}
