/** Rows put straight into a test library: what imports, detectors and reviews would have left there. */
import { createHash } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { FindingsTable, LibraryDb, RecordingsTable, ReviewsTable } from '../../db/index.ts';
import { indexGrams } from '../transcripts/search-index.ts';

export async function addTeam(library: LibraryDb, id: string, name: string): Promise<void> {
  await library.db.insertInto('teams').values({ id, name }).execute();
}

export async function addAgent(library: LibraryDb, agentNo: string, name: string, initials: string): Promise<void> {
  await library.db.insertInto('agents').values({ agent_no: agentNo, name, initials, team_id: null }).execute();
}

export async function addRecording(
  library: LibraryDb,
  id: string,
  values: Partial<Insertable<RecordingsTable>> = {},
): Promise<void> {
  const row: Insertable<RecordingsTable> = {
    id,
    path: `/calls/${id}.wav`,
    file: `${id}.wav`,
    origin: 'referenced',
    size_bytes: 1,
    mtime_ms: 0,
    sha256: createHash('sha256').update(id).digest('hex'),
    codec: 'pcm_s16le',
    container: 'wav',
    sample_rate: 8000,
    channels: 2,
    duration_ms: 60_000,
    status: 'imported',
    agent_no: null,
    team_id: null,
    agent_channel: null,
    // A channel that a test names is not to be decided anew.
    agent_channel_from: values.agent_channel == null ? null : 'person',
    phone: null,
    direction: null,
    started_at: null,
    business_date: null,
    business: null,
    playback: 'original',
    peaks_file: null,
    proxy_file: null,
    imported_at: 0,
  };
  await library.db
    .insertInto('recordings')
    .values({ ...row, ...values })
    .execute();
}

export async function addFinding(
  library: LibraryDb,
  recordingId: string,
  rule: string,
  values: Partial<Insertable<FindingsTable>>,
): Promise<void> {
  const row: Insertable<FindingsTable> = {
    id: `${recordingId}-${rule}`,
    recording_id: recordingId,
    rule,
    rule_version: 1,
    params: '{}',
    severity: 'minor',
    verdict: 'not_met',
    reason_zh: '',
    reason_en: '',
    value: null,
    decision: null,
    decided_by: null,
    decided_at: null,
    created_at: 0,
  };
  await library.db
    .insertInto('findings')
    .values({ ...row, ...values })
    .execute();
}

export async function addReview(
  library: LibraryDb,
  recordingId: string,
  values: Partial<Insertable<ReviewsTable>>,
): Promise<void> {
  await library.db
    .insertInto('template_versions')
    .values({
      template_id: 'test',
      version: 1,
      title_zh: '',
      title_en: '',
      mode: 'percentage',
      content: '{}',
      sha256: '',
      published_at: 0,
    })
    .onConflict((oc) => oc.doNothing())
    .execute();
  const row: Insertable<ReviewsTable> = {
    id: `review-${recordingId}`,
    recording_id: recordingId,
    template_id: 'test',
    template_version: 1,
    inspector: '王',
    state: 'draft',
    before: null,
    after: null,
    raw: null,
    passed: null,
    excellent: 0,
    fatal: 0,
    begun: 1,
    machine_score: null,
    heard: '[]',
    heard_ratio: 0,
    work_ms: 0,
    skip_reason: null,
    created_at: 0,
    updated_at: 0,
    submitted_at: null,
  };
  await library.db
    .insertInto('reviews')
    .values({ ...row, ...values })
    .execute();
}

/** One sentence of the customer, as imported and indexed. */
export async function addSentence(library: LibraryDb, recordingId: string, text: string): Promise<void> {
  const id = `transcript-${recordingId}`;
  await library.db
    .insertInto('transcripts')
    .values({
      id,
      recording_id: recordingId,
      source: 'import',
      engine: null,
      model_sha256: null,
      source_file: null,
      created_at: 0,
    })
    .execute();
  const { id: segment } = await library.db
    .insertInto('transcript_segments')
    .values({ transcript_id: id, seq: 0, speaker: 'customer', start_ms: 0, end_ms: 1000, text, words: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  library.raw.prepare('INSERT INTO segment_search(rowid, grams) VALUES (?, ?)').run(segment, indexGrams(text));
}
