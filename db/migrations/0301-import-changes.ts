import type { Migration } from './migration.ts';

/**
 * What an import changed of calls and call records that were there before it, as they were (`before`, a JSON object of
 * columns), so that the import can be taken back; and which import brought a call record.
 */
export const importChanges: Migration = {
  version: 301,
  name: 'what imports changed',
  sql: `
    CREATE TABLE import_changes (
      job_id TEXT NOT NULL REFERENCES jobs(id) ON DELETE CASCADE,
      recording_id TEXT REFERENCES recordings(id) ON DELETE CASCADE,
      call_record_id TEXT REFERENCES call_records(id) ON DELETE CASCADE,
      before TEXT NOT NULL,
      CHECK ((recording_id IS NULL) <> (call_record_id IS NULL)),
      UNIQUE (job_id, recording_id),
      UNIQUE (job_id, call_record_id)
    );
    CREATE INDEX import_changes_recording ON import_changes(recording_id);
    CREATE INDEX import_changes_call_record ON import_changes(call_record_id);
    ALTER TABLE call_records ADD COLUMN brought_by TEXT;
    CREATE INDEX call_records_brought_by ON call_records(brought_by);
  `,
};
