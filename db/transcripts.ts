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

interface ReplaceHow {
  keep?: boolean;
  setAside?: ((trx: Db) => Promise<void>) | undefined;
  finish?: (trx: Db) => Promise<boolean>;
}

const batch = 500;
/**
 * Stores a transcript in place of the one the recording has; old sentences leave the index by trigger.
 * @param options.keep leave the one that is there
 * @param options.finish finishes the work in the same commit; false: it is no longer wanted, nothing is stored
 * @param options.setAside keeps one that a person corrected; without it that one stays
 * @returns whether it was stored
 */
export async function replaceTranscript(
  library: LibraryDb,
  transcript: Insertable<TranscriptsTable>,
  segments: readonly NewTranscriptSegment[],
  { keep = false, setAside, finish }: ReplaceHow = {},
): Promise<boolean> {
  return library.db.transaction().execute(async (trx) => {
    const present = trx.selectFrom('transcripts').select('id').where('recording_id', '=', transcript.recording_id);
    if (keep && (await present.executeTakeFirst())) return false;
    const corrected = await isCorrected(trx, transcript.recording_id);
    if (corrected && !setAside) return false;
    if (finish && !(await finish(trx))) return false;
    if (corrected) await setAside?.(trx);
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

/** Whether the recording has a transcript with words in it. */
export async function hasWords(library: LibraryDb, recordingId: string): Promise<boolean> {
  const found = await library.db
    .selectFrom('transcripts')
    .innerJoin('transcript_segments', 'transcript_segments.transcript_id', 'transcripts.id')
    .select('transcripts.id')
    .where('recording_id', '=', recordingId)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** What a transcript file needs to know of its recording. */
export function findTranscriptTarget(library: LibraryDb, recordingId: string): Promise<TranscriptTarget | undefined> {
  return library.db
    .selectFrom('recordings')
    .select(['id', 'file', 'agent_channel', 'direction'])
    .where('id', '=', recordingId)
    .executeTakeFirst();
}

/** Only an engine's transcript can hold estimates. @returns whether there is one */
export async function setSpeakersEstimated(db: Db, recordingId: string, estimated: boolean): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('transcripts')
    .set({ speakers_estimated: estimated ? 1 : 0 })
    .where('recording_id', '=', recordingId)
    .where('source', '=', 'engine')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
