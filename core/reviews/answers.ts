import type { Answer, Template, TemplateItem } from '../contract/index.ts';
import { DomainError } from '../domain-error.ts';
import { type Exempt, restAnswerOf } from '../scoring/applies.ts';
import type { GivenAnswer } from '../scoring/judge.ts';

/** A person's answer as it is stored; null is an item left open. */
export interface CheckedAnswer {
  answer: Answer;
  count: number | null;
  cause: string | null;
}

export const itemsOf = (template: Template): TemplateItem[] => template.sections.flatMap((section) => section.items);

/** @throws DomainError ANSWER_INVALID naming an item that the template does not have */
export function itemOf(template: Template, itemId: string): TemplateItem {
  const item = itemsOf(template).find((candidate) => candidate.id === itemId);
  if (!item) throw invalid(itemId, `模板 ${template.id} 中没有这一项 (not in the template)`);
  return item;
}

/**
 * Reads an answer by the item's rules. A count above 0 is a "no" and 0 a "yes"; "no" without a count is one breach.
 * A cause stays only where marks are lost.
 * @throws DomainError ANSWER_INVALID naming the item and what is wrong
 */
export function checkAnswer(
  template: Template,
  itemId: string,
  given: { answer?: Answer | null; count?: number | null; cause?: string | null },
): CheckedAnswer | null {
  const item = itemOf(template, itemId);
  const count = given.count ?? null;
  if (item.kind === 'judge' && count !== null) throw invalid(itemId, '此项不计次数 (takes no count)');
  const answer = given.answer ?? (count === null ? null : count > 0 ? 'no' : 'yes');
  if (answer === null) return null;
  if (answer === 'na' && item.na === 'forbidden') throw invalid(itemId, '不允许“不适用” (N/A is not allowed)');
  if (answer === 'partly' && item.partlyEarns === undefined)
    throw invalid(itemId, '没有“部分” (“partly” is not offered)');
  if (count !== null && count > 0 !== (answer === 'no'))
    throw invalid(itemId, `次数 ${count} 与答案 ${answer} 不符 (count contradicts answer)`);
  const cause = given.cause ?? null;
  if (cause !== null && !template.causes.some((known) => known.id === cause))
    throw invalid(itemId, `没有原因 ${cause} (unknown cause)`);
  return {
    answer,
    count: item.kind === 'count' && answer !== 'na' ? (answer === 'no' ? (count ?? 1) : 0) : null,
    cause: answer === 'no' || answer === 'partly' ? cause : null,
  };
}

/** What is stored for an item that nobody answered: the template's restAnswer, or N/A where it does not apply. */
export function restAnswer(template: Template, item: TemplateItem, exempt: Exempt): CheckedAnswer {
  return checkAnswer(template, item.id, { answer: restAnswerOf(template, item, exempt) }) as CheckedAnswer;
}

/** Items that nobody answered. */
export function openItems(template: Template, answers: ReadonlyMap<string, GivenAnswer>): TemplateItem[] {
  return itemsOf(template).filter((item) => !answers.get(item.id)?.answer);
}

function invalid(item: string, detail: string): DomainError {
  return new DomainError('ANSWER_INVALID', { item, detail });
}
