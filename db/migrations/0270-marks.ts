import type { Migration } from './migration.ts';

const openFindings = (recording: string) => `
  UPDATE recordings SET (open_fatal, open_serious, open_minor, open_unknown, open_mark) = (
    SELECT coalesce(sum(mark = 0 AND verdict = 'not_met' AND severity = 'fatal' AND decision IS NOT 0), 0),
           coalesce(sum(mark = 0 AND verdict = 'not_met' AND severity = 'serious' AND decision IS NOT 0), 0),
           coalesce(sum(mark = 0 AND verdict = 'not_met' AND severity = 'minor' AND decision IS NOT 0), 0),
           coalesce(sum(mark = 0 AND verdict = 'cannot_tell'), 0),
           coalesce(sum(mark = 1 AND verdict = 'not_met' AND decision IS NOT 0), 0)
    FROM findings WHERE recording_id = ${recording}
  ) WHERE id = ${recording};`;

/** Findings that only pick calls are counted by themselves: they are no fault of a call that is otherwise clean. */
export const marks: Migration = {
  version: 270,
  name: 'marks',
  sql: `
    ALTER TABLE findings ADD COLUMN mark INTEGER NOT NULL DEFAULT 0 CHECK (mark IN (0,1));
    ALTER TABLE recordings ADD COLUMN open_mark INTEGER NOT NULL DEFAULT 0;

    DROP TRIGGER findings_listed;
    DROP TRIGGER findings_relisted;
    DROP TRIGGER findings_unlisted;
    CREATE TRIGGER findings_listed AFTER INSERT ON findings WHEN new.verdict <> 'met'
      BEGIN ${openFindings('new.recording_id')} END;
    CREATE TRIGGER findings_relisted AFTER UPDATE ON findings
      WHEN old.verdict IS NOT new.verdict OR old.severity IS NOT new.severity OR old.decision IS NOT new.decision
        OR old.mark IS NOT new.mark
      BEGIN ${openFindings('new.recording_id')} END;
    CREATE TRIGGER findings_unlisted AFTER DELETE ON findings WHEN old.verdict <> 'met'
      BEGIN ${openFindings('old.recording_id')} END;

    DROP INDEX recordings_list;
    CREATE INDEX recordings_list ON recordings(
      started_at, id, business_date, duration_ms, agent_no, team_id, direction, status, business,
      review_state, passed, review_fatal, score, open_fatal, open_serious, open_minor, open_unknown, open_mark, file
    );
  `,
};
