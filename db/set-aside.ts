/** What a draft said under templates that it had before: answers, and the items of its comments. */
import type { Insertable, Selectable } from 'kysely';
import type { Db } from './open.ts';
import type { SetAsideAnswersTable, SetAsideCommentItemsTable } from './schema.ts';

export type SetAsideAnswerRow = Selectable<SetAsideAnswersTable>;
export type SetAsideCommentItemRow = Selectable<SetAsideCommentItemsTable>;

export async function setAsideAnswers(db: Db, reviewId: string): Promise<SetAsideAnswerRow[]> {
  return db.selectFrom('set_aside_answers').selectAll().where('review_id', '=', reviewId).execute();
}

/** Replaces what was set aside of these items. */
export async function putAside(db: Db, rows: readonly Insertable<SetAsideAnswersTable>[]): Promise<void> {
  if (rows.length > 0)
    await db
      .replaceInto('set_aside_answers')
      .values([...rows])
      .execute();
}

export async function dropSetAside(
  db: Db,
  reviewId: string,
  templateId: string,
  itemIds: readonly string[],
): Promise<void> {
  await db
    .deleteFrom('set_aside_answers')
    .where('review_id', '=', reviewId)
    .where('template_id', '=', templateId)
    .where('item_id', 'in', [...itemIds])
    .execute();
}

export async function setAsideCommentItems(db: Db, reviewId: string): Promise<SetAsideCommentItemRow[]> {
  return db
    .selectFrom('set_aside_comment_items as s')
    .innerJoin('review_comments as c', 'c.id', 's.comment_id')
    .selectAll('s')
    .where('c.review_id', '=', reviewId)
    .execute();
}

export async function putAsideCommentItems(
  db: Db,
  rows: readonly Insertable<SetAsideCommentItemsTable>[],
): Promise<void> {
  if (rows.length > 0)
    await db
      .replaceInto('set_aside_comment_items')
      .values([...rows])
      .execute();
}
