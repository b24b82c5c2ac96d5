import type { Answer, ScoreLine, Template, TemplateItem, TemplateSection } from '../contract/index.ts';
import { type Exempt, restAnswerOf } from './applies.ts';

/** What was answered to an item; a missing or null answer means that the item is open. */
export interface GivenAnswer {
  answer: Answer | null;
  /** Occurrences, for `count` items. */
  count: number | null;
}
export type GivenAnswers = ReadonlyMap<string, GivenAnswer>;

/** Every share of an item is out of this: 5000 = half. */
export const WHOLE = 10_000;

/** An item with its answer read by the template's rules. */
export interface Judged {
  section: TemplateSection;
  item: TemplateItem;
  given: Answer | null;
  /** The given answer; for an open item the template's restAnswer, or N/A where it does not apply to the call. */
  answer: Answer;
  /** Breaches: what was counted, or 1 for "no" and 0 for the rest. */
  count: number;
  applicable: boolean;
  /** Share of the item that is earned, 0–10000. */
  earns: number;
  effect: ScoreLine['effect'];
}

/** Items in the template's order. Answers to items that the template does not have are ignored. */
export function judge(template: Template, answers: GivenAnswers, exempt: Exempt): Judged[] {
  return template.sections.flatMap((section) =>
    section.items.map((item) => {
      const given = answers.get(item.id) ?? { answer: null, count: null };
      const answer = given.answer ?? restAnswerOf(template, item, exempt);
      return {
        section,
        item,
        given: given.answer,
        answer,
        count: answer === 'no' ? Math.max(1, given.count ?? 1) : 0,
        applicable: answer !== 'na' || item.na === 'full',
        earns: share(item, answer),
        effect: answer === 'no' ? item.onFail : 'none',
      };
    }),
  );
}

function share(item: TemplateItem, answer: Answer): number {
  if (answer === 'yes') return WHOLE;
  if (answer === 'partly') return item.partlyEarns ?? 0;
  return answer === 'na' && item.na === 'full' ? WHOLE : 0;
}

/** The line of a judged item without any figure yet. */
export function emptyLine(judged: Judged): ScoreLine {
  return {
    itemId: judged.item.id,
    sectionId: judged.section.id,
    answer: judged.given,
    count: judged.item.kind === 'count' && judged.given !== null && judged.given !== 'na' ? judged.count : null,
    applicable: judged.applicable,
    possible: 0,
    earned: 0,
    lost: 0,
    forfeited: 0,
    effect: judged.effect,
  };
}
