/** The search index over sentences: contentless FTS5, its rowid is the sentence's id. A sentence that goes leaves it by trigger. */
import { sql } from 'kysely';
import type { Db } from './open.ts';

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
