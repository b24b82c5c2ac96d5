/** Work on a draft: answers, decisions on findings, listened spans. */
import { findingDecisions, putAnswers, removeAnswers, updateReview } from '../../db/index.ts';
import type { Finding } from '../contract/index.ts';
import { DomainError } from '../domain-error.ts';
import type { ServiceOf } from '../service.ts';
import { type CheckedAnswer, checkAnswer, itemsOf } from './answers.ts';
import { heardRatio, mergeSpans } from './heard.ts';
import { recordingById } from './recording.ts';
import { storedSpans, viewReview } from './review-view.ts';
import { changeDraft, changeReview, existingReview, type OpenReview, type ReviewRoom } from './room.ts';
import { decidedAnswer, findingsFor, withDecisions } from './suggestions.ts';

type Marking = Pick<ServiceOf<'reviews'>, 'answer' | 'decide' | 'heard'>;

export function createMarking(room: ReviewRoom): Marking {
  const { library, events, settings } = room.context;

  return {
    async answer({ reviewId, itemId, answer, count, cause }) {
      await changeDraft(room, reviewId, async (review) => {
        const before = review.answers.find((row) => row.item_id === itemId);
        // A cause or count that is not mentioned stays what it was while the answer stays.
        const same = before !== undefined && before.answer === answer;
        const checked = checkAnswer(review.template, itemId, {
          answer,
          count: answer === null ? null : count === undefined && same ? before.count : count,
          cause: cause === undefined && same ? before.cause : cause,
        });
        await store(review, itemId, checked);
      });
      events.changed('reviews');
      return viewReview(room, reviewId);
    },

    async decide({ reviewId, findingId, decision }) {
      const { recording_id } = await existingReview(library.db, reviewId);
      const listed = await room.findings.list({ recordingIds: [recording_id] }, {});
      const finding = listed.find((candidate) => candidate.id === findingId);
      if (!finding) throw new DomainError('FINDING_NOT_FOUND', { id: findingId });
      await changeDraft(room, reviewId, async (review) => {
        // Another decision may have landed since the list was read.
        const decisions = await findingDecisions(review.trx, recording_id);
        const before = withDecisions(listed, decisions);
        const after = before.map((other) => (other.id === findingId ? { ...other, decision } : other));
        await applyDecision(review, finding, before, after);
        const { inspector } = await settings.get(review.trx);
        await room.findings.setDecision(findingId, decision, inspector, review.trx);
      });
      events.changed('findings');
      events.changed('reviews');
      events.changed('recordings');
      return viewReview(room, reviewId);
    },

    async heard({ reviewId, spans, workMs }) {
      const { recording_id } = await existingReview(library.db, reviewId);
      const { durationMs } = await recordingById(library, recording_id);
      await changeReview(room, reviewId, async ({ trx, row }) => {
        const merged = mergeSpans([...storedSpans(row.heard), ...spans], durationMs);
        await updateReview(trx, reviewId, {
          heard: JSON.stringify(merged.map(({ start, end }) => [start, end])),
          heard_ratio: heardRatio(merged, durationMs),
          ...(row.state === 'draft' ? { work_ms: row.work_ms + workMs } : {}),
        });
      });
      return viewReview(room, reviewId);
    },
  };
}

async function store({ trx, row, now }: OpenReview, itemId: string, checked: CheckedAnswer | null): Promise<void> {
  if (checked === null) await removeAnswers(trx, row.id, [itemId]);
  else await putAnswers(trx, [{ review_id: row.id, item_id: itemId, ...checked, by_person: 1, updated_at: now }]);
}

/** Scores the items that the finding's rule is linked to. */
async function applyDecision(
  review: OpenReview,
  finding: Finding,
  before: readonly Finding[],
  after: readonly Finding[],
): Promise<void> {
  for (const item of itemsOf(review.template).filter((candidate) => findingsFor(candidate, [finding]).length > 0)) {
    const stored = review.answers.find((row) => row.item_id === item.id);
    const given = decidedAnswer(item, after);
    // Taking the last decision back takes its answer back, not one that a person gave instead.
    if (given === null && stored?.answer !== decidedAnswer(item, before)?.answer) continue;
    const cause = given?.answer === stored?.answer ? stored?.cause : null;
    await store(review, item.id, given && checkAnswer(review.template, item.id, { ...given, cause }));
  }
}
