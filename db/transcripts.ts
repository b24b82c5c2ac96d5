/** Transcripts, their sentences, and the search index over them (contentless FTS5; its rowid is the sentence's id). */
import type { Insertable, Selectable } from 'kysely';
import type { Db, LibraryDb } from './open.ts';
import type { TranscriptSegmentsTable, TranscriptsTable } from './schema.ts';
import { indexSegments } from './segment-index.ts';

export type TranscriptRow = Selectable<TranscriptsTable>;
export type TranscriptSegmentRow = Selectable<TranscriptSegmentsTable>;
export type NewTranscriptSegment = Omit<Insertable<TranscriptSegmentsTable>, 'id' | 'transcript_id' | 'origins'> & {
  /** What the search index holds of it. */
  grams: string;
};

export interface TranscriptTarget {
  id: string;
  file: string;
  agent_channel: number | null;
  direction: 'inbound' | 'outbound' | null;
}

export interface SegmentHitRow {
  recording_id: string;
  file: string;
  agent_no: string | null;
  agent_name: string | null;
  started_at: number | null;
  speaker: TranscriptSegmentRow['speaker'];
  start_ms: number;
  end_ms: number;
  text: string;
}

const batch = 500;
/** With more hits than this, walking the calls from the newest is cheaper than sorting all hits. */
const manyHits = 2000;

/**
 * Stores a transcript in place of the one the recording has; old sentences leave the index by trigger.
 * @param options.keep leave the one that is there
 * @param options.setAside keeps one that a person corrected; without it that one stays
 * @returns whether it was stored
 */
export async function replaceTranscript(
  library: LibraryDb,
  transcript: Insertable<TranscriptsTable>,
  segments: readonly NewTranscriptSegment[],
  { keep = false, setAside }: { keep?: boolean; setAside?: ((trx: Db) => Promise<void>) | undefined } = {},
): Promise<boolean> {
  return library.db.transaction().execute(async (trx) => {
    const present = trx.selectFrom('transcripts').select('id').where('recording_id', '=', transcript.recording_id);
    if (keep && (await present.executeTakeFirst())) return false;
    if (await isCorrected(trx, transcript.recording_id)) {
      if (!setAside) return false;
      await setAside(trx);
    }
    await trx.deleteFrom('transcripts').where('recording_id', '=', transcript.recording_id).execute();
    await trx.insertInto('transcripts').values(transcript).execute();
    for (let from = 0; from < segments.length; from += batch) {
      const part = segments.slice(from, from + batch);
      const ids = await trx
        .insertInto('transcript_segments')
        .values(part.map(({ grams: _grams, ...segment }) => ({ ...segment, transcript_id: transcript.id })))
        .returning(['id', 'seq'])
        .execute();
      const grams = new Map(part.map((segment) => [segment.seq, segment.grams]));
      await indexSegments(
        trx,
        ids.map(({ id, seq }) => ({ id, grams: grams.get(seq)! })),
      );
    }
    return true;
  });
}

async function isCorrected(trx: Db, recordingId: string): Promise<boolean> {
  const original = await trx
    .selectFrom('original_segments as o')
    .innerJoin('transcripts as t', 't.id', 'o.transcript_id')
    .select('o.id')
    .where('t.recording_id', '=', recordingId)
    .limit(1)
    .executeTakeFirst();
  return original !== undefined;
}

/** What a transcript file needs to know of its recording. */
export function findTranscriptTarget(library: LibraryDb, recordingId: string): Promise<TranscriptTarget | undefined> {
  return library.db
    .selectFrom('recordings')
    .select(['id', 'file', 'agent_channel', 'direction'])
    .where('id', '=', recordingId)
    .executeTakeFirst();
}

export async function countSegmentHits(library: LibraryDb, match: string): Promise<number> {
  const { rows } = await sql<{ hits: number }>`
    SELECT count(*) AS hits FROM segment_search WHERE segment_search MATCH ${match}`.execute(library.db);
  return rows[0]!.hits;
}

/**
 * Sentences of the newest calls first, in the order they were said.
 * @param match FTS5 query @param total what `countSegmentHits` says of it
 */
export async function segmentHits(
  library: LibraryDb,
  match: string,
  page: { total: number; offset: number; limit: number },
): Promise<SegmentHitRow[]> {
  const columns = sql`r.id AS recording_id, r.file, r.agent_no, a.name AS agent_name, r.started_at,
    s.speaker, s.start_ms, s.end_ms, s.text`;
  const order = sql`ORDER BY r.started_at DESC, r.id, s.seq LIMIT ${page.limit} OFFSET ${page.offset}`;
  // CROSS JOIN keeps the order of the tables as written.
  const query =
    page.total > manyHits
      ? sql<SegmentHitRow>`SELECT ${columns} FROM recordings r
          CROSS JOIN transcripts t ON t.recording_id = r.id
          CROSS JOIN transcript_segments s ON s.transcript_id = t.id
          LEFT JOIN agents a ON a.agent_no = r.agent_no
          WHERE s.id IN (SELECT rowid FROM segment_search WHERE segment_search MATCH ${match}) ${order}`
      : sql<SegmentHitRow>`SELECT ${columns} FROM segment_search f
          CROSS JOIN transcript_segments s ON s.id = f.rowid
          CROSS JOIN transcripts t ON t.id = s.transcript_id
          CROSS JOIN recordings r ON r.id = t.recording_id
          LEFT JOIN agents a ON a.agent_no = r.agent_no
          WHERE f.segment_search MATCH ${match} ${order}`;
  return (await query.execute(library.db)).rows;
}
