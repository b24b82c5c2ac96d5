import dayjs from 'dayjs';
import isoWeek from 'dayjs/plugin/isoWeek';
import { useCallback, useMemo } from 'react';
import type { TrendQuery } from '../../../core/contract/index.ts';
import { openLibrary } from '../../app/navigation.ts';
import { copyTable } from '../../export/copy-table.ts';
import { useBilingual, useTranslation } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Chart, type ChartColours } from '../../ui/chart.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { toast } from '../../ui/toast.tsx';
import { Card } from './card.tsx';
import styles from './data-table.module.css';
import { drawn, metricOf, type Trend } from './trend.ts';
import { type Metric, toggleTable, useTrends } from './trends-store.ts';

dayjs.extend(isoWeek);

const dashes = ['solid', 'dashed', 'dotted', 'solid', 'dashed', 'dotted'] as const;
const symbols = ['circle', 'rect', 'triangle', 'diamond', 'circle', 'rect'] as const;

export function TrendCard({ trend, query }: { trend: Trend; query: TrendQuery }) {
  const { t } = useTranslation('trends');
  const text = useBilingual();
  const metric = useTrends((state) => state.metric);
  const asTable = useTrends((state) => state.tables.trend);
  const lines = useMemo(() => drawn(trend.series), [trend.series]);
  const bucketLabel = useCallback(
    (date: string) =>
      query.bucket === 'month'
        ? date.slice(0, 7)
        : query.bucket === 'week'
          ? t('week', { n: dayjs(date).isoWeek() })
          : dayjs(date).format('MM-DD'),
    [query.bucket, t],
  );
  const byDate = (index: number) => new Map(lines[index]!.points.map((point) => [point.date, point]));
  const isRate = query.by === 'item' || metric !== 'average';
  const title =
    query.by === 'item'
      ? t('lossTrend')
      : metric === 'average'
        ? t('averageTrend')
        : metric === 'passRate'
          ? t('passTrend')
          : t('fatalTrend');
  const option = useCallback(
    (colours: ChartColours) => ({
      grid: { left: 44, right: 16, top: lines.length > 1 ? 34 : 22, bottom: 24 },
      tooltip: {
        trigger: 'axis',
        // Drawn on the canvas: markup with styles of its own is refused by the page's security policy.
        renderMode: 'richText',
        confine: true,
        valueFormatter: (value: unknown) =>
          value === null || value === undefined ? '—' : `${value}${isRate ? '%' : ''}`,
      },
      legend:
        lines.length > 1
          ? { top: 0, left: 0, textStyle: { color: colours.ink, fontSize: 12 }, itemHeight: 8, type: 'scroll' }
          : { show: false },
      xAxis: {
        type: 'category',
        data: trend.buckets.map(bucketLabel),
        axisLabel: { color: colours.dim, fontSize: 12 },
        axisLine: { lineStyle: { color: colours.grid } },
        axisTick: { show: false },
      },
      yAxis: {
        type: 'value',
        scale: true,
        ...(isRate ? { min: 0, max: 100 } : { max: 100 }),
        axisLabel: { color: colours.dim, fontSize: 12, formatter: isRate ? '{value}%' : '{value}' },
        splitLine: { lineStyle: { color: colours.grid } },
      },
      series: lines.map((line, index) => {
        const points = new Map(line.points.map((point) => [point.date, point]));
        const colour = colours.lines[index % colours.lines.length];
        return {
          name: text(line.label),
          type: 'line',
          connectNulls: true,
          symbol: symbols[index % symbols.length],
          symbolSize: 8,
          lineStyle: { width: 2, type: dashes[index % dashes.length], color: colour },
          itemStyle: { color: colour },
          label: {
            show: lines.length === 1,
            position: 'top',
            color: colours.ink,
            fontSize: 12,
            formatter: isRate ? '{c}%' : '{c}',
          },
          data: trend.buckets.map((date) => {
            const point = points.get(date);
            return point ? metricOf(point, metric) : null;
          }),
        };
      }),
    }),
    [lines, trend.buckets, bucketLabel, metric, isRate, text],
  );
  const header = [t('name'), ...trend.buckets.map(bucketLabel)];
  const rows = lines.map((line, index) => {
    const points = byDate(index);
    return [
      text(line.label),
      ...trend.buckets.map((date) => (points.has(date) ? metricOf(points.get(date)!, metric) : null)),
    ];
  });
  return (
    <Card
      title={title}
      tools={
        <>
          {query.by !== 'item' && (
            <Segmented
              label={t('metric')}
              value={metric}
              options={(['average', 'passRate', 'fatalRate'] as const).map((value) => ({
                value,
                label: t(`metrics.${value}`),
              }))}
              onChange={(value: Metric) => useTrends.setState({ metric: value })}
            />
          )}
          <Button small look="ghost" icon="table" on={asTable} onClick={() => toggleTable('trend')}>
            {t(asTable ? 'chart' : 'data')}
          </Button>
          <Button
            small
            look="ghost"
            icon="copy"
            iconOnly
            onClick={() => void copyTable([header, ...rows]).then(() => toast(t('copied')))}
          >
            {t('copy')}
          </Button>
        </>
      }
    >
      {asTable ? (
        <table className={styles.table}>
          <thead>
            <tr>
              {header.map((cell, index) => (
                <th key={index}>{cell}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => {
              const points = byDate(index);
              return (
                <tr key={line.key}>
                  <td>{text(line.label)}</td>
                  {trend.buckets.map((date) => {
                    const point = points.get(date);
                    return (
                      <td key={date}>
                        {point && (
                          <button
                            type="button"
                            title={t('open', { n: point.n })}
                            onClick={() => openLibrary(point.calls)}
                          >
                            {metricOf(point, metric) ?? '—'} <small>{t('distributionNote', { n: point.n })}</small>
                          </button>
                        )}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      ) : (
        <Chart
          label={title}
          option={option}
          onMark={({ seriesIndex, dataIndex }) => {
            const point = byDate(seriesIndex).get(trend.buckets[dataIndex]!);
            if (point) openLibrary(point.calls);
          }}
        />
      )}
    </Card>
  );
}
