import type { ContractRouterClient } from '@orpc/contract';
import type { Contract, TrendPoint, TrendSeries } from '../../../core/contract/index.ts';
import type { Metric } from './trends-store.ts';

export type Trend = Awaited<ReturnType<ContractRouterClient<Contract>['trends']['series']>>;

/** What the chart draws for a series or a point: points for the average, percent for rates; by item always the loss rate. */
export function metricOf(point: TrendPoint | TrendSeries, metric: Metric): number | null {
  if (point.lossRate) return point.lossRate.value === null ? null : round(point.lossRate.value * 100);
  if (metric === 'average') return point.average === null ? null : point.average / 100;
  const { value } = point[metric];
  return value === null ? null : round(value * 100);
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Series worth drawing: more than a few lines cannot be told apart, so the ones with most calls. */
export function drawn(series: readonly TrendSeries[], most = 6): readonly TrendSeries[] {
  return series.length <= most ? series : [...series].sort((a, b) => b.n - a.n).slice(0, most);
}
