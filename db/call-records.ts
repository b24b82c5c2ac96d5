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
  id: string;
  recordingId: string | null;
  /** `same`: nothing new; `changed`: known, but with other or more values. */
  outcome: 'new' | 'changed' | 'same';
}

/**
 * Stores a row once per call. A later import's values replace what was there; within one import the first row wins
 * and later ones (further legs of the same call) only fill its gaps.
 */
export async function storeCallRecord(
  db: Db,
  values: CallRecordValues,
  newId: string,
  now: number,
): Promise<StoredRow> {
  const known = await db
    .selectFrom('call_records')
    .selectAll()
    .where('row_key', '=', values.row_key)
    .executeTakeFirst();
  if (!known) {
    await db
      .insertInto('call_records')
      .values({ ...values, id: newId, recording_id: null, imported_at: now })
      .execute();
    return { id: newId, recordingId: null, outcome: 'new' };
  }
  const sameImport = known.job_id === values.job_id;
  const filled = Object.entries(values).flatMap(([column, value]) => {
    const before = known[column as keyof CallRecordValues];
    const kept = before !== null && before !== '' && (sameImport || value === null || value === '');
    return kept || before === value ? [] : [[column, value] as const];
  });
  if (filled.length > 0)
    await db.updateTable('call_records').set(Object.fromEntries(filled)).where('id', '=', known.id).execute();
  const told = filled.filter(([column]) => !['job_id', 'source_file', 'raw'].includes(column));
  return { id: known.id, recordingId: known.recording_id, outcome: told.length > 0 ? 'changed' : 'same' };
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

export async function callRecordById(db: Db, id: string): Promise<CallRecord> {
  return db.selectFrom('call_records').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
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
