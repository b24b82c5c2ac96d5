import type { Migration } from './migration.ts';

/**
 * What a call-record row and a recording are told by, so that either may come first: the file's name in compared
 * form (lower case, no extension), or the time with agent and number.
 */
export const callRecordKeys: Migration = {
  version: 90,
  name: 'call record keys',
  sql: `
    ALTER TABLE recordings ADD COLUMN file_key TEXT;
    UPDATE recordings SET file_key = lower(
      CASE WHEN instr(file, '.') > 1 THEN rtrim(rtrim(file, replace(file, '.', '')), '.') ELSE file END);
    CREATE INDEX recordings_file_key ON recordings(file_key);

    ALTER TABLE call_records ADD COLUMN row_key TEXT;
    ALTER TABLE call_records ADD COLUMN file_key TEXT;
    ALTER TABLE call_records ADD COLUMN folder TEXT NOT NULL DEFAULT '';
    ALTER TABLE call_records ADD COLUMN agent_no TEXT;
    ALTER TABLE call_records ADD COLUMN agent_name TEXT;
    ALTER TABLE call_records ADD COLUMN team TEXT;
    ALTER TABLE call_records ADD COLUMN phone TEXT;
    ALTER TABLE call_records ADD COLUMN direction TEXT CHECK (direction IN ('inbound','outbound'));
    ALTER TABLE call_records ADD COLUMN started_at INTEGER;
    ALTER TABLE call_records ADD COLUMN business TEXT;
    ALTER TABLE call_records ADD COLUMN job_id TEXT;
    DROP INDEX call_records_file;
    CREATE UNIQUE INDEX call_records_row_key ON call_records(row_key);
    CREATE INDEX call_records_file_key ON call_records(file_key);
    CREATE INDEX call_records_waiting ON call_records(started_at) WHERE recording_id IS NULL;
    CREATE INDEX call_records_job ON call_records(job_id, recording_id);
  `,
};
