/** Spans of recordings kept for training. Times in milliseconds from the start of the recording. */
import { type Insertable, sql } from 'kysely';
import { nameAtTheTime } from './agents.ts';
import type { LibraryDb } from './open.ts';
import type { ClipsTable } from './schema.ts';

export interface ClipRow {
  id: string;
  recordingId: string;
  startMs: number;
  endMs: number;
  title: string;
  kind: 'good' | 'bad';
  templateId: string | null;
  itemId: string | null;
  note: string;
  text: string;
  createdAt: number;
  file: string;
  /** The original recording. */
  path: string;
  phone: string | null;
  agentNo: string | null;
  agentName: string | null;
  startedAt: number | null;
  businessDate: string | null;
  importedAt: number;
}

export interface ClipFilter {
  ids?: string[] | undefined;
  recordingId?: string | undefined;
  itemId?: string | undefined;
  kind?: 'good' | 'bad' | undefined;
  /** Part of the title, note, words, agent's name or 工号. */
  q?: string | undefined;
}

/** Clips, newest first. */
export async function listClips(library: LibraryDb, filter: ClipFilter): Promise<ClipRow[]> {
  let query = library.db
    .selectFrom('clips as c')
    .innerJoin('recordings as r', 'r.id', 'c.recording_id')
    .leftJoin('agents as a', 'a.agent_no', 'r.agent_no')
    .select([
      'c.id as id',
      'c.recording_id as recordingId',
      'c.start_ms as startMs',
      'c.end_ms as endMs',
      'c.title as title',
      'c.kind as kind',
      'c.template_id as templateId',
      'c.item_id as itemId',
      'c.note as note',
      'c.text as text',
      'c.created_at as createdAt',
      'r.file as file',
      'r.path as path',
      'r.phone as phone',
      'r.agent_no as agentNo',
      nameAtTheTime.as('agentName'),
      'r.started_at as startedAt',
      'r.business_date as businessDate',
      'r.imported_at as importedAt',
    ]);
  if (filter.ids) query = query.where('c.id', 'in', filter.ids);
  if (filter.recordingId !== undefined) query = query.where('c.recording_id', '=', filter.recordingId);
  if (filter.itemId !== undefined) query = query.where('c.item_id', '=', filter.itemId);
  if (filter.kind) query = query.where('c.kind', '=', filter.kind);
  if (filter.q) {
    const like = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((eb) =>
      eb.or(
        (['c.title', 'c.note', 'c.text', 'r.agent_no', nameAtTheTime] as const).map(
          (column) => sql<boolean>`${typeof column === 'string' ? sql.ref(column) : column} LIKE ${like} ESCAPE '\\'`,
        ),
      ),
    );
  }
  return query.orderBy('c.created_at', 'desc').orderBy('c.id', 'desc').execute();
}

export async function findClip(library: LibraryDb, id: string): Promise<ClipRow | undefined> {
  return (await listClips(library, { ids: [id] }))[0];
}

export async function insertClip(library: LibraryDb, clip: Insertable<ClipsTable>): Promise<void> {
  await library.db.insertInto('clips').values(clip).execute();
}

export type ClipPatch = Partial<Omit<ClipsTable, 'id' | 'recording_id' | 'created_at'>>;

export async function updateClip(library: LibraryDb, id: string, patch: ClipPatch): Promise<void> {
  await library.db.updateTable('clips').set(patch).where('id', '=', id).execute();
}

/** @returns how many there were */
export async function deleteClips(library: LibraryDb, ids: string[]): Promise<number> {
  const result = await library.db.deleteFrom('clips').where('id', 'in', ids).executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** What a clip needs to know of its recording; undefined when there is none. */
export async function clipSource(
  library: LibraryDb,
  recordingId: string,
): Promise<{ durationMs: number | null; file: string; phone: string | null; templateId: string | null } | undefined> {
  return library.db
    .selectFrom('recordings as r')
    .leftJoin('reviews as v', 'v.recording_id', 'r.id')
    .select(['r.duration_ms as durationMs', 'r.file as file', 'r.phone as phone', 'v.template_id as templateId'])
    .where('r.id', '=', recordingId)
    .executeTakeFirst();
}

export interface SpokenSentence {
  speaker: 'agent' | 'customer' | 'unknown';
  startMs: number;
  endMs: number;
  text: string;
}

/** Transcript sentences that overlap the span, in order. */
export async function sentencesInSpan(
  library: LibraryDb,
  recordingId: string,
  startMs: number,
  endMs: number,
): Promise<SpokenSentence[]> {
  return library.db
    .selectFrom('transcripts as t')
    .innerJoin('transcript_segments as s', 's.transcript_id', 't.id')
    .select(['s.speaker as speaker', 's.start_ms as startMs', 's.end_ms as endMs', 's.text as text'])
    .where('t.recording_id', '=', recordingId)
    .where('s.start_ms', '<', endMs)
    .where('s.end_ms', '>', startMs)
    .orderBy('s.start_ms')
    .orderBy('s.seq')
    .execute();
}
