import type { Migration } from './migration.ts';

/** Which of its facts a person corrected: what files and call records say no longer changes them. */
export const byHand: Migration = {
  version: 300,
  name: 'facts corrected by hand',
  sql: `ALTER TABLE recordings ADD COLUMN by_hand TEXT NOT NULL DEFAULT '[]';`,
};
