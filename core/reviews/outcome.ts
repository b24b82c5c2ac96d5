/** How a review leaves the draft state, and how it comes back. */
import { findingDecisions, updateReview } from '../../db/index.ts';
import { DomainError } from '../domain-error.ts';
import type { ServiceOf } from '../service.ts';
import { backToDraft, finish } from './finish.ts';
import { undoMs, viewReview } from './review-view.ts';
import { assertDraft, changeDraft, changeReview, existingReview, type OpenReview, type ReviewRoom } from './room.ts';
import { withDecisions } from './suggestions.ts';

type Outcome = Pick<ServiceOf<'reviews'>, 'submit' | 'undoSubmit' | 'skip' | 'reopen'>;

export function createOutcome(room: ReviewRoom): Outcome {
  const { context } = room;
  const changed = (reviewId: string) => {
    context.events.changed('reviews');
    context.events.changed('recordings');
    return viewReview(room, reviewId);
  };

  return {
    async submit({ reviewId, restPass, passFatal = [], passUnchecked = false }) {
      const row = await existingReview(context.library.db, reviewId);
      assertDraft(row);
      const listed = await room.findings.list({ recordingIds: [row.recording_id] }, {});
      await changeDraft(room, reviewId, async (review) => {
        const { inspector } = await context.settings.get(review.trx);
        // A decision may have been taken back since the list was read.
        const findings = withDecisions(listed, await findingDecisions(review.trx, row.recording_id));
        const result = await finish(review, { restPass, passFatal, passUnchecked, inspector, findings });
        await context.audit.write('review.submit', reviewId, submission(review, result), review.trx);
      });
      return changed(reviewId);
    },

    /** A review that is a draft already stays one: pressing undo twice is no mistake. */
    async undoSubmit({ reviewId }) {
      await changeReview(room, reviewId, async (review) => {
        if (review.row.state !== 'submitted') return;
        if (review.now > (review.row.submitted_at ?? 0) + undoMs) throw new DomainError('UNDO_EXPIRED');
        await context.audit.write('review.undo-submit', reviewId, formerly(review), review.trx);
        await backToDraft(review);
      });
      return changed(reviewId);
    },

    async skip({ reviewId, reason }) {
      await changeDraft(room, reviewId, async ({ trx }) => {
        await context.audit.write('review.skip', reviewId, { reason }, trx);
        await updateReview(trx, reviewId, { state: 'skipped', skip_reason: reason });
      });
      return changed(reviewId);
    },

    /** A draft stays what it is. */
    async reopen({ reviewId, reason }) {
      await changeReview(room, reviewId, async (review) => {
        if (review.row.state === 'draft') return;
        await context.audit.write('review.reopen', reviewId, { ...formerly(review), reason }, review.trx);
        await backToDraft(review);
      });
      return changed(reviewId);
    },
  };
}

/** What the audit log keeps of a submission. */
export function submission(
  { row, template }: Pick<OpenReview, 'row' | 'template'>,
  { score, passed: passedKnowingly, unchecked }: Awaited<ReturnType<typeof finish>>,
): Record<string, unknown> {
  const { before, after, passed, fatal } = score;
  return {
    recordingId: row.recording_id,
    template: `${template.id} v${template.version}`,
    before,
    after,
    passed,
    fatal,
    ...(passedKnowingly.length > 0 && {
      passedUndecided: passedKnowingly.map(({ id, rule, verdict }) => ({ id, rule, verdict })),
    }),
    ...(unchecked > 0 && { unchecked }),
  };
}

/** Everything from which a score that is taken back can be computed again. */
export function formerly({ row, answers }: Pick<OpenReview, 'row' | 'answers'>): Record<string, unknown> {
  return {
    state: row.state,
    recordingId: row.recording_id,
    template: `${row.template_id} v${row.template_version}`,
    inspector: row.inspector,
    before: row.before,
    after: row.after,
    answers: Object.fromEntries(answers.map((answer) => [answer.item_id, answer.count ?? answer.answer])),
  };
}
