import type { Migration } from './migration.ts';

/** Whether the situation that a rule is about arose in the call; where it did not, the rule says nothing about the service. */
export const findingsOccasion: Migration = {
  version: 200,
  name: 'findings with an occasion',
  sql: `
    ALTER TABLE findings ADD COLUMN occasion INTEGER NOT NULL DEFAULT 1 CHECK (occasion IN (0,1));
    UPDATE findings SET occasion = 0 WHERE verdict = 'met' AND reason_en = 'no occasion';
  `,
};
