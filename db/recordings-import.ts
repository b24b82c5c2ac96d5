/** What an import reads and writes of recordings. */
import type { Insertable } from 'kysely';
import type { Db } from './open.ts';
import type { RecordingsTable } from './schema.ts';

export type NewRecording = Insertable<RecordingsTable>;

/** What file names and call records say about a call. */
export interface RecordingMetadata {
  agent_no: string | null;
  agent_name: string | null;
  team_id: string | null;
  phone: string | null;
  direction: 'inbound' | 'outbound' | null;
  started_at: number | null;
  business_date: string | null;
  business: string | null;
}

/** What a call record is matched by. */
export interface MatchFacts {
  id: string;
  path: string;
  file: string;
  fileKey: string | null;
  nearKey: string | null;
  agentNo: string | null;
  phone: string | null;
  startedAt: number | null;
}

const matchColumns = [
  'r.id',
  'r.path',
  'r.file',
  'r.file_key as fileKey',
  'r.near_key as nearKey',
  'r.agent_no as agentNo',
  'r.phone',
  'r.started_at as startedAt',
] as const;

export async function recordingIdBySha(db: Db, sha256: string): Promise<string | null> {
  const row = await db.selectFrom('recordings').select('id').where('sha256', '=', sha256).executeTakeFirst();
  return row?.id ?? null;
}

export async function insertRecording(db: Db, recording: NewRecording): Promise<void> {
  await db.insertInto('recordings').values(recording).execute();
}

/** With the JSON list of what a person corrected. */
export async function recordingMetadata(db: Db, id: string): Promise<RecordingMetadata & { by_hand: string }> {
  return db
    .selectFrom('recordings')
    .select(['agent_no', 'agent_name', 'team_id', 'phone', 'direction', 'started_at', 'business_date', 'business'])
    .select('by_hand')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

export async function updateRecordingMetadata(db: Db, id: string, metadata: Partial<RecordingMetadata>): Promise<void> {
  if (Object.keys(metadata).length === 0) return;
  await db.updateTable('recordings').set(metadata).where('id', '=', id).execute();
}

export async function matchFacts(db: Db, id: string): Promise<MatchFacts> {
  return db.selectFrom('recordings as r').select(matchColumns).where('r.id', '=', id).executeTakeFirstOrThrow();
}

/** Recordings that no call record belongs to yet: by the files' compared names, by the start within a span of time, or those of a job. */
export async function recordingsWithoutCallRecord(
  db: Db,
  by:
    | { fileKeys: readonly string[] }
    | { nearKeys: readonly string[] }
    | { from: number; to: number }
    | { jobId: string },
): Promise<MatchFacts[]> {
  const query = db
    .selectFrom('recordings as r')
    .leftJoin('call_records as c', 'c.recording_id', 'r.id')
    .select(matchColumns)
    .where('c.id', 'is', null);
  if ('fileKeys' in by) return query.where('r.file_key', 'in', by.fileKeys).execute();
  if ('nearKeys' in by) return query.where('r.near_key', 'in', by.nearKeys).execute();
  return 'jobId' in by
    ? query
        .where('r.id', 'in', (eb) =>
          eb.selectFrom('job_items as i').select('i.recording_id').where('i.job_id', '=', by.jobId),
        )
        .execute()
    : query.where('r.started_at', '>=', by.from).where('r.started_at', '<=', by.to).execute();
}

/** @param remarks JSON list in place of the one before */
export async function setRemarks(db: Db, recordingId: string, remarks: string): Promise<void> {
  await db.updateTable('recordings').set({ remarks }).where('id', '=', recordingId).execute();
}

export async function remarksOf(db: Db, recordingId: string): Promise<string> {
  const row = await db
    .selectFrom('recordings')
    .select('remarks')
    .where('id', '=', recordingId)
    .executeTakeFirstOrThrow();
  return row.remarks;
}

export async function hasTranscript(db: Db, recordingId: string): Promise<boolean> {
  const row = await db
    .selectFrom('recordings')
    .select('has_transcript')
    .where('id', '=', recordingId)
    .executeTakeFirst();
  return row?.has_transcript === 1;
}
