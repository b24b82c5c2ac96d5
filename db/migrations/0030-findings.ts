import type { Migration } from './migration.ts';

export const findings: Migration = {
  version: 30,
  name: 'findings',
  sql: `
    CREATE TABLE measures (
      recording_id TEXT PRIMARY KEY REFERENCES recordings(id) ON DELETE CASCADE,
      version INTEGER NOT NULL, data TEXT NOT NULL, created_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE findings (
      id TEXT PRIMARY KEY, recording_id TEXT NOT NULL REFERENCES recordings(id) ON DELETE CASCADE,
      rule TEXT NOT NULL, rule_version INTEGER NOT NULL, params TEXT NOT NULL,
      severity TEXT NOT NULL CHECK (severity IN ('fatal','serious','minor')),
      verdict TEXT NOT NULL CHECK (verdict IN ('met','not_met','cannot_tell')),
      reason_zh TEXT NOT NULL, reason_en TEXT NOT NULL, value REAL,
      decision INTEGER CHECK (decision IN (0,1)), decided_by TEXT, decided_at INTEGER,
      created_at INTEGER NOT NULL, UNIQUE (recording_id, rule)
    ) STRICT;
    CREATE INDEX findings_verdict ON findings(verdict, severity, recording_id);
    CREATE TABLE finding_evidence (
      finding_id TEXT NOT NULL REFERENCES findings(id) ON DELETE CASCADE, seq INTEGER NOT NULL,
      start_ms INTEGER NOT NULL, end_ms INTEGER NOT NULL, channel INTEGER, text TEXT,
      PRIMARY KEY (finding_id, seq)
    ) STRICT, WITHOUT ROWID;
  `,
};
