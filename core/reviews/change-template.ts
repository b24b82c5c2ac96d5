/** Another template for a draft. Nothing is lost: what a template does not show waits for it to come back. */
import {
  type Db,
  dropSetAside,
  putAnswers,
  putAside,
  putAsideCommentItems,
  type ReviewAnswerRow,
  type ReviewRow,
  removeAnswers,
  reviewAnswers,
  reviewComments,
  setAsideAnswers,
  setAsideCommentItems,
  updateComment,
  updateReview,
} from '../../db/index.ts';
import type { Template } from '../contract/index.ts';
import type { ServiceOf } from '../service.ts';
import { itemsOf } from './answers.ts';
import { viewReview } from './review-view.ts';
import { changeDraft, existingReview, type OpenReview, type ReviewRoom, templateOf } from './room.ts';
import { sameMeaning } from './same-meaning.ts';
import { planTemplate } from './template-plan.ts';

type ChangeTemplate = Pick<ServiceOf<'reviews'>, 'changeTemplate' | 'templateChange'>;

export function createChangeTemplate(room: ReviewRoom): ChangeTemplate {
  const { library, events, audit } = room.context;

  return {
    async templateChange({ reviewId, templateId, version }) {
      const row = await existingReview(library.db, reviewId);
      const [from, to] = [await templateOf(room, row), await room.templates.get({ id: templateId, version }, {})];
      const answers = await reviewAnswers(library.db, reviewId);
      const kept = await setAsideAnswers(library.db, reviewId);
      const { aside, carried, restored } = planTemplate({ from, to, answers, kept, carry: true });
      const comments = (await reviewComments(library.db, reviewId)).filter(({ item_id }) => {
        const item = itemsOf(from).find(({ id }) => id === item_id);
        return item && sameMeaning(item, to) === null;
      });
      return {
        aside: inOrder(from, aside),
        carried: inOrder(
          from,
          carried.map((entry) => entry.row),
        ),
        restored,
        comments: comments.length,
      };
    },

    async changeTemplate({ reviewId, templateId, version, carry = true }) {
      const to = await room.templates.get({ id: templateId, version }, {});
      await changeDraft(room, reviewId, async (review) => {
        const { trx, row, template: from, answers } = review;
        if (from.id === to.id && from.version === to.version) return;
        const kept = await setAsideAnswers(trx, reviewId);
        const plan = planTemplate({ from, to, answers, kept, carry });
        await keepAside(trx, row, from, answers);
        await removeAnswers(
          trx,
          reviewId,
          answers.map((answer) => answer.item_id),
        );
        await putAnswers(trx, plan.answers);
        await dropSetAside(
          trx,
          reviewId,
          to.id,
          plan.answers.map((answer) => answer.item_id),
        );
        await moveComments(review, to, carry);
        await updateReview(trx, reviewId, { template_id: to.id, template_version: to.version });
        const entry = {
          from: `${from.id} v${from.version}`,
          to: `${to.id} v${to.version}`,
          setAside: Object.fromEntries(
            plan.aside.map(({ item_id, answer, count, cause }) => [item_id, { answer, count, cause }]),
          ),
          carried: plan.carried.map((each) => each.itemId),
          restored: plan.restored,
        };
        await audit.write('review.template', reviewId, entry, trx);
      });
      events.changed('reviews');
      return viewReview(room, reviewId);
    },
  };
}

/** Keeps everything that a draft says under a template, before another one takes its place. */
export async function keepAside(
  trx: Db,
  row: ReviewRow,
  from: Template,
  answers: readonly ReviewAnswerRow[],
): Promise<void> {
  await dropSetAside(
    trx,
    row.id,
    from.id,
    itemsOf(from).map((item) => item.id),
  );
  await putAside(
    trx,
    answers.map((answer) => ({ ...answer, template_id: from.id, template_version: from.version })),
  );
  const comments = await reviewComments(trx, row.id);
  await putAsideCommentItems(
    trx,
    comments.flatMap(({ id, item_id }) =>
      item_id === null ? [] : [{ comment_id: id, template_id: from.id, item_id }],
    ),
  );
}

/** A comment stands where it stood under the new template, else at the item that asks the same, else at the call. */
async function moveComments({ trx, row, template: from }: OpenReview, to: Template, carry: boolean): Promise<void> {
  const kept = new Map(
    (await setAsideCommentItems(trx, row.id))
      .filter(({ template_id }) => template_id === to.id)
      .map(({ comment_id, item_id }) => [comment_id, item_id]),
  );
  const ids = new Set(itemsOf(to).map((item) => item.id));
  for (const { id, item_id } of await reviewComments(trx, row.id)) {
    const item = carry ? itemsOf(from).find((candidate) => candidate.id === item_id) : undefined;
    const before = kept.get(id);
    const next = before !== undefined && ids.has(before) ? before : item ? (sameMeaning(item, to)?.id ?? null) : null;
    if (next !== item_id) await updateComment(trx, id, { item_id: next });
  }
}

function inOrder(template: Template, rows: readonly ReviewAnswerRow[]) {
  return itemsOf(template).flatMap(({ id, article, title }) => {
    const row = rows.find(({ item_id }) => item_id === id);
    return row ? [{ itemId: id, article, title, answer: row.answer, count: row.count }] : [];
  });
}
