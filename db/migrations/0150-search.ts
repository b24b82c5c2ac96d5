import type { Migration } from './migration.ts';

/**
 * Saved searches; and a search index that also holds single characters (prefix 1), without which one common
 * character means merging every pair that begins with it. What the old index held is read back from it: what was
 * hidden before indexing stays hidden.
 */
export const search: Migration = {
  version: 150,
  name: 'search',
  sql: `
    CREATE TABLE saved_searches (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, query TEXT NOT NULL, created_at INTEGER NOT NULL
    ) STRICT;

    CREATE VIRTUAL TABLE temp.indexed_grams USING fts5vocab('main', 'segment_search', 'instance');
    CREATE TEMP TABLE former_search AS
      SELECT doc, group_concat(term, ' ') AS grams
      FROM (SELECT doc, term FROM temp.indexed_grams ORDER BY doc, offset) GROUP BY doc;
    DROP TABLE temp.indexed_grams;
    DROP TRIGGER segment_search_delete;
    DROP TABLE segment_search;
    CREATE VIRTUAL TABLE segment_search USING fts5(
      grams, content='', contentless_delete=1, prefix='1', tokenize="unicode61 remove_diacritics 0"
    );
    INSERT INTO segment_search(segment_search, rank) VALUES('secure-delete', 1);
    INSERT INTO segment_search(rowid, grams) SELECT doc, grams FROM temp.former_search;
    DROP TABLE temp.former_search;
    CREATE TRIGGER segment_search_delete AFTER DELETE ON transcript_segments BEGIN
      DELETE FROM segment_search WHERE rowid = old.id;
    END;
  `,
};
