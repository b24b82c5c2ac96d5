/** A review with its answers, comments and the lines of its score. */
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Db } from './open.ts';
import type {
  RecordingsTable,
  ReviewAnswersTable,
  ReviewCommentsTable,
  ReviewLinesTable,
  ReviewsTable,
} from './schema.ts';

/** A review, the direction of its call, and whether that was analysed. */
export type ReviewRow = Selectable<ReviewsTable> & Pick<Selectable<RecordingsTable>, 'direction' | 'status'>;
export type ReviewAnswerRow = Selectable<ReviewAnswersTable>;
export type ReviewCommentRow = Selectable<ReviewCommentsTable>;

/** @param key the review's own id, or its recording's (a recording has at most one review) */
export async function reviewBy(db: Db, key: { id: string } | { recordingId: string }): Promise<ReviewRow | undefined> {
  const query = db
    .selectFrom('reviews')
    .innerJoin('recordings', 'recordings.id', 'reviews.recording_id')
    .selectAll('reviews')
    .select(['recordings.direction', 'recordings.status']);
  return (
    'id' in key ? query.where('reviews.id', '=', key.id) : query.where('reviews.recording_id', '=', key.recordingId)
  )
    .limit(1)
    .executeTakeFirst();
}

export interface NewDraft {
  id: string;
  recordingId: string;
  templateId: string;
  templateVersion: number;
  inspector: string;
  now: number;
}

/** Adds an empty draft, unless the recording has a review already. */
export async function addDraft(db: Db, draft: NewDraft): Promise<void> {
  await db
    .insertInto('reviews')
    .values({
      id: draft.id,
      recording_id: draft.recordingId,
      template_id: draft.templateId,
      template_version: draft.templateVersion,
      inspector: draft.inspector,
      state: 'draft',
      excellent: 0,
      fatal: 0,
      heard: '[]',
      heard_ratio: 0,
      work_ms: 0,
      created_at: draft.now,
      updated_at: draft.now,
    })
    .onConflict((oc) => oc.column('recording_id').doNothing())
    .execute();
}

export async function updateReview(db: Db, id: string, patch: Updateable<ReviewsTable>): Promise<void> {
  await db.updateTable('reviews').set(patch).where('id', '=', id).execute();
}

export async function reviewAnswers(db: Db, reviewId: string): Promise<ReviewAnswerRow[]> {
  return db.selectFrom('review_answers').selectAll().where('review_id', '=', reviewId).execute();
}

/** Adds or replaces answers, one per item. */
export async function putAnswers(db: Db, rows: readonly Insertable<ReviewAnswersTable>[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('review_answers')
    .values([...rows])
    .onConflict((oc) =>
      oc.columns(['review_id', 'item_id']).doUpdateSet((eb) => ({
        answer: eb.ref('excluded.answer'),
        count: eb.ref('excluded.count'),
        cause: eb.ref('excluded.cause'),
        by_person: eb.ref('excluded.by_person'),
        updated_at: eb.ref('excluded.updated_at'),
      })),
    )
    .execute();
}

/** Takes answers back: those to the named items, or those that no person gave. */
export async function removeAnswers(db: Db, reviewId: string, which: readonly string[] | 'filled'): Promise<void> {
  const query = db.deleteFrom('review_answers').where('review_id', '=', reviewId);
  await (which === 'filled' ? query.where('by_person', '=', 0) : query.where('item_id', 'in', [...which])).execute();
}

/** Earliest place in the recording first. */
export async function reviewComments(db: Db, reviewId: string): Promise<ReviewCommentRow[]> {
  return db
    .selectFrom('review_comments')
    .selectAll()
    .where('review_id', '=', reviewId)
    .orderBy('at_ms')
    .orderBy('id')
    .execute();
}

export async function addComments(db: Db, rows: readonly Insertable<ReviewCommentsTable>[]): Promise<void> {
  if (rows.length > 0)
    await db
      .insertInto('review_comments')
      .values([...rows])
      .execute();
}

export async function updateComment(db: Db, id: string, patch: Updateable<ReviewCommentsTable>): Promise<void> {
  await db.updateTable('review_comments').set(patch).where('id', '=', id).execute();
}

export async function removeComment(db: Db, id: string): Promise<void> {
  await db.deleteFrom('review_comments').where('id', '=', id).execute();
}

/** Comments on items that are not in the list become comments on the call. */
export async function detachComments(db: Db, reviewId: string, itemIds: readonly string[]): Promise<void> {
  await db
    .updateTable('review_comments')
    .set({ item_id: null })
    .where('review_id', '=', reviewId)
    .where('item_id', 'not in', [...itemIds])
    .execute();
}

/** Replaces the lines of the score; none takes them away. */
export async function setReviewLines(
  db: Db,
  reviewId: string,
  rows: readonly Insertable<ReviewLinesTable>[],
): Promise<void> {
  await db.deleteFrom('review_lines').where('review_id', '=', reviewId).execute();
  if (rows.length > 0)
    await db
      .insertInto('review_lines')
      .values([...rows])
      .execute();
}
