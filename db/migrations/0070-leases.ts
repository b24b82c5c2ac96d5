import type { Migration } from './migration.ts';

/** Who is doing a piece of work that must not be done twice, and until when that claim holds without a renewal. */
export const leases: Migration = {
  version: 70,
  name: 'leases',
  sql: `
    CREATE TABLE leases (
      name TEXT PRIMARY KEY, holder TEXT NOT NULL, expires_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
