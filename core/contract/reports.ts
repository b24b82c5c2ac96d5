import { z } from 'zod';
import { oc } from './base.ts';
import { Bilingual, BusinessDate, Hundredths, Id, Period, Severity } from './common.ts';

/** A rate with what it was made of; value null when the denominator is 0. */
export const Rate = z.object({
  numerator: z.number().int(),
  denominator: z.number().int(),
  value: z.number().nullable(),
});
export type Rate = z.infer<typeof Rate>;

/**
 * What is counted under one scoring form. A form is a template in all versions that score alike (same mode, marks
 * and treatment of a fatal answer); figures of different forms are never put into one number.
 */
export const Form = z.object({
  key: z.string(),
  templateId: z.string(),
  /** All published versions that score alike, oldest first. */
  versions: z.array(z.number().int()),
  /** Of the newest version; names its versions where the template's others score differently. */
  title: Bilingual,
  mode: z.enum(['percentage', 'deduction']),
  passMark: Hundredths,
  excellentMark: Hundredths,
  afterFail: z.enum(['zero', 'keep']),
});
export type Form = z.infer<typeof Form>;

/** What the scores of one form say. */
export const FormFigures = z.object({
  /** Key of the form. */
  form: z.string(),
  reviewed: z.number().int(),
  /** Mean of the final scores in hundredths (rounded half up); fatal calls count as the template says. Null without scores. */
  average: Hundredths.nullable(),
  passRate: Rate,
  excellentRate: Rate,
  fatalRate: Rate,
});
export type FormFigures = z.infer<typeof FormFigures>;

/**
 * Calls and reviews are counted over all forms. Mean and rates of scores are those of the only form in the scope;
 * with several forms they are null, and each form has its own in `forms`, which stand in the order of the scope's.
 */
export const Figures = z.object({
  recordings: z.number().int(),
  reviewed: z.number().int(),
  coverage: Rate,
  agentCoverage: Rate,
  /** Calls with a fatal item. */
  fatal: z.number().int(),
  average: Hundredths.nullable(),
  passRate: Rate.nullable(),
  excellentRate: Rate.nullable(),
  fatalRate: Rate.nullable(),
  forms: z.array(FormFigures),
});
export type Figures = z.infer<typeof Figures>;

export const GroupFigures = Figures.extend({ key: z.string(), label: z.string(), team: z.string().nullable() });
export type GroupFigures = z.infer<typeof GroupFigures>;

export const LostItem = z.object({
  /** Key of the form to which the item belongs: shares are of that form's lost items. */
  form: z.string(),
  templateId: z.string(),
  itemId: z.string(),
  article: z.string(),
  title: Bilingual,
  severity: Severity,
  /** The regime's own class of the breach, such as 较严重; says nothing of the severity. */
  breachClass: Bilingual.nullable(),
  /** Calls that lost marks on the item; share of all lost items of the form; calls to which it applied; running share. */
  count: z.number().int(),
  share: Rate,
  applicable: Rate,
  cumulative: z.number().nullable(),
  /** Title: the template's wording of the cause, or the cause itself where the template does not list it. */
  causes: z.array(z.object({ cause: z.string(), title: Bilingual, count: z.number().int() })),
});
export type LostItem = z.infer<typeof LostItem>;

export const ReviewLine = z.object({
  reviewId: Id,
  recordingId: Id,
  file: z.string(),
  startedAt: z.number().int().nullable(),
  businessDate: BusinessDate.nullable(),
  agentId: z.string().nullable(),
  agentName: z.string().nullable(),
  team: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  direction: z.string().nullable(),
  business: z.string().nullable(),
  durationMs: z.number().int().nullable(),
  /** Key of the form under which the call counts. */
  form: z.string(),
  templateId: z.string(),
  templateTitle: Bilingual,
  templateVersion: z.number().int(),
  inspector: z.string(),
  before: Hundredths.nullable(),
  after: Hundredths.nullable(),
  passed: z.boolean().nullable(),
  excellent: z.boolean(),
  fatal: z.number().int(),
  /** Breach classes of the items that lost marks and how many items each, the class of the dearest item first. */
  breachClasses: z.array(z.object({ title: Bilingual, count: z.number().int() })),
  submittedAt: z.number().int(),
  comment: z.string(),
});
export type ReviewLine = z.infer<typeof ReviewLine>;

