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

/** What a person may correct; absent = as it is, null = unknown. */
export interface RecordingCorrection {
  agentId?: string | null | undefined;
  /** The agent's own name: changes wherever this person is shown. */
  agent?: { name: string | null; initials: string | null } | undefined;
  team?: { name: string; newId: string } | null | undefined;
  direction?: 'inbound' | 'outbound' | null | undefined;
  agentChannel?: number | null | undefined;
}

/** Agents and teams that do not exist yet are made. All or nothing. */
export async function correctRecording(library: LibraryDb, id: string, change: RecordingCorrection): Promise<void> {
  await library.db.transaction().execute(async (tx) => {
    if (change.agentId) {
      await tx
        .insertInto('agents')
        .values({ agent_no: change.agentId, name: null, initials: null, team_id: null })
        .onConflict((oc) => oc.doNothing())
        .execute();
    }
    const teamId = change.team ? await teamNamed(tx, change.team) : change.team;
    const columns = {
      agent_no: change.agentId,
      // The name that was told belongs to the agent who was named before.
      ...(change.agentId === undefined ? {} : { agent_name: null }),
      team_id: teamId,
      direction: change.direction,
      agent_channel: change.agentChannel,
      agent_channel_from: change.agentChannel === undefined ? undefined : ('person' as const),
    };
    if (Object.values(columns).some((value) => value !== undefined))
      await tx.updateTable('recordings').set(columns).where('id', '=', id).execute();
    if (change.agent) await renameAgent(tx, id, change.agent);
  });
}

/** Wherever the same person is shown: all calls of the number, unless it belonged to others too. */
async function renameAgent(tx: Db, id: string, to: { name: string | null; initials: string | null }): Promise<void> {
  const call = await tx
    .selectFrom('recordings as r')
    .innerJoin('agents as a', 'a.agent_no', 'r.agent_no')
    .select(['a.agent_no as agentNo', 'a.name as current', 'a.passed_on as passedOn', nameAtTheTime.as('name')])
    .where('r.id', '=', id)
    .executeTakeFirst();
  if (!call) return;
  if (call.passedOn === 0 || call.name === call.current)
    await tx.updateTable('agents').set(to).where('agent_no', '=', call.agentNo).execute();
  const named = tx.updateTable('recordings').set({ agent_name: to.name }).where('agent_no', '=', call.agentNo);
  if (call.passedOn === 0) await named.where('agent_name', 'is not', null).execute();
  else if (call.name === null) await named.where('id', '=', id).execute();
  else await named.where('agent_name', '=', call.name).execute();
}

async function teamNamed(tx: Db, team: { name: string; newId: string }): Promise<string> {
  await tx
    .insertInto('teams')
    .values({ id: team.newId, name: team.name })
    .onConflict((oc) => oc.column('name').doNothing())
    .execute();
  const row = await tx.selectFrom('teams').select('id').where('name', '=', team.name).executeTakeFirstOrThrow();
  return row.id;
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
