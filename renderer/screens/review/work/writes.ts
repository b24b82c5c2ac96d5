/** Each change of a review as a write: how it looks at once, and how the core is asked for it. */
import type { Answer, Review, ReviewComment, Span } from '../../../../core/contract/index.ts';
import { api } from '../../../api.ts';
import type { Write } from './write-queue.ts';

export type ReviewWrite = Write<Review>;

export interface GivenAnswer {
  answer: Answer | null;
  count: number | null;
  cause: string | null;
}
export interface NewComment {
  itemId: string | null;
  at: number;
  text: string;
  quote: string | null;
}

/** A comment has a name of ours until the core gives it one; both mean the same comment from then on. */
const names = new Map<string, string>();
export const nameOf = (id: string): string => {
  let name = id;
  for (let next = names.get(name); next !== undefined; next = names.get(name)) name = next;
  return name;
};

const withAnswer = (review: Review, itemId: string, given: Partial<GivenAnswer>): Review => ({
  ...review,
  answers: review.answers.map((answer) => (answer.itemId === itemId ? { ...answer, ...given } : answer)),
});

export const answerWrite = (itemId: string, given: GivenAnswer): ReviewWrite => ({
  apply: (review) => withAnswer(review, itemId, given),
  send: ({ id }) => api.reviews.answer({ reviewId: id, itemId, ...given }),
});

/** @param judges whether the linked item is answered by yes or no, so that its answer can be shown at once */
export const decideWrite = (
  findingId: string,
  decision: boolean | null,
  link: { itemId: string; judges: boolean } | null,
): ReviewWrite => ({
  apply: (before) => {
    // Taken back, it is open again once the core has said so.
    const review = { ...before, openFatal: before.openFatal.filter((id) => decision === null || id !== findingId) };
    return link?.judges
      ? withAnswer(review, link.itemId, { answer: decision === null ? null : decision ? 'no' : 'yes' })
      : review;
  },
  send: ({ id }) => api.reviews.decide({ reviewId: id, findingId, decision }),
});

export function addCommentWrite(ownName: string, comment: NewComment): ReviewWrite {
  const isNew = (before: Review) => (candidate: ReviewComment) =>
    !before.comments.some(({ id }) => id === candidate.id) &&
    candidate.text === comment.text &&
    candidate.itemId === comment.itemId;
  const learn = (before: Review, after: Review): boolean => {
    const found = after.comments.find(isNew(before));
    if (found) names.set(nameOf(ownName), found.id);
    return found !== undefined;
  };
  return {
    apply: (review) => ({
      ...review,
      comments: [
        ...review.comments,
        { ...comment, id: nameOf(ownName), end: null, createdAt: Date.now(), updatedAt: Date.now() },
      ],
    }),
    async send(base) {
      const after = await api.reviews.addComment({ reviewId: base.id, ...comment });
      learn(base, after);
      return after;
    },
    landed: learn,
  };
}

export const updateCommentWrite = (commentId: string, patch: { at: number; text: string }): ReviewWrite => ({
  apply: (review) => ({
    ...review,
    comments: review.comments.map((comment) => (comment.id === nameOf(commentId) ? { ...comment, ...patch } : comment)),
  }),
  send: ({ id }) => api.reviews.updateComment({ reviewId: id, commentId: nameOf(commentId), ...patch }),
});

export const removeCommentWrite = (commentId: string): ReviewWrite => ({
  apply: (review) => ({ ...review, comments: review.comments.filter(({ id }) => id !== nameOf(commentId)) }),
  send: ({ id }) => api.reviews.removeComment({ reviewId: id, commentId: nameOf(commentId) }),
  landed: (_before, after) => !after.comments.some(({ id }) => id === nameOf(commentId)),
});

export const heardWrite = (spans: Span[], workMs: number): ReviewWrite => ({
  silent: true,
  apply: (review) => review,
  send: ({ id }) => api.reviews.heard({ reviewId: id, spans, workMs }),
});

/** @param carry false: the template as it was left */
export const templateWrite = (templateId: string, version: number, carry: boolean): ReviewWrite => ({
  apply: (review) => review,
  send: ({ id }) => api.reviews.changeTemplate({ reviewId: id, templateId, version, carry }),
});
