import type { Migration } from './migration.ts';

const openFindings = (recording: string) => `
  UPDATE recordings SET (open_fatal, open_serious, open_minor, open_unknown) = (
    SELECT coalesce(sum(verdict = 'not_met' AND severity = 'fatal' AND decision IS NOT 0), 0),
           coalesce(sum(verdict = 'not_met' AND severity = 'serious' AND decision IS NOT 0), 0),
           coalesce(sum(verdict = 'not_met' AND severity = 'minor' AND decision IS NOT 0), 0),
           coalesce(sum(verdict = 'cannot_tell'), 0)
    FROM findings WHERE recording_id = ${recording}
  ) WHERE id = ${recording};`;

/** Most findings say that all is well, and nothing in the list counts them: they are stored without a look at it. */
export const findingsMet: Migration = {
  version: 120,
  name: 'findings that are met',
  sql: `
    DROP TRIGGER findings_listed;
    DROP TRIGGER findings_unlisted;
    CREATE TRIGGER findings_listed AFTER INSERT ON findings WHEN new.verdict <> 'met'
      BEGIN ${openFindings('new.recording_id')} END;
    CREATE TRIGGER findings_unlisted AFTER DELETE ON findings WHEN old.verdict <> 'met'
      BEGIN ${openFindings('old.recording_id')} END;
  `,
};
