/** Background jobs and their items. */
import { type Selectable, sql } from 'kysely';
import type { Db } from './open.ts';
import type { JobItemsTable, JobsTable } from './schema.ts';

export type StoredJob = Selectable<JobsTable>;
export type StoredItem = Selectable<JobItemsTable>;
export type NewItem = Pick<StoredItem, 'id' | 'path'> &
  Partial<Pick<StoredItem, 'state' | 'code' | 'params' | 'recording_id' | 'priority'>>;
export type ItemCounts = Record<StoredItem['state'], number>;

/** SQLite takes 32,766 values in one statement. */
const rowsPerInsert = 500;

export async function insertJob(
  db: Db,
  job: Pick<StoredJob, 'id' | 'kind' | 'label' | 'payload'>,
  items: readonly NewItem[],
  now: number,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('jobs')
      .values({ ...job, state: 'queued', result: null, created_at: now, updated_at: now })
      .execute();
    await insertItems(trx, job.id, items, 0);
  });
}

/** Adds items behind those that are there. */
export async function appendItems(db: Db, jobId: string, items: readonly NewItem[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const last = await trx
      .selectFrom('job_items')
      .select((eb) => eb.fn.max('seq').as('seq'))
      .where('job_id', '=', jobId)
      .executeTakeFirst();
    await insertItems(trx, jobId, items, (last?.seq ?? -1) + 1);
  });
}

async function insertItems(db: Db, jobId: string, items: readonly NewItem[], firstSeq: number): Promise<void> {
  for (let at = 0; at < items.length; at += rowsPerInsert) {
    const rows = items.slice(at, at + rowsPerInsert).map((item, index) => ({
      state: 'pending' as const,
      code: null,
      params: null,
      recording_id: null,
      priority: 0,
      ...item,
      job_id: jobId,
      seq: firstSeq + at + index,
    }));
    await db.insertInto('job_items').values(rows).execute();
  }
}

export async function findJob(db: Db, id: string): Promise<StoredJob | undefined> {
  return db.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Newest first. */
export async function recentJobs(db: Db, limit: number): Promise<StoredJob[]> {
  return db.selectFrom('jobs').selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** Newest first. */
export async function importJobs(db: Db, limit: number): Promise<StoredJob[]> {
  return db
    .selectFrom('jobs')
    .selectAll()
    .where('kind', '=', 'import')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Jobs that were queued or running when their process ended, or are so in another process; oldest first. */
export async function unfinishedJobs(db: Db): Promise<StoredJob[]> {
  return db
    .selectFrom('jobs')
    .selectAll()
    .where('state', 'in', ['queued', 'running'])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** @param from the states it may be in now; otherwise nothing changes */
export async function setJobState(
  db: Db,
  id: string,
  state: StoredJob['state'],
  from: readonly StoredJob['state'][],
  now: number,
): Promise<boolean> {
  const result = await db
    .updateTable('jobs')
    .set({ state, updated_at: now })
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function setJobResult(db: Db, id: string, result: unknown): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ result: JSON.stringify(result) })
    .where('id', '=', id)
    .execute();
}

export async function setJobStopped(db: Db, id: string, stopped: unknown): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ stopped: stopped === null ? null : JSON.stringify(stopped) })
    .where('id', '=', id)
    .execute();
}

export async function countItems(db: Db, jobIds: readonly string[]): Promise<Map<string, ItemCounts>> {
  const counts = new Map<string, ItemCounts>(
    jobIds.map((id) => [id, { pending: 0, done: 0, duplicate: 0, failed: 0, dismissed: 0 }]),
  );
  if (jobIds.length === 0) return counts;
  const rows = await db
    .selectFrom('job_items')
    .select((eb) => ['job_id', 'state', eb.fn.countAll<number>().as('count')])
    .where('job_id', 'in', jobIds)
    .groupBy(['job_id', 'state'])
    .execute();
  for (const row of rows) counts.get(row.job_id)![row.state] = row.count;
  return counts;
}

/** Items still to do, in order, after the given place. */
export async function pendingItems(db: Db, jobId: string, afterSeq: number, limit: number): Promise<StoredItem[]> {
  return db
    .selectFrom('job_items')
    .selectAll()
    .where('job_id', '=', jobId)
    .where('seq', '>', afterSeq)
    .where('state', '=', 'pending')
    .orderBy('seq')
    .limit(limit)
    .execute();
}

export async function updateItem(
  db: Db,
  id: string,
  change: Partial<Pick<StoredItem, 'state' | 'code' | 'params' | 'recording_id' | 'priority'>>,
): Promise<void> {
  await db.updateTable('job_items').set(change).where('id', '=', id).execute();
}

export async function finishItems(db: Db, ids: readonly string[]): Promise<void> {
  await sql`UPDATE job_items SET state = 'done', code = NULL, params = NULL
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`.execute(db);
}

