import type { Migration } from './migration.ts';

export const recordings: Migration = {
  version: 10,
  name: 'recordings',
  sql: `
    CREATE TABLE teams (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE agents (
      agent_no TEXT PRIMARY KEY, name TEXT, initials TEXT, team_id TEXT REFERENCES teams(id)
    ) STRICT;
    CREATE TABLE recordings (
      id TEXT PRIMARY KEY, path TEXT NOT NULL, file TEXT NOT NULL,
      origin TEXT NOT NULL CHECK (origin IN ('referenced','copied')),
      size_bytes INTEGER NOT NULL, mtime_ms INTEGER NOT NULL, sha256 TEXT NOT NULL UNIQUE,
      codec TEXT, container TEXT, sample_rate INTEGER, channels INTEGER, duration_ms INTEGER,
      status TEXT NOT NULL CHECK (status IN ('imported','analysed','failed')),
      agent_no TEXT REFERENCES agents(agent_no), team_id TEXT REFERENCES teams(id), agent_channel INTEGER,
      phone TEXT, direction TEXT CHECK (direction IN ('inbound','outbound')),
      started_at INTEGER, business_date TEXT, business TEXT,
      playback TEXT NOT NULL CHECK (playback IN ('original','proxy')),
      peaks_file TEXT, proxy_file TEXT, imported_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX recordings_started ON recordings(started_at DESC, id);
    CREATE INDEX recordings_date ON recordings(business_date);
    CREATE INDEX recordings_agent ON recordings(agent_no, started_at);
    CREATE INDEX recordings_team ON recordings(team_id, started_at);
    CREATE INDEX recordings_file ON recordings(file);
    CREATE TABLE call_records (
      id TEXT PRIMARY KEY, recording_id TEXT UNIQUE REFERENCES recordings(id) ON DELETE CASCADE,
      file TEXT, source_file TEXT NOT NULL, ring_seconds REAL, talk_seconds REAL,
      hangup_by TEXT CHECK (hangup_by IN ('agent','customer')), hangup_raw TEXT, satisfaction TEXT,
      raw TEXT NOT NULL, imported_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX call_records_file ON call_records(file);
  `,
};
