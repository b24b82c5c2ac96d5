import type { Migration } from './migration.ts';

/**
 * A service number passes from one person to another: a call keeps the name that it was told with. `passed_on` marks
 * numbers that more than one name was told of; `told_at` is the start of the call that told the agent's name last.
 */
export const namesOfTheTime: Migration = {
  version: 240,
  name: 'names of the time of the call',
  sql: `
    ALTER TABLE recordings ADD COLUMN agent_name TEXT;
    ALTER TABLE agents ADD COLUMN told_at INTEGER;
    ALTER TABLE agents ADD COLUMN passed_on INTEGER NOT NULL DEFAULT 0 CHECK (passed_on IN (0, 1));
  `,
};
