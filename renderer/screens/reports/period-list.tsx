import { useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import isoWeek from 'dayjs/plugin/isoWeek';
import type { Period } from '../../../core/contract/index.ts';
import { api } from '../../api.ts';
import { points } from '../../i18n/format.ts';
import { useBilingual, useTranslation } from '../../i18n/index.ts';
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
                <Scores period={item} templateId={query?.templateId} />
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

type ListedPeriod = Awaited<ReturnType<typeof api.reports.periods>>[number];

/**
 * Room for one mean: that of the template that the report is about, or of the only one. Where there are several, the
 * one with most reviews by its name, and how many there are; all of them in the tooltip.
 */
function Scores({ period, templateId }: { period: ListedPeriod; templateId: string | undefined }) {
  const { t } = useTranslation('reports');
  const text = useBilingual();
  const own = period.forms.filter((form) => templateId === undefined || form.templateId === templateId);
  const [first, ...others] = own;
  if (!first) return <span>{t('rowNone')}</span>;
  if (others.length === 0) return <span>{t('row', { n: first.reviewed, average: points(first.average) })}</span>;
  const said = own.map((form) =>
    t('rowForm', { title: text(form.title), n: form.reviewed, average: points(form.average) }),
  );
  return (
    <span title={said.join('\n')}>
      {t('rowOf', { n: own.reduce((sum, form) => sum + form.reviewed, 0), forms: own.length })}
      <small>{said[0]}</small>
    </span>
  );
}
