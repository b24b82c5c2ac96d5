import type { Migration } from './migration.ts';

/** Why a job stopped as a whole: told also after the program was closed. */
export const stoppedJobs: Migration = {
  version: 170,
  name: 'stopped-jobs',
  sql: 'ALTER TABLE jobs ADD COLUMN stopped TEXT;',
};
