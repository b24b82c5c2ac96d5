import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, describeError } from '../../api.ts';
import { useSettings } from '../../app/settings.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SidePane } from '../../ui/side-pane.tsx';
import { OptionsPane } from './options-pane.tsx';
import { PaperView } from './paper-view.tsx';
import { PeriodList } from './period-list.tsx';
import { useReport } from './report-store.ts';
import styles from './reports-screen.module.css';

export function ReportsScreen() {
  const { t } = useTranslation('reports');
  const language = useLanguage();
  const query = useReport((state) => state.query);
  const inspector = useSettings((settings) => settings.inspector);
  const info = useQuery({ queryKey: ['app', 'info'], queryFn: () => api.app.info() });
  const latest = useQuery({
    queryKey: ['reports', 'periods', 'day'],
    queryFn: () => api.reports.periods({ period: 'day' }),
  });
  const first = latest.data?.[0]?.date ?? info.data?.today;
  useEffect(() => {
    if (!useReport.getState().query && latest.data && first)
      useReport.setState({ query: { period: 'day', date: first }, preparedBy: inspector });
  }, [first, latest.data, inspector]);
  const report = useQuery({
    queryKey: ['reports', 'figures', query],
    queryFn: () => api.reports.figures(query!),
    enabled: query !== null,
    placeholderData: (before) => before,
  });
  return (
    <div className={styles.screen}>
      <SidePane side="start" icon="calendar" label={t('recent')} className={styles.periods}>
        <PeriodList />
      </SidePane>
      {report.error ? (
        <EmptyState icon="warning" title={t('failed')}>
          {describeError(report.error, language)}
        </EmptyState>
      ) : (
        <PaperView report={report.data ?? null} />
      )}
      <SidePane side="end" icon="settings" label={t('options')} className={styles.options}>
        <OptionsPane report={report.data ?? null} />
      </SidePane>
    </div>
  );
}
