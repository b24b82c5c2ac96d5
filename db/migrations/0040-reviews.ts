import type { Migration } from './migration.ts';

export const reviews: Migration = {
  version: 40,
  name: 'reviews',
  sql: `
    CREATE TABLE template_versions (
      template_id TEXT NOT NULL, version INTEGER NOT NULL, title_zh TEXT NOT NULL, title_en TEXT NOT NULL,
      mode TEXT NOT NULL CHECK (mode IN ('percentage','deduction')), content TEXT NOT NULL,
      sha256 TEXT NOT NULL, published_at INTEGER NOT NULL, PRIMARY KEY (template_id, version)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER template_versions_immutable BEFORE UPDATE ON template_versions BEGIN
      SELECT RAISE(ABORT, 'a published template version never changes');
    END;
    CREATE TABLE reviews (
      id TEXT PRIMARY KEY, recording_id TEXT NOT NULL REFERENCES recordings(id) ON DELETE CASCADE,
      template_id TEXT NOT NULL, template_version INTEGER NOT NULL, inspector TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('draft','submitted','skipped')),
      before INTEGER, after INTEGER, raw INTEGER, passed INTEGER, excellent INTEGER NOT NULL DEFAULT 0,
      fatal INTEGER NOT NULL DEFAULT 0, machine_score INTEGER,
      heard TEXT NOT NULL DEFAULT '[]', heard_ratio REAL NOT NULL DEFAULT 0, work_ms INTEGER NOT NULL DEFAULT 0,
      skip_reason TEXT, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, submitted_at INTEGER,
      FOREIGN KEY (template_id, template_version) REFERENCES template_versions(template_id, version)
    ) STRICT;
    CREATE UNIQUE INDEX reviews_one_per_recording ON reviews(recording_id);
    CREATE INDEX reviews_state ON reviews(state, submitted_at);
    CREATE TABLE review_answers (
      review_id TEXT NOT NULL REFERENCES reviews(id) ON DELETE CASCADE, item_id TEXT NOT NULL,
      answer TEXT NOT NULL CHECK (answer IN ('yes','partly','no','na')), count INTEGER, cause TEXT,
      by_person INTEGER NOT NULL, updated_at INTEGER NOT NULL, PRIMARY KEY (review_id, item_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE review_lines (
      review_id TEXT NOT NULL REFERENCES reviews(id) ON DELETE CASCADE, item_id TEXT NOT NULL,
      section_id TEXT NOT NULL, article TEXT NOT NULL, title_zh TEXT NOT NULL, title_en TEXT NOT NULL,
      severity TEXT NOT NULL, answer TEXT, count INTEGER, applicable INTEGER NOT NULL,
      possible INTEGER NOT NULL, earned INTEGER NOT NULL, lost INTEGER NOT NULL,
      effect TEXT NOT NULL, cause TEXT, PRIMARY KEY (review_id, item_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX review_lines_lost ON review_lines(item_id, lost);
    CREATE TABLE review_comments (
      id TEXT PRIMARY KEY, review_id TEXT NOT NULL REFERENCES reviews(id) ON DELETE CASCADE, item_id TEXT,
      at_ms INTEGER NOT NULL, end_ms INTEGER, text TEXT NOT NULL, quote TEXT,
      created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX review_comments_review ON review_comments(review_id, at_ms);
  `,
};
