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

export const Figures = z.object({
  recordings: z.number().int(),
  reviewed: z.number().int(),
  coverage: Rate,
  agentCoverage: Rate,
  /** Mean of the final scores in hundredths (rounded half up); fatal calls count as the template says. Null without scores. */
  average: Hundredths.nullable(),
  passRate: Rate,
  excellentRate: Rate,
  fatalRate: Rate,
});
export type Figures = z.infer<typeof Figures>;

export const GroupFigures = Figures.extend({ key: z.string(), label: z.string(), team: z.string().nullable() });
export type GroupFigures = z.infer<typeof GroupFigures>;

export const LostItem = z.object({
  templateId: z.string(),
  itemId: z.string(),
  article: z.string(),
  title: Bilingual,
  severity: Severity,
  /** Calls that lost marks on the item; share of all lost items; calls to which it applied; running share. */
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
  templateId: z.string(),
  templateTitle: Bilingual,
  templateVersion: z.number().int(),
  inspector: z.string(),
  before: Hundredths.nullable(),
  after: Hundredths.nullable(),
  passed: z.boolean().nullable(),
  excellent: z.boolean(),
  fatal: z.number().int(),
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
  article: z.string(),
  itemTitle: Bilingual,
  severity: Severity,
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
        average: Hundredths.nullable(),
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