export const LostLine = z.object({
  reviewId: Id,
  recordingId: Id,
  file: z.string(),
  agentId: z.string().nullable(),
  agentName: z.string().nullable(),
  team: z.string().nullable(),
  businessDate: BusinessDate.nullable(),
  itemId: z.string(),
  article: z.string(),
  itemTitle: Bilingual,
  severity: Severity,
  breachClass: Bilingual.nullable(),
  count: z.number().int().nullable(),
  lost: Hundredths,
  /** Seconds into the recording: the first comment on the item, else the first evidence not called a false alarm. */
  at: z.number().nullable(),
  quote: z.string().nullable(),
  comment: z.string().nullable(),
  cause: z.string().nullable(),
  causeTitle: Bilingual.nullable(),
});
export type LostLine = z.infer<typeof LostLine>;

export const ReportQuery = z.object({
  period: Period,
  /** Any day of the period. */
  date: BusinessDate,
  teams: z.array(z.string()).optional(),
  templateId: z.string().optional(),
});
export type ReportQuery = z.infer<typeof ReportQuery>;

export const Report = z.object({
  query: ReportQuery,
  from: BusinessDate,
  to: BusinessDate,
  generatedAt: z.number().int(),
  /**
   * Forms by which calls of the period were reviewed, the one with most reviews first (without reviews: those of the
   * earlier periods). All figures, lost items and examples follow their order.
   */
  forms: z.array(Form),
  figures: Figures,
  previous: Figures,
  /** Daily report: the same weekday a week before. Weekly and monthly: the same period a year before. */
  yearAgo: Figures,
  teams: z.array(GroupFigures),
  agents: z.array(GroupFigures),
  days: z.array(GroupFigures),
  lostItems: z.array(LostItem),
  fatal: z.array(LostLine),
  best: z.array(ReviewLine),
  worst: z.array(ReviewLine),
  reviews: z.array(ReviewLine),
  lost: z.array(LostLine),
  /** One line for a chat group, in both languages. */
  summary: Bilingual,
});
export type Report = z.infer<typeof Report>;

export const ReportFormat = z.enum(['xlsx', 'csv', 'json']);
export type ReportFormat = z.infer<typeof ReportFormat>;

export const reports = {
  figures: oc.input(ReportQuery).output(Report),
  /** Periods with reviews, newest first, for the list at the left. */
  periods: oc.input(z.object({ period: Period })).output(
    z.array(
      z.object({
        date: BusinessDate,
        from: BusinessDate,
        to: BusinessDate,
        reviewed: z.number().int(),
        /** Of the only form; null where there are several. */
        average: Hundredths.nullable(),
        /** The form with most reviews first. */
        forms: z.array(
          z.object({
            form: z.string(),
            templateId: z.string(),
            title: Bilingual,
            reviewed: z.number().int(),
            average: Hundredths.nullable(),
          }),
        ),
      }),
    ),
  ),
  /** Writes the files and returns their paths; without `dir` into the library's exports, with a download path for the browser. */
  export: oc
    .input(
      ReportQuery.extend({
        format: ReportFormat,
        dir: z.string().optional(),
        language: z.enum(['zh', 'en']).default('zh'),
        preparedBy: z.string().max(100).optional(),
        checkedBy: z.string().max(100).optional(),
      }),
    )
    .output(z.object({ files: z.array(z.object({ path: z.string(), downloadUrl: z.string() })) })),
};
