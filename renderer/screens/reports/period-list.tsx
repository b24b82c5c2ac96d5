import { useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import isoWeek from 'dayjs/plugin/isoWeek';
import type { Period } from '../../../core/contract/index.ts';
import { api } from '../../api.ts';
import { points } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/index.ts';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './period-list.module.css';
import { changeQuery, useReport } from './report-store.ts';

dayjs.extend(isoWeek);

/** 03-02 周一, 第10周 03-02 – 03-08, 2026-03 */
export function periodLabel(period: Period, from: string, to: string, zh: boolean): string {
  const day = dayjs(from);
  if (period === 'day') return `${day.format('MM-DD')} ${day.format('ddd')}`;
  if (period === 'month') return day.format('YYYY-MM');
  const week = day.isoWeek();
  return `${zh ? `第${week}周` : `W${week}`} ${day.format('MM-DD')} – ${dayjs(to).format('MM-DD')}`;
}

export function PeriodList() {
  const { t, i18n } = useTranslation('reports');
  const query = useReport((state) => state.query);
  const period = query?.period ?? 'day';
  const periods = useQuery({
    queryKey: ['reports', 'periods', period],
    queryFn: () => api.reports.periods({ period }),
  });
  const items = periods.data ?? [];
  return (
    <nav className={styles.list} aria-label={t('title')}>
      <h1>{t('title')}</h1>
      <Segmented
        label={t('title')}
        value={period}
        options={(['day', 'week', 'month'] as const).map((value) => ({ value, label: t(`period.${value}`) }))}
        onChange={(value) => changeQuery({ period: value })}
      />
      <h2>{t('recent')}</h2>
      {periods.data && items.length === 0 && <p className={styles.none}>{t('noPeriods')}</p>}
      <ul>
        {items.map((item) => {
          const current = query !== null && query.date >= item.from && query.date <= item.to;
          return (
            <li key={item.from}>
              <button
                type="button"
                className={current ? styles.current : undefined}
                aria-current={current ? 'true' : undefined}
                onClick={() => changeQuery({ date: item.date })}
              >
                <b>{periodLabel(period, item.from, item.to, i18n.language === 'zh')}</b>
                <span>{t('row', { n: item.reviewed, average: points(item.average) })}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
