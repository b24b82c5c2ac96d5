import dayjs from 'dayjs';
import { create } from 'zustand';
import type { Period, TrendQuery } from '../../../core/contract/index.ts';

export type ChartCard = 'trend' | 'distribution';
export type Metric = 'average' | 'passRate' | 'fatalRate';

interface TrendsState {
  /** Null until the library's own last days are known. */
  query: TrendQuery | null;
  metric: Metric;
  /** Charts that are shown as tables. */
  tables: Record<ChartCard, boolean>;
  /** How far the screen was scrolled when it was left. */
  scrollTop: number;
}

export const useTrends = create<TrendsState>(() => ({
  query: null,
  metric: 'average',
  tables: { trend: false, distribution: false },
  scrollTop: 0,
}));

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

export const toggleTable = (card: ChartCard): void =>
  useTrends.setState(({ tables }) => ({ tables: { ...tables, [card]: !tables[card] } }));

/** The buckets that make a range readable: up to a month by day, up to half a year by week. */
export function bucketFor(from: string, to: string): Period {
  const days = dayjs(to).diff(dayjs(from), 'day');
  return days <= 35 ? 'day' : days <= 190 ? 'week' : 'month';
}
