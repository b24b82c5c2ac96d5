/** The agent's channel of recordings, and the speakers of transcripts that were named by it. */
import { sql } from 'kysely';
import type { Db } from './open.ts';
import type { AgentChannelFrom } from './schema.ts';

export interface StoredSide {
  recordingId: string;
  channel: number | null;
  from: AgentChannelFrom | null;
}

/** The sides of those that have two channels with a voice each, in the order asked for. */
export async function agentSides(db: Db, recordingIds: readonly string[]): Promise<StoredSide[]> {
  const { rows } = await sql<StoredSide>`
    SELECT r.id AS recordingId, r.agent_channel AS channel, r.agent_channel_from AS "from"
    FROM json_each(${JSON.stringify(recordingIds)}) w JOIN recordings r ON r.id = w.value
    WHERE r.agent_channel_from IS NOT NULL ORDER BY w.key`.execute(db);
  return rows;
}

/** Stores whose channel which is; sentences that were given to a speaker by their channel follow. */
export async function saveAgentSides(tx: Db, sides: readonly StoredSide[]): Promise<void> {
  if (sides.length === 0) return;
  const given = JSON.stringify(sides);
  await sql`UPDATE recordings SET agent_channel = w.value ->> 'channel', agent_channel_from = w.value ->> 'from'
    FROM json_each(${given}) w WHERE recordings.id = w.value ->> 'recordingId'`.execute(tx);
  const { rows } = await sql<{ id: string }>`
    UPDATE transcripts SET agent_channel = w.value ->> 'channel'
    FROM json_each(${given}) w
    WHERE transcripts.recording_id = w.value ->> 'recordingId' AND transcripts.speakers_by = 'channels'
      AND w.value ->> 'channel' IS NOT NULL AND transcripts.agent_channel <> w.value ->> 'channel'
    RETURNING transcripts.id`.execute(tx);
  if (rows.length === 0) return;
  const turned = sql`transcript_id IN (SELECT value FROM json_each(${JSON.stringify(rows.map(({ id }) => id))}))`;
  const other = sql`CASE speaker WHEN 'agent' THEN 'customer' WHEN 'customer' THEN 'agent' ELSE speaker END`;
  await sql`UPDATE transcript_segments SET speaker = ${other} WHERE ${turned}`.execute(tx);
  await sql`UPDATE original_segments SET speaker = ${other} WHERE ${turned}`.execute(tx);
}
