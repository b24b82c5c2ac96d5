import { useQuery } from '@tanstack/react-query';
import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import type { Period, Report } from '../../../core/contract/index.ts';
import { api } from '../../api.ts';
import { useCommand } from '../../commands/dispatcher.ts';
import { useBilingual, useTranslation } from '../../i18n/index.ts';
import { type NamedPeriod, usePeriodPresets } from '../../i18n/period-presets.ts';
import { Button, CommandButton } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import styles from './options-pane.module.css';
import { changeQuery, useReport } from './report-store.ts';
import { useReportExport } from './use-report-export.ts';

export function OptionsPane({ report }: { report: Report | null }) {
  const { t } = useTranslation('reports');
  const text = useBilingual();
  const { query, preparedBy, checkedBy } = useReport();
  const facets = useQuery({
    queryKey: ['recordings', 'facets', {}],
    queryFn: () => api.recordings.facets({ filter: {} }),
  });
  const templates = useQuery({ queryKey: ['templates', 'list'], queryFn: () => api.templates.list() });
  const { exporting, exportAs } = useReportExport();
  const any = (report?.figures.reviewed ?? 0) > 0;
  useCommand('file.export', () => void exportAs('xlsx'), any && !exporting);
  const copy = async () => {
    await navigator.clipboard.writeText(report ? text(report.summary) : '');
    toast(t('copied'));
  };
  return (
    <aside className={styles.pane}>
      <div className={styles.scroll}>
        <h2>{t('scope')}</h2>
        <Presets />
        <Row label={t('date')}>
          <DatePicker
            allowClear={false}
            picker={query?.period === 'week' ? 'week' : query?.period === 'month' ? 'month' : 'date'}
            value={query ? dayjs(query.date) : null}
            onChange={(day) => day && changeQuery({ date: day.format('YYYY-MM-DD') })}
          />
        </Row>
        <Row label={t('team')}>
          <Select
            mode="multiple"
            maxTagCount="responsive"
            placeholder={t('allTeams')}
            aria-label={t('team')}
            value={query?.teams ?? []}
            options={(facets.data?.teams ?? []).map((team) => ({ value: team.value, label: team.label }))}
            onChange={(teams) => changeQuery({ teams })}
          />
        </Row>
        <Row label={t('template')}>
          <Select
            allowClear
            placeholder={t('allTemplates')}
            aria-label={t('template')}
            value={query?.templateId ?? null}
            options={(templates.data ?? []).map((item) => ({ value: item.id, label: text(item.title) }))}
            onChange={(templateId) => changeQuery({ templateId: templateId ?? undefined })}
          />
        </Row>
        <h2>{t('signature')}</h2>
        <Row label={t('prepared')}>
          <TextField
            aria-label={t('prepared')}
            value={preparedBy}
            onChange={(event) => useReport.setState({ preparedBy: event.target.value })}
          />
        </Row>
        <Row label={t('checked')}>
          <TextField
            aria-label={t('checked')}
            value={checkedBy}
            onChange={(event) => useReport.setState({ checkedBy: event.target.value })}
          />
        </Row>
        <p className={styles.hint}>{t('masked')}</p>
        <h2>{t('summary')}</h2>
        <p className={styles.summary}>{report && text(report.summary)}</p>
      </div>
      <footer className={styles.foot}>
        <Button icon="copy" disabled={!any} onClick={() => void copy()}>
          {t('copySummary')}
        </Button>
        <CommandButton command="file.export" look="primary" icon="table" showKey disabled={!any || exporting}>
          {t('excel')}
        </CommandButton>
        <div className={styles.pair}>
          <Button disabled={!any || exporting} onClick={() => void exportAs('csv')}>
            {t('csv')}
          </Button>
          <Button disabled={!any || exporting} onClick={() => void exportAs('json')}>
            {t('json')}
          </Button>
        </div>
      </footer>
    </aside>
  );
}

const reportOf: Record<NamedPeriod, Period> = {
  yesterday: 'day',
  lastWeek: 'week',
  thisMonth: 'month',
  lastMonth: 'month',
};

/** The reports that people ask for by name. */
function Presets() {
  const { t } = useTranslation('reports');
  const query = useReport((state) => state.query);
  const info = useQuery({ queryKey: ['app', 'info'], queryFn: () => api.app.info() });
  const presets = usePeriodPresets(info.data?.today);
  return (
    <fieldset className={styles.presets} aria-label={t('date')}>
      {presets.map(({ name, label, value: [from, to] }) => {
        const period = reportOf[name];
        const shown = query?.period === period && !dayjs(query.date).isBefore(from) && !dayjs(query.date).isAfter(to);
        return (
          <Button key={name} small on={shown} onClick={() => changeQuery({ period, date: from.format('YYYY-MM-DD') })}>
            {label}
          </Button>
        );
      })}
    </fieldset>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <span>{label}</span>
      {children}
    </div>
  );
}
