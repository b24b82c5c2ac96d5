/** What people corrected in transcripts: the sentences as they stand, the originals of those that were touched, and each edit. */
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Db } from './open.ts';
import type { OriginalSegmentsTable, TranscriptEditsTable, TranscriptSegmentsTable } from './schema.ts';
import { type IndexEntry, indexSegments, reindexSegments } from './segment-index.ts';
import type { TranscriptRow, TranscriptSegmentRow } from './transcripts.ts';

export type OriginalSegmentRow = Selectable<OriginalSegmentsTable>;
export type TranscriptEditRow = Selectable<TranscriptEditsTable>;
export type StoredSegment = Omit<Selectable<TranscriptSegmentsTable>, 'transcript_id'>;
export type StoredOriginal = Omit<OriginalSegmentRow, 'transcript_id'>;

export interface CorrectedTranscript {
  transcript: TranscriptRow;
  /** In order. */
  segments: TranscriptSegmentRow[];
  originals: OriginalSegmentRow[];
}

/** A recording's transcript with the layer of corrections; undefined when it has none. */
export async function correctedTranscript(db: Db, recordingId: string): Promise<CorrectedTranscript | undefined> {
  const transcript = await db
    .selectFrom('transcripts')
    .selectAll()
    .where('recording_id', '=', recordingId)
    .executeTakeFirst();
  if (!transcript) return undefined;
  const segments = await db
    .selectFrom('transcript_segments')
    .selectAll()
    .where('transcript_id', '=', transcript.id)
    .orderBy('seq')
    .execute();
  const originals = await db
    .selectFrom('original_segments')
    .selectAll()
    .where('transcript_id', '=', transcript.id)
    .orderBy('start_ms')
    .orderBy('id')
    .execute();
  return { transcript, segments, originals };
}

/** How many of the original sentences a person touched, by recording; those without corrections are left out. */
export async function correctionCounts(db: Db, recordingIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; corrections: number }>`
    SELECT t.recording_id AS id, count(*) AS corrections FROM json_each(${JSON.stringify(recordingIds)}) w
    JOIN transcripts t ON t.recording_id = w.value JOIN original_segments o ON o.transcript_id = t.id
    GROUP BY t.recording_id`.execute(db);
  return new Map(rows.map(({ id, corrections }) => [id, corrections]));
}

/** The id that the next new sentence gets. @param trx a transaction */
export async function nextSegmentId(trx: Db): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    SELECT seq FROM sqlite_sequence WHERE name = 'transcript_segments'`.execute(trx);
  return (rows[0]?.seq ?? 0) + 1;
}

export interface LayerChange {
  removed: readonly number[];
  added: readonly StoredSegment[];
  changed: readonly StoredSegment[];
  /** Those that only moved up or down. */
  moved: readonly { id: number; seq: number }[];
  /** Of sentences that were there, where what the index holds of them changed; of added ones always. */
  index: readonly IndexEntry[];
  originals: { put: readonly StoredOriginal[]; gone: readonly number[] };
  editedAt: number;
}

/** Writes the difference that an edit made. @param trx the transaction of the edit */
export async function changeLayer(trx: Db, transcriptId: string, change: LayerChange): Promise<void> {
  const { removed, added, changed, moved, originals } = change;
  await trx
    .deleteFrom('transcript_segments')
    .where('id', 'in', [...removed])
    .execute();
  // Places are unique: out of the way first.
  const places = JSON.stringify([...changed, ...moved].map(({ id, seq }) => [id, seq]));
  await sql`UPDATE transcript_segments SET seq = -1 - seq
    WHERE id IN (SELECT value ->> 0 FROM json_each(${places}))`.execute(trx);
  await insertSegments(trx, transcriptId, added);
  await sql`UPDATE transcript_segments SET seq = p.value ->> 1 FROM json_each(${places}) p
    WHERE transcript_segments.id = p.value ->> 0`.execute(trx);
  for (const { id, ...values } of changed)
    await trx.updateTable('transcript_segments').set(values).where('id', '=', id).execute();
  const isNew = new Set(added.map(({ id }) => id));
  await indexSegments(
    trx,
    change.index.filter(({ id }) => isNew.has(id)),
  );
  await reindexSegments(
    trx,
    change.index.filter(({ id }) => !isNew.has(id)),
  );
  await trx
    .deleteFrom('original_segments')
    .where('id', 'in', [...originals.gone])
    .execute();
  await putOriginals(trx, transcriptId, originals.put);
  await trx.updateTable('transcripts').set({ edited_at: change.editedAt }).where('id', '=', transcriptId).execute();
}

const batch = 500;

/** Sentences with the ids that they have. */
export async function insertSegments(trx: Db, transcriptId: string, rows: readonly StoredSegment[]): Promise<void> {
  for (let from = 0; from < rows.length; from += batch)
    await trx
      .insertInto('transcript_segments')
      .values(rows.slice(from, from + batch).map((row) => ({ ...row, transcript_id: transcriptId })))
      .execute();
}

export async function putOriginals(trx: Db, transcriptId: string, rows: readonly StoredOriginal[]): Promise<void> {
  for (let from = 0; from < rows.length; from += batch)
    await trx
      .replaceInto('original_segments')
      .values(rows.slice(from, from + batch).map((row) => ({ ...row, transcript_id: transcriptId })))
      .execute();
}

/** The edits on either side of where undo stands: the last one that stands, and the first one that was undone. */
export async function editsAtHand(
  trx: Db,
  transcriptId: string,
): Promise<{ last: TranscriptEditRow | undefined; undone: TranscriptEditRow | undefined }> {
  const edits = trx.selectFrom('transcript_edits').selectAll().where('transcript_id', '=', transcriptId);
  const last = await edits.where('undone', '=', 0).orderBy('number', 'desc').limit(1).executeTakeFirst();
  const undone = await edits.where('undone', '=', 1).orderBy('number').limit(1).executeTakeFirst();
  return { last, undone };
}

/** A new edit makes undone ones unreachable. */
export async function addEdit(
  trx: Db,
  edit: Omit<Insertable<TranscriptEditsTable>, 'number' | 'undone'>,
  last: TranscriptEditRow | undefined,
): Promise<void> {
  await trx
    .deleteFrom('transcript_edits')
    .where('transcript_id', '=', edit.transcript_id)
    .where('undone', '=', 1)
    .execute();
  await trx
    .insertInto('transcript_edits')
    .values({ ...edit, number: (last?.number ?? 0) + 1 })
    .execute();
}

/** Whether the edit was made, undone or not. */
export async function isEdit(trx: Db, transcriptId: string, editId: string): Promise<boolean> {
  const edits = trx.selectFrom('transcript_edits').select('id').where('transcript_id', '=', transcriptId);
  return (await edits.where('id', '=', editId).executeTakeFirst()) !== undefined;
}

export async function setUndone(trx: Db, editId: string, undone: boolean): Promise<void> {
  await trx
    .updateTable('transcript_edits')
    .set({ undone: Number(undone) })
    .where('id', '=', editId)
    .execute();
}
