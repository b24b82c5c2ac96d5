import type { Migration } from './migration.ts';

const shownState = `iif(new.state = 'draft' AND new.begun = 0, 'none', new.state)`;

/**
 * A call that was only looked at is still to be reviewed: a draft counts as one from the first answer, comment or
 * change of template on.
 */
export const draftsBegun: Migration = {
  version: 100,
  name: 'drafts begun',
  sql: `
    ALTER TABLE reviews ADD COLUMN begun INTEGER NOT NULL DEFAULT 0;
    DROP TRIGGER reviews_listed;
    DROP TRIGGER reviews_relisted;
    CREATE TRIGGER reviews_listed AFTER INSERT ON reviews BEGIN
      UPDATE recordings SET review_id = new.id, review_state = ${shownState},
        score = iif(new.state = 'submitted', new.after, NULL),
        passed = iif(new.state = 'submitted', new.passed, NULL),
        review_fatal = iif(new.state = 'submitted', new.fatal, 0)
      WHERE id = new.recording_id;
    END;
    CREATE TRIGGER reviews_relisted AFTER UPDATE ON reviews
      WHEN old.state IS NOT new.state OR old.begun IS NOT new.begun OR old.after IS NOT new.after
        OR old.passed IS NOT new.passed OR old.fatal IS NOT new.fatal BEGIN
      UPDATE recordings SET review_id = new.id, review_state = ${shownState},
        score = iif(new.state = 'submitted', new.after, NULL),
        passed = iif(new.state = 'submitted', new.passed, NULL),
        review_fatal = iif(new.state = 'submitted', new.fatal, 0)
      WHERE id = new.recording_id;
    END;
    CREATE TRIGGER review_answers_begin AFTER INSERT ON review_answers BEGIN
      UPDATE reviews SET begun = 1 WHERE id = new.review_id AND begun = 0;
    END;
    CREATE TRIGGER review_comments_begin AFTER INSERT ON review_comments BEGIN
      UPDATE reviews SET begun = 1 WHERE id = new.review_id AND begun = 0;
    END;
    CREATE TRIGGER reviews_begin AFTER UPDATE OF state, template_id ON reviews
      WHEN new.begun = 0 AND (old.state IS NOT new.state OR old.template_id IS NOT new.template_id) BEGIN
      UPDATE reviews SET begun = 1 WHERE id = new.id;
    END;
    UPDATE reviews SET begun = 1 WHERE state <> 'draft'
      OR id IN (SELECT review_id FROM review_answers) OR id IN (SELECT review_id FROM review_comments);
    UPDATE recordings SET review_state = 'none'
      WHERE review_id IN (SELECT id FROM reviews WHERE state = 'draft' AND begun = 0);
  `,
};
