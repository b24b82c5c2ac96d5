import { useQuery } from '@tanstack/react-query';
import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useEffect } from 'react';
import { api, describeError } from '../../api.ts';
import { go } from '../../app/navigation.ts';
import { useBilingual, useLanguage, useTranslation } from '../../i18n/index.ts';
import { usePeriodPresets } from '../../i18n/period-presets.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { DistributionCard } from './distribution-card.tsx';
import { FormSwitch } from './form-switch.tsx';
import { RankingCard } from './ranking-card.tsx';
import { Tiles } from './tiles.tsx';
import { TrendCard } from './trend-card.tsx';
import styles from './trends-screen.module.css';
import { bucketFor, changeTrend, useTrends } from './trends-store.ts';

export function TrendsScreen() {
  const { t } = useTranslation('trends');
  const language = useLanguage();
  const query = useTrends((state) => state.query);
  const facets = useQuery({
    queryKey: ['recordings', 'facets', {}],
    queryFn: () => api.recordings.facets({ filter: {} }),
  });
  const info = useQuery({ queryKey: ['app', 'info'], queryFn: () => api.app.info() });
  const last = facets.data?.lastDate ?? info.data?.today;
  useEffect(() => {
    // The last two weeks that have calls, not those before today: an archive is looked at too.
    if (!useTrends.getState().query && facets.data && last) {
      const twoWeeks = dayjs(last).subtract(13, 'day').format('YYYY-MM-DD');
      const from = facets.data.firstDate && facets.data.firstDate > twoWeeks ? facets.data.firstDate : twoWeeks;
      useTrends.setState({ query: { from, to: last, bucket: bucketFor(from, last), by: 'all' } });
    }
  }, [facets.data, last]);
  const trend = useQuery({
    queryKey: ['trends', 'series', query],
    queryFn: () => api.trends.series(query!),
    enabled: query !== null,
    placeholderData: (before) => before,
  });
  return (
    <div className={styles.screen}>
      <TrendsToolbar teams={facets.data?.teams ?? []} today={info.data?.today} />
      {trend.error ? (
        <EmptyState icon="warning" title={t('failed')}>
          {describeError(trend.error, language)}
        </EmptyState>
      ) : trend.data && trend.data.figures.reviewed === 0 ? (
        <EmptyState
          icon="trends"
          title={t('empty')}
          actions={<Button onClick={() => go('review')}>{t('goReview')}</Button>}
        >
          {t('emptyText')}
        </EmptyState>
      ) : (
        trend.data &&
        query && (
          <div ref={comeBack} className={styles.grid}>
            <div className={styles.figures}>
              <FormSwitch trend={trend.data} />
              <Tiles trend={trend.data} />
            </div>
            <TrendCard trend={trend.data} query={query} />
            <DistributionCard trend={trend.data} />
            <RankingCard query={query} by="item" />
            <RankingCard query={query} by={query.by === 'agent' ? 'agent' : 'team'} />
          </div>
        )
      )}
    </div>
  );
}

/** Who comes back from a list finds the screen as it was left. */
function comeBack(scroller: HTMLDivElement): () => void {
  scroller.scrollTop = useTrends.getState().scrollTop;
  const keep = () => useTrends.setState({ scrollTop: scroller.scrollTop });
  scroller.addEventListener('scroll', keep, { passive: true });
  return () => scroller.removeEventListener('scroll', keep);
}

function TrendsToolbar({
  teams,
  today,
}: {
  teams: readonly { value: string; label: string }[];
  today: string | undefined;
}) {
  const { t } = useTranslation('trends');
  const text = useBilingual();
  const query = useTrends((state) => state.query);
  const templates = useQuery({ queryKey: ['templates', 'list'], queryFn: () => api.templates.list() });
  const presets = usePeriodPresets(today);
  const end = dayjs(query?.to);
  return (
    <Toolbar
      title={t('title')}
      end={
        <>
          <span className={styles.note} title={t('hint')}>
            {t('hint')}
          </span>
          <Segmented
            label={t('groupBy')}
            value={query?.by ?? 'all'}
            options={(['all', 'team', 'agent', 'item'] as const).map((value) => ({ value, label: t(`by.${value}`) }))}
            onChange={(by) => changeTrend({ by })}
          />
        </>
      }
    >
      <Segmented
        label={t('range')}
        value={query?.bucket ?? 'day'}
        options={(['day', 'week', 'month'] as const).map((value) => ({ value, label: t(`bucket.${value}`) }))}
        onChange={(bucket) => changeTrend({ bucket })}
      />
      <DatePicker.RangePicker
        allowClear={false}
        value={query ? [dayjs(query.from), dayjs(query.to)] : null}
        presets={[
          ...presets,
          { label: t('last7'), value: [end.subtract(6, 'day'), end] },
          { label: t('last30'), value: [end.subtract(29, 'day'), end] },
          { label: t('last12'), value: [end.subtract(12, 'month').add(1, 'day'), end] },
        ]}
        onChange={(range) => {
          const [from, to] = [range?.[0]?.format('YYYY-MM-DD'), range?.[1]?.format('YYYY-MM-DD')];
          if (from && to) changeTrend({ from, to, bucket: bucketFor(from, to) });
        }}
      />
      <Select
        mode="multiple"
        className={styles.teams}
        maxTagCount="responsive"
        placeholder={t('allTeams')}
        aria-label={t('allTeams')}
        value={query?.teams ?? []}
        options={teams.map(({ value, label }) => ({ value, label }))}
        onChange={(chosen) => changeTrend({ teams: chosen })}
      />
      <Select
        allowClear
        className={styles.template}
        placeholder={t('allTemplates')}
        aria-label={t('allTemplates')}
        value={query?.templateId ?? null}
        options={(templates.data ?? []).map((item) => ({ value: item.id, label: text(item.title) }))}
        onChange={(templateId) => changeTrend({ templateId: templateId ?? undefined })}
      />
    </Toolbar>
  );
}
