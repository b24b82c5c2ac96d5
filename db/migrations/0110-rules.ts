import type { Migration } from './migration.ts';

/** Changes of rules, one row each, never rewritten; and decisions on findings of rules that are switched off. */
export const rules: Migration = {
  version: 110,
  name: 'rules',
  sql: `
    CREATE TABLE rule_revisions (
      rule TEXT NOT NULL, revision INTEGER NOT NULL, version INTEGER NOT NULL,
      action TEXT NOT NULL CHECK (action IN ('params','enabled','disabled','definition','removed','reverted')),
      enabled INTEGER NOT NULL CHECK (enabled IN (0,1)), removed INTEGER NOT NULL CHECK (removed IN (0,1)),
      params TEXT NOT NULL, definition TEXT, note TEXT NOT NULL, who TEXT NOT NULL, at INTEGER NOT NULL,
      PRIMARY KEY (rule, revision)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE kept_decisions (
      recording_id TEXT NOT NULL REFERENCES recordings(id) ON DELETE CASCADE, rule TEXT NOT NULL,
      broken INTEGER NOT NULL CHECK (broken IN (0,1)), decided_by TEXT, decided_at INTEGER,
      PRIMARY KEY (recording_id, rule)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX findings_rule ON findings(rule, verdict);
    CREATE INDEX findings_decided ON findings(rule, recording_id) WHERE decision IS NOT NULL;
  `,
};
