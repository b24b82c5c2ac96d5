/** Which answers of one template say something of another one's items. */
import type { Template, TemplateItem } from '../contract/index.ts';
import { DomainError } from '../domain-error.ts';
import { type CheckedAnswer, checkAnswer, itemsOf } from './answers.ts';

/** The item of `to` that asks the same as `item`: by its id, or by its article and its rules. */
export function sameMeaning(item: TemplateItem, to: Template): TemplateItem | null {
  const items = itemsOf(to);
  const ruled = item.rules.length > 0 && item.article !== '';
  return (
    items.find(({ id }) => id === item.id) ??
    (ruled ? items.find(({ article, rules }) => article === item.article && sameSet(rules, item.rules)) : undefined) ??
    null
  );
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  new Set(a).size === new Set(b).size && a.every((rule) => b.includes(rule));

/** Whether an answer can stand at an item as it is, with its count and cause. */
export function fits(template: Template, itemId: string, answer: CheckedAnswer): boolean {
  try {
    const checked = checkAnswer(template, itemId, answer);
    return checked?.count === answer.count && checked.cause === answer.cause;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'ANSWER_INVALID') return false;
    throw error;
  }
}
