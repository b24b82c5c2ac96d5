import type { Migration } from './migration.ts';

/** Answers of a draft, and items of its comments, by the templates that it had before: it may go back to one. */
export const answersSetAside: Migration = {
  version: 201,
  name: 'answers set aside',
  sql: `
    CREATE TABLE set_aside_answers (
      review_id TEXT NOT NULL REFERENCES reviews(id) ON DELETE CASCADE,
      template_id TEXT NOT NULL, template_version INTEGER NOT NULL, item_id TEXT NOT NULL,
      answer TEXT NOT NULL CHECK (answer IN ('yes','partly','no','na')), count INTEGER, cause TEXT,
      by_person INTEGER NOT NULL, updated_at INTEGER NOT NULL, PRIMARY KEY (review_id, template_id, item_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE set_aside_comment_items (
      comment_id TEXT NOT NULL REFERENCES review_comments(id) ON DELETE CASCADE,
      template_id TEXT NOT NULL, item_id TEXT NOT NULL, PRIMARY KEY (comment_id, template_id)
    ) STRICT, WITHOUT ROWID;
  `,
};
