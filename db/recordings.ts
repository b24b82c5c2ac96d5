/** Single recordings: their rows for people, their files, corrections and removal. */
import { nameAtTheTime } from './agents.ts';
import { clearWriteAheadLog, type Db, type LibraryDb } from './open.ts';

/** A recording as lists and details show it; the phone number is whole. */
export type RecordingView = Awaited<ReturnType<typeof recordingViews>>[number];

function views(db: Db) {
  return db
    .selectFrom('recordings as r')
    .leftJoin('agents as a', 'a.agent_no', 'r.agent_no')
    .leftJoin('teams as t', 't.id', 'r.team_id')
    .leftJoin('call_records as c', 'c.recording_id', 'r.id')
    .select([
      'r.id',
      'r.file',
      'r.path',
      'r.origin',
      'r.agent_no as agentId',
      nameAtTheTime.as('agentName'),
      't.name as team',
      'r.phone',
      'r.direction',
      'r.started_at as startedAt',
      'r.business_date as businessDate',
      'r.duration_ms as durationMs',
      'r.channels',
      'r.codec',
      'r.sample_rate as sampleRate',
      'r.size_bytes as sizeBytes',
      'r.sha256',
      'r.business',
      'c.hangup_by as hangupBy',
      'c.ring_seconds as ringSeconds',
      'r.status',
      'r.agent_channel as agentChannel',
      'r.agent_channel_from as agentChannelFrom',
      'r.playback',
      'r.peaks_file as peaksFile',
      'r.proxy_file as proxyFile',
      'r.imported_at as importedAt',
      'r.remarks',
      'r.has_transcript as hasTranscript',
      'r.open_fatal as openFatal',
      'r.open_serious as openSerious',
      'r.open_minor as openMinor',
      'r.open_unknown as openUnknown',
      'r.open_mark as openMark',
      'r.review_state as reviewState',
      'r.review_id as reviewId',
      'r.score',
      'r.passed',
    ]);
}

/** In the order of the ids; an id without a recording is left out. */
export async function recordingViews(library: LibraryDb, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await views(library.db).where('r.id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export interface StoredFiles {
  id: string;
  file: string;
  path: string;
  origin: 'referenced' | 'copied';
  sizeBytes: number;
  sha256: string;
  playback: 'original' | 'proxy';
  peaksFile: string | null;
  proxyFile: string | null;
}

const fileColumns = [
  'id',
  'file',
  'path',
  'origin',
  'size_bytes as sizeBytes',
  'sha256',
  'playback',
  'peaks_file as peaksFile',
  'proxy_file as proxyFile',
] as const;

export function recordingFiles(library: LibraryDb, id: string): Promise<StoredFiles | undefined> {
  return library.db.selectFrom('recordings').select(fileColumns).where('id', '=', id).executeTakeFirst();
}

/** The files of every recording, oldest import first, `limit` after the given id at a time. */
export function recordingFilesAfter(library: LibraryDb, after: string, limit: number): Promise<StoredFiles[]> {
  return library.db
    .selectFrom('recordings')
    .select(fileColumns)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
}

export async function countRecordings(library: LibraryDb): Promise<number> {
  const row = await library.db
    .selectFrom('recordings')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** SQLite takes at most 32,766 parameters in a statement. */
const chunk = 30_000;

/** Whole numbers by recording id, in the order asked; ids without a recording are left out. */
export async function phonesOf(library: LibraryDb, ids: readonly string[]): Promise<Map<string, string | null>> {
  const found = new Map<string, string | null>();
  for (let from = 0; from < ids.length; from += chunk) {
    const part = ids.slice(from, from + chunk);
    const rows = await library.db.selectFrom('recordings').select(['id', 'phone']).where('id', 'in', part).execute();
    const phones = new Map(rows.map((row) => [row.id, row.phone]));
    for (const id of part) if (phones.has(id)) found.set(id, phones.get(id)!);
  }
  return found;
}

export async function moveRecording(
  library: LibraryDb,
  id: string,
  place: { path: string; file: string; mtimeMs: number },
): Promise<void> {
  await library.db
    .updateTable('recordings')
    .set({ path: place.path, file: place.file, mtime_ms: place.mtimeMs, origin: 'referenced' })
    .where('id', '=', id)
    .execute();
}

export interface RemovedRecording extends StoredFiles {
  clipIds: string[];
}

/**
 * Deletes the recordings with all that hangs on them (transcripts and their search index, findings, reviews,
 * clips, call records) and runs `inTransaction` before the commit.
 * @returns what was there, with the files that the caller must now delete
 */
export async function deleteRecordings(
  library: LibraryDb,
  ids: readonly string[],
  inTransaction: (tx: Db, removed: readonly RemovedRecording[]) => Promise<void>,
): Promise<RemovedRecording[]> {
  const removed = await library.db.transaction().execute(async (tx) => {
    const rows = await tx.selectFrom('recordings').select(fileColumns).where('id', 'in', ids).execute();
    const clips = await tx
      .selectFrom('clips')
      .select(['id', 'recording_id'])
      .where('recording_id', 'in', ids)
      .execute();
    const found = rows.map((row) => ({
      ...row,
      clipIds: clips.filter((clip) => clip.recording_id === row.id).map((clip) => clip.id),
    }));
    await inTransaction(tx, found);
    await tx.deleteFrom('recordings').where('id', 'in', ids).execute();
    return found;
  });
  await clearWriteAheadLog(library.db);
  return removed;
}
