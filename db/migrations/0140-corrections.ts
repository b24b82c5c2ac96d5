import type { Migration } from './migration.ts';

/**
 * What people corrected in transcripts. The sentences stand as they are read; of those that a person touched the
 * original lies beside them, and each names the originals that it came from. A transcript with corrections that was
 * replaced is kept whole.
 */
export const corrections: Migration = {
  version: 140,
  name: 'corrections of transcripts',
  sql: `
    ALTER TABLE transcripts ADD COLUMN edited_at INTEGER;
    ALTER TABLE transcript_segments ADD COLUMN origins TEXT;
    CREATE TABLE original_segments (
      id INTEGER PRIMARY KEY, transcript_id TEXT NOT NULL REFERENCES transcripts(id) ON DELETE CASCADE,
      speaker TEXT NOT NULL CHECK (speaker IN ('agent','customer','unknown')),
      start_ms INTEGER NOT NULL, end_ms INTEGER NOT NULL, text TEXT NOT NULL, words TEXT,
      corrected_by TEXT NOT NULL, corrected_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX original_segments_transcript ON original_segments(transcript_id);
    CREATE TABLE transcript_edits (
      id TEXT PRIMARY KEY, transcript_id TEXT NOT NULL REFERENCES transcripts(id) ON DELETE CASCADE,
      number INTEGER NOT NULL, kind TEXT NOT NULL, who TEXT NOT NULL, at INTEGER NOT NULL,
      undone INTEGER NOT NULL DEFAULT 0, changes TEXT NOT NULL,
      UNIQUE (transcript_id, number)
    ) STRICT;
    CREATE TABLE replaced_transcripts (
      id TEXT PRIMARY KEY, recording_id TEXT NOT NULL REFERENCES recordings(id) ON DELETE CASCADE,
      replaced_at INTEGER NOT NULL, who TEXT NOT NULL, content TEXT NOT NULL
    ) STRICT;
    CREATE INDEX replaced_transcripts_recording ON replaced_transcripts(recording_id, replaced_at);
  `,
};
