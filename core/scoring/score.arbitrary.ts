/** Random templates and answers for the property tests of the arithmetic. */
import fc from 'fast-check';
import type { Answer, Template, TemplateItem, TemplateSection } from '../contract/index.ts';
import type { GivenAnswer } from './judge.ts';

const texts = { zh: '题', en: 'text' };
const effect = fc.constantFrom('none', 'none', 'none', 'fail-section', 'fail-form') as fc.Arbitrary<
  TemplateItem['onFail']
>;

const judgeItem: fc.Arbitrary<TemplateItem> = fc.record({
  id: fc.constant(''),
  article: fc.constant('1'),
  title: fc.constant(texts),
  help: fc.constant(texts),
  kind: fc.constant('judge'),
  weight: fc.integer({ min: 1, max: 40 }),
  partlyEarns: fc.integer({ min: 0, max: 10_000 }),
  onFail: effect,
  na: fc.constantFrom('remove', 'full'),
  severity: fc.constant('minor'),
  rules: fc.constant([]),
  occasionRules: fc.constant([]),
});
const points = fc.integer({ min: 1, max: 3000 });
const countItem: fc.Arbitrary<TemplateItem> = fc
  .record({ item: judgeItem, each: points, max: fc.option(points, { nil: undefined }) })
  .map(({ item, each, max }) => ({
    ...item,
    kind: 'count',
    partlyEarns: undefined,
    pointsEach: each,
    pointsMax: max === undefined ? undefined : Math.max(max, each),
  }));
const countedJudge: fc.Arbitrary<TemplateItem> = fc
  .record({ item: judgeItem, each: points })
  .map(({ item, each }) => ({ ...item, pointsEach: each }));

const numbered = (sections: TemplateSection[]): TemplateSection[] =>
  sections.map((section, s) => ({
    ...section,
    id: `s${s}`,
    items: section.items.map((item, i) => ({ ...item, id: `s${s}.i${i}` })),
  }));

const form = (mode: Template['mode'], item: fc.Arbitrary<TemplateItem>): fc.Arbitrary<Template> =>
  fc.record({
    id: fc.constant('any'),
    version: fc.constant(1),
    title: fc.constant(texts),
    mode: fc.constant(mode),
    passMark: fc.constant(8500),
    excellentMark: fc.constant(9500),
    afterFail: fc.constantFrom('zero', 'keep'),
    restAnswer: fc.constantFrom('yes', 'no') as fc.Arbitrary<Answer>,
    causes: fc.constant([]),
    sections: fc
      .array(
        fc.record({
          id: fc.constant(''),
          title: fc.constant(texts),
          weight: fc.integer({ min: 1, max: 50 }),
          pointsMax: mode === 'deduction' ? fc.option(points, { nil: undefined }) : fc.constant(undefined),
          items: fc.array(item, { minLength: 1, maxLength: 7 }),
        }),
        { minLength: 1, maxLength: 5 },
      )
      .map(numbered),
  });

export const percentageForm = form('percentage', judgeItem);
export const deductionForm = form('deduction', fc.oneof(countItem, countedJudge));
export const anyForm = fc.oneof(percentageForm, deductionForm);

const answerTo = (item: TemplateItem): fc.Arbitrary<GivenAnswer> =>
  item.kind === 'count'
    ? fc.oneof(
        fc.integer({ min: 0, max: 99 }).map((count): GivenAnswer => ({ answer: count > 0 ? 'no' : 'yes', count })),
        fc.constantFrom<GivenAnswer>({ answer: 'na', count: null }, { answer: null, count: null }),
      )
    : fc.constantFrom<Answer | null>('yes', 'partly', 'no', 'na', null).map((answer) => ({ answer, count: null }));

/** A form together with an answer (or none) to each of its items. */
export const answered = (forms: fc.Arbitrary<Template>) =>
  forms.chain((template) => {
    const items = template.sections.flatMap((section) => section.items);
    return fc
      .tuple(...items.map(answerTo))
      .map((list) => ({ template, answers: new Map(items.map((item, index) => [item.id, list[index]!])) }));
  });
