import type { Migration } from './migration.ts';

/** The search index is contentless FTS5 over bigrams made by the core; its rowid is the segment's id. */
export const transcripts: Migration = {
  version: 20,
  name: 'transcripts',
  sql: `
    CREATE TABLE transcripts (
      id TEXT PRIMARY KEY, recording_id TEXT NOT NULL UNIQUE REFERENCES recordings(id) ON DELETE CASCADE,
      source TEXT NOT NULL CHECK (source IN ('import','engine')), engine TEXT, model_sha256 TEXT,
      source_file TEXT, created_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE transcript_segments (
      id INTEGER PRIMARY KEY AUTOINCREMENT, transcript_id TEXT NOT NULL REFERENCES transcripts(id) ON DELETE CASCADE,
      seq INTEGER NOT NULL, speaker TEXT NOT NULL CHECK (speaker IN ('agent','customer','unknown')),
      start_ms INTEGER NOT NULL, end_ms INTEGER NOT NULL, text TEXT NOT NULL, words TEXT,
      UNIQUE (transcript_id, seq)
    ) STRICT;
    CREATE VIRTUAL TABLE segment_search USING fts5(
      grams, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0"
    );
    INSERT INTO segment_search(segment_search, rank) VALUES('secure-delete', 1);
    CREATE TRIGGER segment_search_delete AFTER DELETE ON transcript_segments BEGIN
      DELETE FROM segment_search WHERE rowid = old.id;
    END;
  `,
};
