/** Items that have nothing to do with a call. */
import type { Answer, Direction, Template, TemplateItem } from '../contract/index.ts';

/** Ids of items that do not apply to a call; what nobody answered of them counts as N/A. */
export type Exempt = ReadonlySet<string>;

/** Whether the item is about calls of this direction. Where the direction is not known it may be, and a person tells. */
export function isForDirection(item: TemplateItem, direction: Direction | null): boolean {
  return item.appliesTo === undefined || direction === null || item.appliesTo === direction;
}

/** What an item that nobody answered counts as, and what it is filled in with: never N/A where the item forbids it. */
export function restAnswerOf(template: Template, item: TemplateItem, exempt: Exempt): Answer {
  return exempt.has(item.id) && item.na !== 'forbidden' ? 'na' : template.restAnswer;
}
