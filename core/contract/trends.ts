import { z } from 'zod';
import { oc } from './base.ts';
import { Bilingual, BusinessDate, Hundredths, Period, Severity } from './common.ts';
import { RecordingFilter } from './recordings.ts';
import { Figures, Form, Rate } from './reports.ts';

const Group = z.enum(['all', 'team', 'agent', 'item']);

export const TrendQuery = z.object({
  from: BusinessDate,
  to: BusinessDate,
  bucket: Period,
  by: Group,
  teams: z.array(z.string()).optional(),
  agentIds: z.array(z.string()).optional(),
  templateId: z.string().optional(),
  /** Key of the form whose scores are compared; without it, or where it has no review in the range, the one with most reviews. */
  form: z.string().optional(),
});
export type TrendQuery = z.infer<typeof TrendQuery>;

/**
 * `n` and all figures are those of the calls that `calls` finds. Grouped by item these are the calls that lost
 * marks on it. Buckets without a call have no point.
 */
export const TrendPoint = z.object({
  /** First day of the bucket. */
  date: BusinessDate,
  n: z.number().int(),
  average: Hundredths.nullable(),
  passRate: Rate,
  fatalRate: Rate,
  /** Grouping by item: share of applicable calls that lost marks on it. */
  lossRate: Rate.nullable(),
  /** The calls behind this mark. */
  calls: RecordingFilter,
});
export type TrendPoint = z.infer<typeof TrendPoint>;

export const TrendSeries = z.object({
  key: z.string(),
  label: Bilingual,
  /** For items only. */
  severity: Severity.nullable(),
  breachClass: Bilingual.nullable(),
  n: z.number().int(),
  average: Hundredths.nullable(),
  passRate: Rate,
  fatalRate: Rate,
  lossRate: Rate.nullable(),
  calls: RecordingFilter,
  points: z.array(TrendPoint),
});
export type TrendSeries = z.infer<typeof TrendSeries>;

export const trends = {
  series: oc.input(TrendQuery).output(
    z.object({
      /** Forms with reviews in the range, most reviews first, each with the filter that finds its calls. */
      forms: z.array(Form.extend({ calls: RecordingFilter })),
      /** Key of the form that distribution and series compare; null without reviews. */
      form: z.string().nullable(),
      figures: Figures,
      previous: Figures,
      /** All calls behind the totals. */
      calls: RecordingFilter,
      /** Scores of the chosen form. Fatal calls first (label `fatal`), then the others per score band, lower bounds 0, 60, 80, 85, 90, 95, 100. */
      distribution: z.array(
        z.object({
          from: Hundredths,
          to: Hundredths,
          label: z.string(),
          count: z.number().int(),
          calls: RecordingFilter,
        }),
      ),
      buckets: z.array(BusinessDate),
      /** Ungrouped: one for each form. Groups and items: of the chosen form alone. */
      series: z.array(TrendSeries),
    }),
  ),
};
