import type { Migration } from './migration.ts';

/** What an import has to say about a recording that came in all the same: a JSON list. */
export const recordingRemarks: Migration = {
  version: 160,
  name: 'recording remarks',
  sql: `ALTER TABLE recordings ADD COLUMN remarks TEXT NOT NULL DEFAULT '[]';`,
};
