import type { Migration } from './migration.ts';

/** Which model an engine's transcript came from, and which recording of a queue goes first. */
export const transcription: Migration = {
  version: 130,
  name: 'transcription',
  sql: `
    ALTER TABLE transcripts ADD COLUMN model_file TEXT;
    ALTER TABLE job_items ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;
  `,
};
