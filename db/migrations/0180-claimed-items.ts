import type { Migration } from './migration.ts';

/** Which items of a job are in work: an item is claimed by one statement, so that nothing is worked on twice. */
export const claimedItems: Migration = {
  version: 180,
  name: 'claimed-items',
  sql: `
    ALTER TABLE job_items ADD COLUMN claimed INTEGER NOT NULL DEFAULT 0;
  `,
};
