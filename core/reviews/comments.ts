/** Comments of a draft, tied to a place in the recording and often to an item. */
import { addComments, type ReviewCommentRow, removeComment, reviewComments, updateComment } from '../../db/index.ts';
import { DomainError } from '../domain-error.ts';
import type { ServiceOf } from '../service.ts';
import { itemOf } from './answers.ts';
import { viewReview } from './review-view.ts';
import { changeDraft, type OpenReview, type ReviewRoom } from './room.ts';

type Comments = Pick<ServiceOf<'reviews'>, 'addComment' | 'updateComment' | 'removeComment'>;

export function createComments(room: ReviewRoom): Comments {
  const { newId, events } = room.context;
  const change = async (reviewId: string, work: (review: OpenReview) => Promise<void>) => {
    await changeDraft(room, reviewId, work);
    events.changed('reviews');
    return viewReview(room, reviewId);
  };

  return {
    addComment: ({ reviewId, itemId, at, end, text, quote }) =>
      change(reviewId, async ({ trx, template, now }) => {
        if (itemId !== null) itemOf(template, itemId);
        if (end != null && end < at) throw new DomainError('INPUT_INVALID', { detail: 'end < at' });
        const row = {
          id: newId(),
          review_id: reviewId,
          item_id: itemId,
          at_ms: toMs(at),
          end_ms: end == null ? null : toMs(end),
          text,
          quote: quote ?? null,
          created_at: now,
          updated_at: now,
        };
        await addComments(trx, [row]);
      }),

    /** A comment on a span keeps its length when it is moved. */
    updateComment: ({ reviewId, commentId, at, text }) =>
      change(reviewId, async (review) => {
        const comment = await existingComment(review, commentId);
        const at_ms = at === undefined ? comment.at_ms : toMs(at);
        await updateComment(review.trx, commentId, {
          at_ms,
          end_ms: comment.end_ms === null ? null : comment.end_ms + at_ms - comment.at_ms,
          text: text ?? comment.text,
          updated_at: review.now,
        });
      }),

    removeComment: ({ reviewId, commentId }) =>
      change(reviewId, async (review) => {
        await existingComment(review, commentId);
        await removeComment(review.trx, commentId);
      }),
  };
}

/** @throws DomainError COMMENT_NOT_FOUND also for a comment of another review */
async function existingComment({ trx, row }: OpenReview, commentId: string): Promise<ReviewCommentRow> {
  const comment = (await reviewComments(trx, row.id)).find((candidate) => candidate.id === commentId);
  if (!comment) throw new DomainError('COMMENT_NOT_FOUND');
  return comment;
}

const toMs = (seconds: number) => Math.round(seconds * 1000);
