/** What becomes of a draft's answers when it changes its template. Pure. */
import type { ReviewAnswerRow, SetAsideAnswerRow } from '../../db/index.ts';
import type { Template } from '../contract/index.ts';
import { type CheckedAnswer, itemsOf } from './answers.ts';
import { fits, sameMeaning } from './same-meaning.ts';

export interface TemplatePlan {
  /** Answers under the new template. */
  answers: ReviewAnswerRow[];
  /** Answers of now that the new template does not show. */
  aside: ReviewAnswerRow[];
  /** Answers of now that go on under the new template, and their new items. */
  carried: { row: ReviewAnswerRow; itemId: string }[];
  /** Answers that were given under the new template before. */
  restored: number;
}

interface Change {
  from: Template;
  to: Template;
  answers: readonly ReviewAnswerRow[];
  /** What was set aside, of every template. */
  kept: readonly SetAsideAnswerRow[];
  /** False: the new template as it was left, and nothing else. */
  carry: boolean;
}

/**
 * Of what was given under the new template before and what is carried over from the present one, the later stands: a
 * person's last word on the same question.
 */
export function planTemplate({ from, to, answers, kept, carry }: Change): TemplatePlan {
  const own = new Map(
    kept
      .filter((row) => row.template_id === to.id && fits(to, row.item_id, row))
      .map(({ template_id: _, template_version: __, ...row }): [string, ReviewAnswerRow] => [row.item_id, row]),
  );
  const chosen = new Map<string, ReviewAnswerRow>(own);
  const carried: TemplatePlan['carried'] = [];
  const items = new Map(itemsOf(from).map((item) => [item.id, item]));
  for (const row of carry ? answers : []) {
    const item = items.get(row.item_id);
    const target = item && sameMeaning(item, to);
    if (!target || !fits(to, target.id, row)) continue;
    const before = own.get(target.id);
    if (carried.some(({ itemId }) => itemId === target.id) || (before && before.updated_at > row.updated_at)) continue;
    chosen.set(target.id, { ...row, item_id: target.id });
    carried.push({ row, itemId: target.id });
  }
  const shown = (row: ReviewAnswerRow) =>
    carried.some((entry) => entry.row === row) || sameAnswer(chosen.get(row.item_id), row);
  return {
    answers: [...chosen.values()],
    aside: answers.filter((row) => !shown(row)),
    carried,
    restored: chosen.size - carried.length,
  };
}

export const sameAnswer = (a: CheckedAnswer | undefined, b: CheckedAnswer): boolean =>
  a !== undefined && a.answer === b.answer && a.count === b.count && a.cause === b.cause;
