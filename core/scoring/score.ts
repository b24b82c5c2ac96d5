/**
 * Score arithmetic, explained with worked examples in docs/decisions/0004-score-arithmetic.md.
 * Pure: the same template version and answers always give the same score. Integers in hundredths of a point.
 */
import type { Score, Template } from '../contract/index.ts';
import type { Exempt } from './applies.ts';
import { sumDeduction } from './deduction.ts';
import { type GivenAnswers, judge } from './judge.ts';
import { sumPercentage } from './percentage.ts';

/**
 * Open items count as the template's restAnswer, those that do not apply to the call as N/A; their line's answer
 * stays null.
 * The lines' `earned` add up to `before` (percentage form) or, from 100 points, to `raw` (deduction form);
 * in every line possible = earned + lost + forfeited.
 * @param exempt items that do not apply to the call; without effect once every item is answered
 */
export function score(template: Template, answers: GivenAnswers, exempt: Exempt = new Set()): Score {
  const items = judge(template, answers, exempt);
  const { lines, before, raw } = template.mode === 'percentage' ? sumPercentage(items) : sumDeduction(items);
  const fatal = items.filter((judged) => judged.effect === 'fail-form').map((judged) => judged.item.id);
  const failed = fatal.length > 0;
  const after = failed && template.afterFail === 'zero' ? 0 : before;
  const passed = failed ? false : before === null ? null : before >= template.passMark;
  return {
    before,
    after,
    raw,
    passed,
    excellent: passed === true && before !== null && before >= template.excellentMark,
    fatal,
    sections: template.sections.map((section) => {
      const own = lines.filter((line) => line.sectionId === section.id);
      return {
        sectionId: section.id,
        possible: own.reduce((sum, line) => sum + line.possible, 0),
        earned: own.reduce((sum, line) => sum + line.earned, 0),
        failed: own.some((line) => line.effect === 'fail-section'),
        applicable: own.some((line) => line.applicable),
      };
    }),
    lines,
    answered: items.filter((judged) => judged.given !== null).length,
    total: items.length,
  };
}
