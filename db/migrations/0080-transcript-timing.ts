import type { Migration } from './migration.ts';

/** How far a transcript's times can be trusted: as given, starts only (ends estimated), or all estimated. */
export const transcriptTiming: Migration = {
  version: 80,
  name: 'timing of transcripts',
  sql: `
    ALTER TABLE transcripts ADD COLUMN timing TEXT NOT NULL DEFAULT 'exact'
      CHECK (timing IN ('exact','starts','estimated'));
  `,
};
