import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TrendQuery, TrendSeries } from '../../../core/contract/index.ts';
import { api } from '../../api.ts';
import { openLibrary } from '../../app/navigation.ts';
import { copyTable } from '../../export/copy-table.ts';
import { percent } from '../../i18n/format.ts';
import { useBilingual, useTranslation } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Shape } from '../../ui/shape.tsx';
import { toast } from '../../ui/toast.tsx';
import { Card } from './card.tsx';
import styles from './data-table.module.css';

/** Under this many calls a mean says little: grey, and last. */
const TOO_FEW = 5;

/** One row per team, agent or item: the weakest first, every row opens its calls. */
export function RankingCard({ query, by }: { query: TrendQuery; by: 'team' | 'agent' | 'item' }) {
  const { t } = useTranslation('trends');
  const text = useBilingual();
  const items = by === 'item';
  const question = { ...query, by };
  const trend = useQuery({
    queryKey: ['trends', 'series', question],
    queryFn: () => api.trends.series(question),
    placeholderData: (before) => before,
  });
  const shown = trend.data?.forms.find((form) => form.key === trend.data.form);
  // Rows are only compared within one form: with several, it says which.
  const note = [
    ...(shown && (trend.data?.forms.length ?? 0) > 1 ? [text(shown.title)] : []),
    ...(items ? [] : [t('note')]),
  ].join(' · ');
  const rows = useMemo(
    () => (trend.data?.series ?? []).filter((row) => row.n > 0).sort(items ? byLoss : byAverage),
    [trend.data, items],
  );
  const copy = () =>
    copyTable([
      [
        t('name'),
        ...(items ? [t('breachClass')] : []),
        t('n'),
        items ? t('lossRate') : t('average'),
        t('passRate'),
        t('fatalRate'),
      ],
      ...rows.map((row) => [
        text(row.label),
        ...(items ? [row.breachClass ? text(row.breachClass) : null] : []),
        row.n,
        items ? percent(row.lossRate?.value ?? null) : row.average === null ? null : row.average / 100,
        percent(row.passRate.value),
        percent(row.fatalRate.value),
      ]),
    ]).then(() => toast(t('copied')));
  const classed = rows.some((row) => row.breachClass);
  return (
    <Card
      title={t(`ranking.${by}`)}
      note={note}
      tools={
        <Button small look="ghost" icon="copy" iconOnly onClick={() => void copy()}>
          {t('copy')}
        </Button>
      }
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('name')}</th>
            {classed && <th>{t('breachClass')}</th>}
            <th className={styles.end}>{t('n')}</th>
            <th className={styles.end}>{items ? t('lossRate') : t('average')}</th>
            <th className={styles.barCell} aria-hidden="true" />
            <th className={styles.end}>{t('passRate')}</th>
            <th className={styles.end}>{t('fatalRate')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.key}
              className={[styles.opens, row.n < TOO_FEW && !items && styles.few].filter(Boolean).join(' ')}
              title={row.n < TOO_FEW && !items ? t('few') : t('open', { n: row.n })}
              onClick={() => openLibrary(row.calls)}
            >
              <td>
                <span className={styles.name}>
                  {row.severity && <Shape kind={row.severity} />}
                  <button type="button">{text(row.label)}</button>
                </span>
              </td>
              {classed && <td>{row.breachClass ? text(row.breachClass) : '—'}</td>}
              <td className={styles.end}>{row.n}</td>
              <td className={styles.end}>
                {items ? (
                  <>
                    {percent(row.lossRate?.value ?? null)}{' '}
                    <small>
                      {row.lossRate?.numerator} / {row.lossRate?.denominator}
                    </small>
                  </>
                ) : row.average === null ? (
                  '—'
                ) : (
                  (row.average / 100).toFixed(2)
                )}
              </td>
              <td className={styles.barCell} aria-hidden="true">
                <i
                  className={styles.bar}
                  style={{ width: `${items ? (row.lossRate?.value ?? 0) * 100 : (row.average ?? 0) / 100}%` }}
                />
              </td>
              <td className={styles.end}>
                {percent(row.passRate.value)}{' '}
                <small>
                  {row.passRate.numerator} / {row.passRate.denominator}
                </small>
              </td>
              <td className={styles.end}>{percent(row.fatalRate.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {items && rows.length === 0 && <p className={styles.none}>{t('noErrors')}</p>}
    </Card>
  );
}

const byLoss = (a: TrendSeries, b: TrendSeries) => (b.lossRate?.value ?? 0) - (a.lossRate?.value ?? 0) || b.n - a.n;
const byAverage = (a: TrendSeries, b: TrendSeries) =>
  Number(a.n < TOO_FEW) - Number(b.n < TOO_FEW) || (a.average ?? 0) - (b.average ?? 0);
