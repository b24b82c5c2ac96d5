import type { Migration } from './migration.ts';

const openFindings = (recording: string) => `
  UPDATE recordings SET (open_fatal, open_serious, open_minor, open_unknown) = (
    SELECT coalesce(sum(verdict = 'not_met' AND severity = 'fatal' AND decision IS NOT 0), 0),
           coalesce(sum(verdict = 'not_met' AND severity = 'serious' AND decision IS NOT 0), 0),
           coalesce(sum(verdict = 'not_met' AND severity = 'minor' AND decision IS NOT 0), 0),
           coalesce(sum(verdict = 'cannot_tell'), 0)
    FROM findings WHERE recording_id = ${recording}
  ) WHERE id = ${recording};`;

const review = (row: string) => `
  UPDATE recordings SET review_id = ${row}.id, review_state = ${row}.state,
    score = iif(${row}.state = 'submitted', ${row}.after, NULL),
    passed = iif(${row}.state = 'submitted', ${row}.passed, NULL),
    review_fatal = iif(${row}.state = 'submitted', ${row}.fatal, 0)
  WHERE id = ${row}.recording_id;`;

/**
 * What the library list filters and sorts by stands in the recording's own row, kept there by triggers: one
 * covering index then answers a filter over 100,000 recordings without touching another table.
 */
export const libraryList: Migration = {
  version: 60,
  name: 'library list',
  sql: `
    ALTER TABLE recordings ADD COLUMN has_transcript INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE recordings ADD COLUMN review_id TEXT;
    ALTER TABLE recordings ADD COLUMN review_state TEXT NOT NULL DEFAULT 'none';
    ALTER TABLE recordings ADD COLUMN score INTEGER;
    ALTER TABLE recordings ADD COLUMN passed INTEGER;
    ALTER TABLE recordings ADD COLUMN review_fatal INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE recordings ADD COLUMN open_fatal INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE recordings ADD COLUMN open_serious INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE recordings ADD COLUMN open_minor INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE recordings ADD COLUMN open_unknown INTEGER NOT NULL DEFAULT 0;

    CREATE TRIGGER transcripts_listed AFTER INSERT ON transcripts BEGIN
      UPDATE recordings SET has_transcript = 1 WHERE id = new.recording_id;
    END;
    CREATE TRIGGER transcripts_unlisted AFTER DELETE ON transcripts BEGIN
      UPDATE recordings SET has_transcript = 0 WHERE id = old.recording_id;
    END;
    CREATE TRIGGER reviews_listed AFTER INSERT ON reviews BEGIN ${review('new')} END;
    CREATE TRIGGER reviews_relisted AFTER UPDATE ON reviews
      WHEN old.state IS NOT new.state OR old.after IS NOT new.after OR old.passed IS NOT new.passed
        OR old.fatal IS NOT new.fatal BEGIN ${review('new')} END;
    CREATE TRIGGER reviews_unlisted AFTER DELETE ON reviews BEGIN
      UPDATE recordings SET review_id = NULL, review_state = 'none', score = NULL, passed = NULL, review_fatal = 0
      WHERE id = old.recording_id;
    END;
    CREATE TRIGGER findings_listed AFTER INSERT ON findings BEGIN ${openFindings('new.recording_id')} END;
    CREATE TRIGGER findings_relisted AFTER UPDATE ON findings
      WHEN old.verdict IS NOT new.verdict OR old.severity IS NOT new.severity OR old.decision IS NOT new.decision
      BEGIN ${openFindings('new.recording_id')} END;
    CREATE TRIGGER findings_unlisted AFTER DELETE ON findings BEGIN ${openFindings('old.recording_id')} END;

    UPDATE recordings SET has_transcript = 1 WHERE id IN (SELECT recording_id FROM transcripts);
    UPDATE recordings SET
        review_id = r.id, review_state = r.state, score = iif(r.state = 'submitted', r.after, NULL),
        passed = iif(r.state = 'submitted', r.passed, NULL), review_fatal = iif(r.state = 'submitted', r.fatal, 0)
      FROM reviews AS r WHERE r.recording_id = recordings.id;
    UPDATE recordings SET (open_fatal, open_serious, open_minor, open_unknown) = (
      SELECT coalesce(sum(verdict = 'not_met' AND severity = 'fatal' AND decision IS NOT 0), 0),
             coalesce(sum(verdict = 'not_met' AND severity = 'serious' AND decision IS NOT 0), 0),
             coalesce(sum(verdict = 'not_met' AND severity = 'minor' AND decision IS NOT 0), 0),
             coalesce(sum(verdict = 'cannot_tell'), 0)
      FROM findings WHERE recording_id = recordings.id
    ) WHERE id IN (SELECT recording_id FROM findings);

    DROP INDEX recordings_started;
    DROP INDEX recordings_file;
    CREATE INDEX recordings_list ON recordings(
      started_at, id, business_date, duration_ms, agent_no, team_id, direction, status, business,
      review_state, passed, review_fatal, score, open_fatal, open_serious, open_minor, open_unknown, file
    );
    CREATE INDEX recordings_duration ON recordings(duration_ms, started_at, id);
    CREATE INDEX recordings_score ON recordings(score, started_at, id);
    CREATE INDEX recordings_open ON recordings(open_fatal, open_serious, open_minor, started_at, id);
    CREATE INDEX recordings_file ON recordings(file, id);
    CREATE INDEX recordings_phone ON recordings(phone, id);
  `,
};
