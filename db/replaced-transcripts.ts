/** Transcripts with corrections that gave way to another one, kept whole. */
import type { Selectable } from 'kysely';
import { type CorrectedTranscript, correctedTranscript, insertSegments, putOriginals } from './corrections.ts';
import type { Db } from './open.ts';
import type { ReplacedTranscriptsTable } from './schema.ts';
import { type IndexEntry, indexSegments } from './segment-index.ts';

export type ReplacedTranscriptRow = Omit<Selectable<ReplacedTranscriptsTable>, 'content'> & {
  content: CorrectedTranscript;
};

/** Keeps the transcript that stands, before it goes. @param trx the transaction that replaces it */
export async function keepReplaced(
  trx: Db,
  kept: Omit<Selectable<ReplacedTranscriptsTable>, 'content'>,
): Promise<void> {
  const content = JSON.stringify(await correctedTranscript(trx, kept.recording_id));
  await trx
    .insertInto('replaced_transcripts')
    .values({ ...kept, content })
    .execute();
}

/** Newest first. */
export async function replacedTranscripts(db: Db, recordingId: string): Promise<ReplacedTranscriptRow[]> {
  const rows = await db
    .selectFrom('replaced_transcripts')
    .selectAll()
    .where('recording_id', '=', recordingId)
    .orderBy('replaced_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, content: JSON.parse(row.content) as CorrectedTranscript }));
}

/** Puts a kept transcript where the present one stands, which goes. */
export async function bringBackReplaced(
  trx: Db,
  { id, recording_id, content }: ReplacedTranscriptRow,
  index: readonly IndexEntry[],
  now: number,
): Promise<void> {
  const { transcript, segments, originals } = content;
  await trx.deleteFrom('transcripts').where('recording_id', '=', recording_id).execute();
  await trx
    .insertInto('transcripts')
    .values({ ...transcript, edited_at: now })
    .execute();
  await insertSegments(trx, transcript.id, segments);
  await indexSegments(trx, index);
  await putOriginals(trx, transcript.id, originals);
  await trx.deleteFrom('replaced_transcripts').where('id', '=', id).execute();
}
