import {
  type Db,
  type ReviewAnswerRow,
  type ReviewRow,
  reviewAnswers,
  reviewBy,
  updateReview,
} from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import type { Template } from '../contract/index.ts';
import { DomainError } from '../domain-error.ts';
import type { Findings } from '../findings/findings-service.ts';
import type { GivenAnswers } from '../scoring/judge.ts';
import type { ServiceOf } from '../service.ts';

/** What every operation on reviews works with. */
export interface ReviewRoom {
  context: CoreContext;
  templates: ServiceOf<'templates'>;
  findings: Findings;
}

/** A review inside the transaction that changes it. */
export interface OpenReview {
  trx: Db;
  row: ReviewRow;
  template: Template;
  answers: ReviewAnswerRow[];
  now: number;
}

/** @throws DomainError REVIEW_NOT_FOUND */
export async function existingReview(db: Db, id: string): Promise<ReviewRow> {
  const row = await reviewBy(db, { id });
  if (!row) throw new DomainError('REVIEW_NOT_FOUND', { id });
  return row;
}

export const templateOf = (room: ReviewRoom, row: ReviewRow): Promise<Template> =>
  room.templates.get({ id: row.template_id, version: row.template_version }, {});

export const givenAnswers = (rows: readonly ReviewAnswerRow[]): GivenAnswers =>
  new Map(rows.map((row) => [row.item_id, { answer: row.answer, count: row.count }]));

/**
 * Runs one change of a review in one transaction: when the promise resolves it is on the disk, when it rejects
 * nothing of it is. Changes of the same review queue up, so none works on figures that another has replaced.
 * @throws DomainError REVIEW_NOT_FOUND
 */
export async function changeReview(
  room: ReviewRoom,
  reviewId: string,
  work: (review: OpenReview) => Promise<void>,
): Promise<void> {
  const { library, clock } = room.context;
  for (let done = false; !done; ) {
    const template = await templateOf(room, await existingReview(library.db, reviewId));
    done = await library.db.transaction().execute(async (trx) => {
      const row = await existingReview(trx, reviewId);
      // Another window changed the template meanwhile: begin again with that one.
      if (row.template_id !== template.id || row.template_version !== template.version) return false;
      const now = clock();
      await work({ trx, row, template, answers: await reviewAnswers(trx, reviewId), now });
      await updateReview(trx, reviewId, { updated_at: now });
      return true;
    });
  }
}

/**
 * `changeReview` for what only a draft allows.
 * @throws DomainError REVIEW_NOT_FOUND, REVIEW_NOT_DRAFT
 */
export function changeDraft(
  room: ReviewRoom,
  reviewId: string,
  work: (review: OpenReview) => Promise<void>,
): Promise<void> {
  return changeReview(room, reviewId, (review) => {
    assertDraft(review.row);
    return work(review);
  });
}

/** @throws DomainError REVIEW_NOT_DRAFT */
export function assertDraft(row: ReviewRow): void {
  if (row.state !== 'draft') throw new DomainError('REVIEW_NOT_DRAFT');
}
