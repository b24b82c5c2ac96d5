import type { Migration } from './migration.ts';

export const work: Migration = {
  version: 50,
  name: 'jobs, clips, settings, audit log',
  sql: `
    CREATE TABLE jobs (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, state TEXT NOT NULL, label TEXT NOT NULL, payload TEXT NOT NULL,
      result TEXT, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE job_items (
      id TEXT PRIMARY KEY, job_id TEXT NOT NULL REFERENCES jobs(id) ON DELETE CASCADE, seq INTEGER NOT NULL,
      path TEXT NOT NULL, state TEXT NOT NULL, code TEXT, params TEXT,
      recording_id TEXT REFERENCES recordings(id) ON DELETE SET NULL
    ) STRICT;
    CREATE INDEX job_items_job ON job_items(job_id, seq);
    CREATE INDEX job_items_failed ON job_items(state) WHERE state = 'failed';
    CREATE TABLE clips (
      id TEXT PRIMARY KEY, recording_id TEXT NOT NULL REFERENCES recordings(id) ON DELETE CASCADE,
      start_ms INTEGER NOT NULL, end_ms INTEGER NOT NULL CHECK (end_ms > start_ms), title TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('good','bad')), template_id TEXT, item_id TEXT,
      note TEXT NOT NULL, text TEXT NOT NULL, created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX clips_item ON clips(item_id, created_at);
    CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE audit_log (
      seq INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, who TEXT NOT NULL, action TEXT NOT NULL,
      subject TEXT, detail TEXT NOT NULL, prev_hash TEXT NOT NULL, hash TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER audit_log_no_update BEFORE UPDATE ON audit_log BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
    CREATE TRIGGER audit_log_no_delete BEFORE DELETE ON audit_log BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
  `,
};
