import type { Migration } from './migration.ts';

/**
 * How it is known which channel carries the agent; null where the voices share one channel. Until now the left one was
 * taken, so that only the other one can have been a person's word. Of a transcript: how its speakers are known, and
 * for which agent's channel they were named where they are those of channels.
 */
export const agentSide: Migration = {
  version: 220,
  name: 'channel of the agent',
  sql: `
    ALTER TABLE recordings ADD COLUMN agent_channel_from TEXT CHECK (agent_channel_from IN
      ('person','call-record','transcript','words','assumed','unclear','contradicted'));
    UPDATE recordings SET agent_channel_from = CASE agent_channel WHEN 0 THEN 'assumed' ELSE 'person' END
      WHERE agent_channel IS NOT NULL;
    ALTER TABLE transcripts ADD COLUMN speakers_by TEXT NOT NULL DEFAULT 'labels'
      CHECK (speakers_by IN ('labels','numbers','channels'));
    ALTER TABLE transcripts ADD COLUMN agent_channel INTEGER;
    UPDATE transcripts SET speakers_by = 'channels',
      agent_channel = (SELECT agent_channel FROM recordings r WHERE r.id = transcripts.recording_id)
      WHERE source = 'engine' AND speakers_estimated = 0
        AND (SELECT agent_channel FROM recordings r WHERE r.id = transcripts.recording_id) IS NOT NULL;
  `,
};
