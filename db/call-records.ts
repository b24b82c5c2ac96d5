/** Call records (CDR): rows wait here until their recording comes, or are tied to it. */
import type { Selectable } from 'kysely';
import { keepBefore } from './import-changes.ts';
import type { Db } from './open.ts';
import type { CallRecordsTable, MatchRule } from './schema.ts';

export type CallRecord = Selectable<CallRecordsTable>;
/** What one row says; null where it says nothing. */
export type CallRecordValues = Omit<
  CallRecord,
  'id' | 'recording_id' | 'imported_at' | 'row_key' | 'matched_by' | 'brought_by'
> & {
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
  const before = new Map<string, Partial<CallRecord>>();
  const stored = batch.map((values): StoredRow => {
    const known = rows.get(values.row_key);
    if (!known) {
      const row = {
        ...values,
        id: newId(),
        recording_id: null,
        matched_by: null,
        imported_at: now,
        brought_by: values.job_id,
      };
      rows.set(values.row_key, row);
      fresh.push(row);
      return { row, outcome: 'new' };
    }
    const change = newValues(known, values);
    if (!fresh.includes(known) && !before.has(known.id)) before.set(known.id, formerValues(known));
    Object.assign(known, change);
    if (!fresh.includes(known)) changes.set(known.id, { ...changes.get(known.id), ...change });
    return { row: known, outcome: Object.keys(change).some((column) => !origin.has(column)) ? 'changed' : 'same' };
  });
  if (fresh.length > 0) await db.insertInto('call_records').values(fresh).execute();
  for (const [id, change] of changes) {
    if (Object.keys(change).length === 0) continue;
    if (batch[0]!.job_id !== null) await keepBefore(db, batch[0]!.job_id, { call_record_id: id }, before.get(id)!);
    await db.updateTable('call_records').set(change).where('id', '=', id).execute();
  }
  return stored;
}

/** All that a later import may change. */
const formerValues = ({ id: _id, imported_at: _at, row_key: _key, brought_by: _by, ...values }: CallRecord) => values;

/** Columns that tell where a row was read, not what it says. */
const origin = new Set(['job_id', 'source_file', 'raw']);

function newValues(known: CallRecord, values: CallRecordValues): Partial<CallRecordValues> {
  // An attempt that nobody answered says nothing of the call that somebody did.
  if (known.answered === 1 && values.answered === 0) return {};
  const sameImport = known.job_id === values.job_id;
  const changed = Object.entries(values).filter(([column, value]) => {
    const before = known[column as keyof CallRecordValues];
    const kept = before !== null && before !== '' && (sameImport || value === null || value === '');
    return !kept && before !== value;
  });
  return Object.fromEntries(changed);
}

/** Rows without a recording: those that name this file or call, and those without a file that start within the span. */
export async function waitingCallRecords(
  db: Db,
  by: { fileKey: string | null; callIds: readonly string[]; from: number | null; to: number | null },
): Promise<CallRecord[]> {
  const waiting = db.selectFrom('call_records').selectAll().where('recording_id', 'is', null).limit(200);
  const byFile = by.fileKey === null ? [] : await waiting.where('file_key', '=', by.fileKey).execute();
  const byId = by.callIds.length === 0 ? [] : await waiting.where('call_id', 'in', by.callIds).execute();
  const named = [...byFile, ...byId];
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

export async function linkCallRecord(db: Db, id: string, recordingId: string, matched_by: MatchRule): Promise<void> {
  await db.updateTable('call_records').set({ recording_id: recordingId, matched_by }).where('id', '=', id).execute();
}

/** Rows that name a file and have no recording yet: those of an import, or those whose nearly right names are asked for. */
export async function waitingNamedRows(
  db: Db,
  by: { jobId: string } | { nearKeys: readonly string[] } | { from: number; to: number },
): Promise<CallRecord[]> {
  const waiting = db
    .selectFrom('call_records')
    .selectAll()
    .where('recording_id', 'is', null)
    .where('file_key', 'is not', null);
  if ('jobId' in by) return waiting.where('job_id', '=', by.jobId).execute();
  if ('nearKeys' in by) return waiting.where('near_key', 'in', by.nearKeys).execute();
  return waiting.where('started_at', '>=', by.from).where('started_at', '<=', by.to).execute();
}

/** How many of the rows that an import read belong to a recording, by the rule that tied them, and how many wait for one. */
export async function countRows(db: Db, jobId: string): Promise<{ rules: Record<MatchRule, number>; waiting: number }> {
  const rows = await db
    .selectFrom('call_records')
    .select((eb) => [
      eb
        .case()
        .when('recording_id', 'is', null)
        .then('waiting')
        .else(eb.fn.coalesce('matched_by', eb.val('file')))
        .end()
        .as('rule'),
      eb.fn.countAll<number>().as('count'),
    ])
    .where('job_id', '=', jobId)
    .groupBy('rule')
    .execute();
  const counted = Object.fromEntries(rows.map(({ rule, count }) => [rule, count]));
  const of = (rule: MatchRule) => counted[rule] ?? 0;
  return {
    rules: {
      file: of('file'),
      'near-file': of('near-file'),
      'call-id': of('call-id'),
      number: of('number'),
      agent: of('agent'),
    },
    waiting: counted.waiting ?? 0,
  };
}

/** Recordings that these rows belong to. */
export async function recordingsOfRows(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('call_records')
    .select('recording_id as id')
    .distinct()
    .where('id', 'in', ids)
    .where('recording_id', 'is not', null)
    .execute();
  return rows.flatMap(({ id }) => id ?? []);
}

/** Ids of the rows of these keys that the import brought. */
export async function callRecordsByKey(db: Db, jobId: string, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom('call_records')
    .select('id')
    .where('row_key', 'in', keys)
    .where('brought_by', '=', jobId)
    .execute();
  return rows.map(({ id }) => id);
}