/** Failed items of one job. */
export async function failedItems(db: Db, jobId: string, limit: number): Promise<StoredItem[]> {
  return db
    .selectFrom('job_items')
    .selectAll()
    .where('state', '=', 'failed')
    .where('job_id', '=', jobId)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

/** Failed items of all jobs of these kinds. */
export async function failuresOf(db: Db, kinds: readonly StoredJob['kind'][], limit: number): Promise<StoredItem[]> {
  const ofKinds = db.selectFrom('jobs').select('id').where('kind', 'in', kinds);
  return db
    .selectFrom('job_items')
    .selectAll()
    .where('state', '=', 'failed')
    .where('job_id', 'in', ofKinds)
    .orderBy('job_id')
    .orderBy('seq')
    .limit(limit)
    .execute();
}

export async function failedItemsById(db: Db, ids: readonly string[]): Promise<StoredItem[]> {
  const found: StoredItem[] = [];
  for (let at = 0; at < ids.length; at += rowsPerInsert)
    found.push(
      ...(await db
        .selectFrom('job_items')
        .selectAll()
        .where('id', 'in', ids.slice(at, at + rowsPerInsert))
        .where('state', '=', 'failed')
        .execute()),
    );
  return found;
}

/**
 * Takes items that are not finished out of their job, also those in work: what these bring is not stored then.
 * One statement, so that an item is either finished or withdrawn.
 * @returns those that were taken out
 */
export async function withdrawItems(db: Db, ids: readonly string[]): Promise<Pick<StoredItem, 'id' | 'job_id'>[]> {
  const { rows } = await sql<Pick<StoredItem, 'id' | 'job_id'>>`DELETE FROM job_items
    WHERE state = 'pending' AND id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
    RETURNING id, job_id`.execute(db);
  return rows;
}

/**
 * Takes the item that is to be worked on next, the most wanted first. One statement, so that nobody else takes it too,
 * nor one that was withdrawn.
 */
export async function claimItem(db: Db, jobId: string): Promise<StoredItem | undefined> {
  const { rows } = await sql<StoredItem>`UPDATE job_items SET claimed = 1 WHERE id = (
      SELECT id FROM job_items WHERE job_id = ${jobId} AND state = 'pending' AND claimed = 0
      ORDER BY priority DESC, seq LIMIT 1)
    RETURNING *`.execute(db);
  return rows[0];
}

/** Gives back what a process had in work that paused, or died. */
export async function releaseItems(db: Db, jobId: string): Promise<void> {
  await db
    .updateTable('job_items')
    .set({ claimed: 0 })
    .where('job_id', '=', jobId)
    .where('state', '=', 'pending')
    .where('claimed', '=', 1)
    .execute();
}

/** @returns false where it is finished already, or was withdrawn: then nothing changes */
export async function finishItem(
  db: Db,
  id: string,
  change: Pick<StoredItem, 'state'> & Partial<Pick<StoredItem, 'code' | 'params' | 'recording_id'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('job_items')
    .set({ code: null, params: null, ...change })
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Whether it is still to be finished. */
export async function isPending(db: Db, id: string): Promise<boolean> {
  const query = db.selectFrom('job_items').select('id').where('id', '=', id).where('state', '=', 'pending');
  return (await query.executeTakeFirst()) !== undefined;
}

/** Takes failed items out of the list of failures. @returns how many */
export async function dismissItems(db: Db, ids: readonly string[]): Promise<number> {
  let count = 0;
  for (let at = 0; at < ids.length; at += rowsPerInsert) {
    const result = await db
      .updateTable('job_items')
      .set({ state: 'dismissed' })
      .where('id', 'in', ids.slice(at, at + rowsPerInsert))
      .where('state', '=', 'failed')
      .executeTakeFirst();
    count += Number(result.numUpdatedRows);
  }
  return count;
}

/** Recordings of a job's items, old or new, about which there is something to be known, in the order of its items. */
export async function remarkedRecordings(
  db: Db,
  jobId: string,
): Promise<{ id: string; file: string; remarks: string; hasTranscript: number }[]> {
  return db
    .selectFrom('job_items as i')
    .innerJoin('recordings as r', 'r.id', 'i.recording_id')
    .select(['r.id', 'r.file', 'r.remarks', 'r.has_transcript as hasTranscript'])
    .where('i.job_id', '=', jobId)
    .where('i.state', 'in', ['done', 'duplicate'])
    .where('r.remarks', '<>', '[]')
    .groupBy('r.id')
    .orderBy((eb) => eb.fn.min('i.seq'))
    .execute();
}

/** The newest job of a kind about a thing, in one of these states. */
export async function newestJob(
  db: Db,
  { kind, label }: Pick<StoredJob, 'kind' | 'label'>,
  states: readonly StoredJob['state'][],
): Promise<StoredJob | undefined> {
  return db
    .selectFrom('jobs')
    .selectAll()
    .where('kind', '=', kind)
    .where('label', '=', label)
    .where('state', 'in', states)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

/** Recordings that a job brought in, in the order of its items. */
export async function importedRecordings(db: Db, jobId: string): Promise<{ id: string; file: string }[]> {
  return db
    .selectFrom('job_items as i')
    .innerJoin('recordings as r', 'r.id', 'i.recording_id')
    .select(['r.id', 'r.file'])
    .where('i.job_id', '=', jobId)
    .where('i.state', '=', 'done')
    .orderBy('i.seq')
    .execute();
}
