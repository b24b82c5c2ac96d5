import { useCallback } from 'react';
import { openLibrary } from '../../app/navigation.ts';
import { useBilingual, useTranslation } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Chart, type ChartColours } from '../../ui/chart.tsx';
import { Card } from './card.tsx';
import styles from './data-table.module.css';
import type { Trend } from './trend.ts';
import { toggleTable, useTrends } from './trends-store.ts';

/** How many calls lie in each score band; fatal ones stand apart. */
export function DistributionCard({ trend }: { trend: Trend }) {
  const { t } = useTranslation('trends');
  const asTable = useTrends((state) => state.tables.distribution);
  const text = useBilingual();
  const bands = trend.distribution;
  const shown = trend.forms.find((form) => form.key === trend.form);
  const n = bands.reduce((sum, band) => sum + band.count, 0);
  const label = useCallback(
    (band: (typeof bands)[number]) => (band.label === 'fatal' ? t('fatalBand') : band.label),
    [t],
  );
  const option = useCallback(
    (colours: ChartColours) => ({
      grid: { left: 12, right: 12, top: 24, bottom: 24 },
      tooltip: { show: false },
      xAxis: {
        type: 'category',
        data: bands.map(label),
        axisLabel: { color: colours.dim, fontSize: 12, interval: 0 },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colours.grid } },
      },
      yAxis: { type: 'value', show: false, minInterval: 1 },
      series: [
        {
          type: 'bar',
          barMaxWidth: 56,
          label: { show: true, position: 'top', color: colours.ink, fontSize: 12 },
          data: bands.map((band) => ({
            value: band.count,
            itemStyle: { color: band.label === 'fatal' ? colours.fatal : colours.lines[0], borderRadius: [2, 2, 0, 0] },
          })),
        },
      ],
    }),
    [bands, label],
  );
  return (
    <Card
      title={t('distribution')}
      note={[...(trend.forms.length > 1 && shown ? [text(shown.title)] : []), t('distributionNote', { n })].join(' · ')}
      tools={
        <Button small look="ghost" icon="table" on={asTable} onClick={() => toggleTable('distribution')}>
          {t(asTable ? 'chart' : 'data')}
        </Button>
      }
    >
      {asTable ? (
        <table className={styles.table}>
          <tbody>
            {bands.map((band) => (
              <tr key={band.label}>
                <td>{label(band)}</td>
                <td className={styles.end}>
                  <button type="button" onClick={() => openLibrary(band.calls)}>
                    {band.count}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <Chart
          label={t('distribution')}
          option={option}
          onMark={({ dataIndex }) => bands[dataIndex] && openLibrary(bands[dataIndex].calls)}
        />
      )}
    </Card>
  );
}
