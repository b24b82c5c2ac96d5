import type { Migration } from './migration.ts';

/** Of keys that were pressed in a call only their number stays: what customers typed is a card, an identity number, a PIN. */
export const keysCounted: Migration = {
  version: 190,
  name: 'keys-counted',
  sql: `
    UPDATE measures SET data = json_set(data, '$.tones', json((
      SELECT json_group_array(json(
        CASE WHEN value ->> '$.digits' IS NULL THEN value
        ELSE json_set(json_remove(value, '$.digits'), '$.count', length(value ->> '$.digits')) END))
      FROM (SELECT value FROM json_each(data, '$.tones') ORDER BY key))))
    WHERE data LIKE '%"digits"%';
  `,
};
