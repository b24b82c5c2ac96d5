import type { Migration } from './migration.ts';

/**
 * What a call record is told from other attempts by (whether anybody answered), what else it is matched by (the phone
 * system's name of the call; the file's name without what copying adds), and by which rule it was matched.
 */
export const matching: Migration = {
  version: 241,
  name: 'matching of call records',
  sql: `
    ALTER TABLE recordings ADD COLUMN near_key TEXT;
    CREATE INDEX recordings_near_key ON recordings(near_key);
    ALTER TABLE call_records ADD COLUMN near_key TEXT;
    ALTER TABLE call_records ADD COLUMN call_id TEXT;
    ALTER TABLE call_records ADD COLUMN answered INTEGER CHECK (answered IN (0, 1));
    ALTER TABLE call_records ADD COLUMN matched_by TEXT;
    CREATE INDEX call_records_near_key ON call_records(near_key) WHERE recording_id IS NULL;
    CREATE INDEX call_records_call_id ON call_records(call_id) WHERE recording_id IS NULL;
  `,
};
