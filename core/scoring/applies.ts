/** Items that are about calls of one direction only. */
import type { Answer, Direction, Template, TemplateItem } from '../contract/index.ts';

/** Whether the item is about calls of this direction. Where the direction is not known it may be, and a person tells. */
export function applies(item: TemplateItem, direction: Direction | null): boolean {
  return item.appliesTo === undefined || direction === null || item.appliesTo === direction;
}

/** What an item that nobody answered counts as, and what it is filled in with. */
export function restAnswerOf(template: Template, item: TemplateItem, direction: Direction | null): Answer {
  return applies(item, direction) ? template.restAnswer : 'na';
}
