/** The queue of recordings that wait for a speech engine; it lives in the jobs of kind `transcribe`. */
import { sql } from 'kysely';
import type { StoredItem } from './jobs.ts';
import type { Db, LibraryDb } from './open.ts';

export interface TranscriptionTarget {
  id: string;
  file: string;
  has_transcript: number;
  duration_ms: number | null;
}

export interface WaitingItem {
  id: string;
  job_id: string;
  recording_id: string;
  path: string;
  duration_ms: number | null;
}

const chunk = 30_000;

/** In the order asked; ids without a recording are left out. */
export async function transcriptionTargets(library: LibraryDb, ids: readonly string[]): Promise<TranscriptionTarget[]> {
  const found = new Map<string, TranscriptionTarget>();
  for (let from = 0; from < ids.length; from += chunk) {
    const rows = await library.db
      .selectFrom('recordings')
      .select(['id', 'file', 'has_transcript', 'duration_ms'])
      .where('id', 'in', ids.slice(from, from + chunk))
      .execute();
    for (const row of rows) found.set(row.id, row);
  }
  return [...new Set(ids)].flatMap((id) => found.get(id) ?? []);
}

const open = ['queued', 'running', 'paused'] as const;
/** So many ids are looked up one by one; for more all that wait is read. */
const fewIds = 500;

/** Of these recordings those that wait in a job that is queued, running or paused, with their item. */
export async function waitingTranscriptions(db: Db, ids: readonly string[]): Promise<Map<string, StoredItem>> {
  let query = db
    .selectFrom('job_items as i')
    .innerJoin('jobs as j', 'j.id', 'i.job_id')
    .selectAll('i')
    .where('j.kind', '=', 'transcribe')
    .where('j.state', 'in', open)
    .where('i.state', '=', 'pending')
    .where('i.recording_id', 'is not', null);
  if (ids.length <= fewIds) query = query.where('i.recording_id', 'in', ['', ...ids]);
  const rows = await query.execute();
  return new Map(rows.flatMap((row) => (row.recording_id === null ? [] : [[row.recording_id, row]])));
}

/** Recordings that wait, those in work and those of the running job first, and how many there are. */
export async function waitingInOrder(
  db: Db,
  inWork: readonly string[],
  limit: number,
): Promise<{ total: number; items: WaitingItem[] }> {
  const jobs = await db
    .selectFrom('jobs')
    .select('id')
    .where('kind', '=', 'transcribe')
    .where('state', 'in', open)
    .orderBy(sql`CASE state WHEN 'running' THEN 0 WHEN 'queued' THEN 1 ELSE 2 END`)
    .orderBy('created_at')
    .execute();
  const ids = jobs.map(({ id }) => id);
  const { total } = await db
    .selectFrom('job_items')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('job_id', 'in', ['', ...ids])
    .where('state', '=', 'pending')
    .executeTakeFirstOrThrow();
  const pending = db
    .selectFrom('job_items as i')
    .innerJoin('recordings as r', 'r.id', 'i.recording_id')
    .select(['i.id', 'i.job_id', 'r.id as recording_id', 'r.file as path', 'r.duration_ms'])
    .where('i.state', '=', 'pending');
  const items = await pending
    .where('i.id', 'in', ['', ...inWork])
    .limit(limit)
    .execute();
  // A job at a time, so that each walks along the index and stops at the limit.
  for (const jobId of ids) {
    if (items.length >= limit) break;
    const more = await pending
      .where('i.job_id', '=', jobId)
      .where('i.id', 'not in', ['', ...inWork])
      .orderBy('i.priority', 'desc')
      .orderBy('i.seq')
      .limit(limit - items.length)
      .execute();
    items.push(...more);
  }
  return { total, items };
}

/** A job that is to do the same with its recordings and has not ended. */
export async function openTranscriptionJob(db: Db, payload: string): Promise<string | null> {
  const row = await db
    .selectFrom('jobs')
    .select('id')
    .where('kind', '=', 'transcribe')
    .where('state', 'in', ['queued', 'running'])
    .where('payload', '=', payload)
    .orderBy('created_at')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Milliseconds of sound that still wait in a job. */
export async function waitingMs(db: Db, jobId: string): Promise<number> {
  const row = await db
    .selectFrom('job_items as i')
    .innerJoin('recordings as r', 'r.id', 'i.recording_id')
    .select((eb) => eb.fn.sum<number | null>('r.duration_ms').as('ms'))
    .where('i.job_id', '=', jobId)
    .where('i.state', '=', 'pending')
    .executeTakeFirst();
  return row?.ms ?? 0;
}

/** The priority that goes before everything that waits. */
export async function highestPriority(db: Db): Promise<number> {
  const row = await db
    .selectFrom('job_items')
    .select((eb) => eb.fn.max('priority').as('highest'))
    .where('state', '=', 'pending')
    .executeTakeFirst();
  return (row?.highest ?? 0) + 1;
}
