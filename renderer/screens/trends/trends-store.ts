import dayjs from 'dayjs';
import { create } from 'zustand';
import type { Period, TrendQuery } from '../../../core/contract/index.ts';

export type Metric = 'average' | 'passRate' | 'fatalRate';

interface TrendsState {
  /** Null until the library's own last days are known. */
  query: TrendQuery | null;
  metric: Metric;
}

export const useTrends = create<TrendsState>(() => ({ query: null, metric: 'average' }));

export function changeTrend(patch: Partial<TrendQuery>): void {
  useTrends.setState(({ query }) => {
    if (!query) return {};
    const { teams, templateId, form, ...rest } = { ...query, ...patch };
    return {
      query: {
        ...rest,
        ...(teams && teams.length > 0 ? { teams } : {}),
        ...(templateId ? { templateId } : {}),
        ...(form ? { form } : {}),
      },
    };
  });
}

/** The buckets that make a range readable: up to a month by day, up to half a year by week. */
export function bucketFor(from: string, to: string): Period {
  const days = dayjs(to).diff(dayjs(from), 'day');
  return days <= 35 ? 'day' : days <= 190 ? 'week' : 'month';
}
