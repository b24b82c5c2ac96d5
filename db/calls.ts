/** Everything that is known of calls, many at a time: facts, call record, transcript and measures. */
import { sql } from 'kysely';
import { nameAtTheTime } from './agents.ts';
import type { LibraryDb } from './open.ts';
import type { AgentChannelFrom } from './schema.ts';
import type { TranscriptSegmentRow } from './transcripts.ts';

export interface CallRow {
  id: string;
  file: string;
  duration_ms: number | null;
  channels: number | null;
  agent_channel: number | null;
  agent_channel_from: AgentChannelFrom | null;
  agent_no: string | null;
  agent_name: string | null;
  team: string | null;
  business: string | null;
  direction: 'inbound' | 'outbound' | null;
  started_at: number | null;
  /** JSON list, as the contract's RecordingRemark. */
  remarks: string;
  call_record_id: string | null;
  ring_seconds: number | null;
  talk_seconds: number | null;
  hangup_by: 'agent' | 'customer' | null;
  satisfaction: string | null;
  /** The call record's row as read, JSON. */
  raw: string | null;
  timing: 'exact' | 'starts' | 'estimated' | null;
  /** 1: the speakers were told apart by their voices only. */
  speakers_estimated: number | null;
  speakers_by: 'labels' | 'numbers' | 'channels' | null;
  /** Of speakers by channels: the agent's channel for which they were named. */
  speakers_channel: number | null;
  /** Measures as JSON, of the version asked for. */
  measures: string | null;
  segments: TranscriptSegmentRow[];
}

/**
 * Calls in the order asked for; those that are no more are left out.
 * @param measures the version of measures that counts
 */
export async function storedCalls(library: LibraryDb, ids: readonly string[], measures: number): Promise<CallRow[]> {
  const wanted = JSON.stringify(ids);
  const { rows } = await sql<Omit<CallRow, 'segments'> & { transcript_id: string | null }>`
    SELECT r.id, r.file, r.duration_ms, r.channels, r.agent_channel, r.agent_channel_from, r.agent_no, ${nameAtTheTime} AS agent_name,
      t.name AS team, coalesce(r.business, c.business) AS business, r.direction, r.started_at, r.remarks,
      c.id AS call_record_id, c.ring_seconds, c.talk_seconds, c.hangup_by, c.satisfaction, c.raw,
      s.id AS transcript_id, s.timing, s.speakers_estimated, s.speakers_by,
      s.agent_channel AS speakers_channel, m.data AS measures
    FROM json_each(${wanted}) w
    JOIN recordings r ON r.id = w.value
    LEFT JOIN agents a ON a.agent_no = r.agent_no
    LEFT JOIN teams t ON t.id = r.team_id
    LEFT JOIN call_records c ON c.recording_id = r.id
    LEFT JOIN transcripts s ON s.recording_id = r.id
    LEFT JOIN measures m ON m.recording_id = r.id AND m.version = ${measures}
    ORDER BY w.key`.execute(library.db);
  const transcripts = rows.flatMap(({ transcript_id }) => transcript_id ?? []);
  const { rows: segments } = await sql<TranscriptSegmentRow>`
    SELECT s.id, s.transcript_id, s.seq, s.speaker, s.start_ms, s.end_ms, s.text, s.words
    FROM json_each(${JSON.stringify(transcripts)}) w
    JOIN transcript_segments s ON s.transcript_id = w.value
    ORDER BY w.key, s.seq`.execute(library.db);
  const byTranscript = Map.groupBy(segments, (segment) => segment.transcript_id);
  return rows.map(({ transcript_id, ...row }) => ({ ...row, segments: byTranscript.get(transcript_id ?? '') ?? [] }));
}
