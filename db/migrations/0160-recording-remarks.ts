import type { Migration } from './migration.ts';

/**
 * What an import has to say about a recording that came in all the same, as a JSON list; and whether the speakers of a
 * transcript were told apart by their voices only.
 */
export const recordingRemarks: Migration = {
  version: 160,
  name: 'recording remarks, estimated speakers',
  sql: `
    ALTER TABLE recordings ADD COLUMN remarks TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE transcripts ADD COLUMN speakers_estimated INTEGER NOT NULL DEFAULT 0 CHECK (speakers_estimated IN (0, 1));
  `,
};
