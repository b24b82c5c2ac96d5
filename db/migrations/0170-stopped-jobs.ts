import type { Migration } from './migration.ts';

/**
 * Why a job stopped as a whole: told also after the program was closed. A queue of 100,000 recordings is looked at often:
 * for what comes next, and for where one recording is.
 */
export const stoppedJobs: Migration = {
  version: 170,
  name: 'stopped-jobs',
  sql: `
    ALTER TABLE jobs ADD COLUMN stopped TEXT;
    CREATE INDEX job_items_in_order ON job_items (job_id, state, priority DESC, seq);
    CREATE INDEX job_items_recording ON job_items (recording_id) WHERE recording_id IS NOT NULL;
  `,
};
