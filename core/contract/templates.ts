/**
 * Scoring templates: data that says what is asked and how answers become points. Strict, so that a
 * misspelt key in a template file is an error and not a default.
 */
import { z } from 'zod';
import { oc } from './base.ts';
import { Bilingual, Direction, Hundredths, Id, Severity } from './common.ts';

/** How a checklist item is answered. `count` = number of occurrences (deduction form). */
export const Answer = z.enum(['yes', 'partly', 'no', 'na']);
export type Answer = z.infer<typeof Answer>;

export const TemplateItem = z.strictObject({
  /** Unique in the template and stable over its versions. */
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  /** Article of the standard, as people cite it: "24.14". */
  article: z.string(),
  title: Bilingual,
  /** What to listen for; shown when the item is open. */
  help: Bilingual,
  /** The only calls that the item is about: in a call of the other direction it is N/A. Absent = every call. */
  appliesTo: Direction.optional(),
  /** judge: yes/partly/no/na. count: occurrences, each costs `pointsEach`. */
  kind: z.enum(['judge', 'count']),
  /** Share of the section, any positive integer (percentage form). */
  weight: z.number().int().min(0).default(1),
  /** Deduction form: points lost per occurrence and at most, in hundredths. */
  pointsEach: Hundredths.optional(),
  pointsMax: Hundredths.optional(),
  /** Share earned by "partly", in hundredths of the item (5000 = half); absent = partly is not offered. */
  partlyEarns: z.number().int().min(0).max(10_000).optional(),
  /** What a plain "no" does beyond losing the item: nothing, the section fails, the whole form fails (一票否决). */
  onFail: z.enum(['none', 'fail-section', 'fail-form']).default('none'),
  /** What N/A does: out of the sum, full marks, or not allowed. */
  na: z.enum(['remove', 'full', 'forbidden']).default('remove'),
  severity: Severity,
  /** Rules whose finding may suggest the answer. */
  rules: z.array(z.string()).default([]),
  /**
   * Rules that do not judge the item but know its situation, such as a transfer: where one of them looked and neither
   * they nor `rules` had an occasion, the item is N/A.
   */
  occasionRules: z.array(z.string()).default([]),
  /** Regime's own class of the breach, such as 较严重. */
  breachClass: Bilingual.optional(),
});
export type TemplateItem = z.infer<typeof TemplateItem>;

export const TemplateSection = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  title: Bilingual,
  weight: z.number().int().min(0).default(1),
  /** Deduction form: at most this much is lost in the section, in hundredths. */
  pointsMax: Hundredths.optional(),
  items: z.array(TemplateItem).min(1),
});
export type TemplateSection = z.infer<typeof TemplateSection>;

export const Template = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  version: z.number().int().min(1),
  /** What this version changed for those who score by it; shown wherever the version is. */
  notes: Bilingual.optional(),
  title: Bilingual,
  mode: z.enum(['percentage', 'deduction']),
  /** Score from which a call passes / is excellent, in hundredths. */
  passMark: Hundredths,
  excellentMark: Hundredths,
  /** Score after a fatal answer: 0, or kept while the form is marked failed. */
  afterFail: z.enum(['zero', 'keep']),
  /** Answer that "the rest is fine" gives to open items. */
  restAnswer: Answer.default('yes'),
  /** Causes to choose from when marks are lost. */
  causes: z.array(z.object({ id: z.string(), title: Bilingual })).default([]),
  sections: z.array(TemplateSection).min(1),
});
export type Template = z.infer<typeof Template>;

export const templates = {
  list: oc.output(
    z.array(
      z.object({
        id: Id,
        version: z.number().int(),
        title: Bilingual,
        notes: Template.shape.notes,
        mode: Template.shape.mode,
        items: z.number().int(),
        isDefault: z.boolean(),
      }),
    ),
  ),
  /** The newest version when none is given. */
  get: oc.input(z.object({ id: Id, version: z.number().int().optional() })).output(Template),
};
