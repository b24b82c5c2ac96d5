import type { Migration } from './migration.ts';

/** Why nobody spoke, of evidence that is a wait or a silence. */
export const evidenceCause: Migration = {
  version: 210,
  name: 'evidence cause',
  sql: 'ALTER TABLE finding_evidence ADD COLUMN cause TEXT;',
};
