/** The search index over sentences: contentless FTS5, its rowid is the sentence's id. A sentence that goes leaves it by trigger. */
import { type Selectable, sql } from 'kysely';
import type { Db } from './open.ts';
import type { TranscriptSegmentsTable } from './schema.ts';
import { writeSettings } from './settings.ts';

/** By which rule sentences are indexed: those of transcripts up to `after` by `rule`; null: all. */
export interface IndexState {
  rule: number;
  after: string | null;
}
const stateKey = 'searchIndex';

/** Null: by a rule from before rules had numbers. */
export async function indexState(db: Db): Promise<IndexState | null> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', stateKey).executeTakeFirst();
  return row ? (JSON.parse(row.value) as IndexState) : null;
}

export const setIndexState = (db: Db, state: IndexState): Promise<void> =>
  writeSettings(db, { [stateKey]: JSON.stringify(state) });

/** Ids of transcripts, in order. */
export async function transcriptsAfter(db: Db, after: string, limit: number): Promise<string[]> {
  const query = db.selectFrom('transcripts').select('id').where('id', '>', after).orderBy('id').limit(limit);
  return (await query.execute()).map(({ id }) => id);
}

export async function countTranscripts(db: Db, { upTo }: { upTo?: string } = {}): Promise<number> {
  let query = db.selectFrom('transcripts').select((eb) => eb.fn.countAll<number>().as('count'));
  if (upTo !== undefined) query = query.where('id', '<=', upTo);
  return (await query.executeTakeFirstOrThrow()).count;
}

/** In the order in which they are said. */
export function sentencesOf(
  db: Db,
  transcriptId: string,
): Promise<Pick<Selectable<TranscriptSegmentsTable>, 'id' | 'speaker' | 'text'>[]> {
  return db
    .selectFrom('transcript_segments')
    .select(['id', 'speaker', 'text'])
    .where('transcript_id', '=', transcriptId)
    .orderBy('seq')
    .execute();
}

/**
 * Does a part of what takes words that are gone out of the index file: taken out of the index they only no longer count.
 * @param pages of the index to write at most @returns whether there is more to do
 */
export async function mergeIndex(db: Db, pages: number, how: 'begin' | 'go on'): Promise<boolean> {
  const changes = async () => (await sql<{ n: number }>`SELECT total_changes() AS n`.execute(db)).rows[0]!.n;
  const before = await changes();
  await sql`INSERT INTO segment_search (segment_search, rank)
    VALUES ('merge', CAST(${how === 'begin' ? -pages : pages} AS INTEGER))`.execute(db);
  return (await changes()) - before >= 2;
}

export interface IndexEntry {
  id: number;
  /** What the search index holds of the sentence. */
  grams: string;
}

const batch = 500;

/** Adds sentences that are not in the index. @param trx the transaction that stores them */
export async function indexSegments(trx: Db, entries: readonly IndexEntry[]): Promise<void> {
  for (let from = 0; from < entries.length; from += batch) {
    const rows = entries.slice(from, from + batch).map(({ id, grams }) => sql`(${id}, ${grams})`);
    await sql`INSERT INTO segment_search (rowid, grams) VALUES ${sql.join(rows)}`.execute(trx);
  }
}

/** Puts sentences whose words changed into the index anew. */
export async function reindexSegments(trx: Db, entries: readonly IndexEntry[]): Promise<void> {
  const ids = JSON.stringify(entries.map(({ id }) => id));
  await sql`DELETE FROM segment_search WHERE rowid IN (SELECT value FROM json_each(${ids}))`.execute(trx);
  await indexSegments(trx, entries);
}
