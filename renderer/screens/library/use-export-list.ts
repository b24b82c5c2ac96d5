import type { RecordingRow } from '../../../core/contract/index.ts';
import { api, describeError } from '../../api.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useSettings } from '../../app/settings.ts';
import { clock, dateTime } from '../../i18n/format.ts';
import { hideNumbers } from '../../i18n/hide-numbers.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import { toast } from '../../ui/toast.tsx';
import { listCsv } from './list-csv.ts';

const BATCH = 1000;

/** Writes the whole filtered list, not only what was scrolled to, as a CSV download. */
export function useExportList(): () => Promise<void> {
  const { t } = useTranslation(['library', 'common']);
  const language = useLanguage();
  return async () => {
    const { query } = useNavigation.getState();
    const zone = useSettings.getState().timeZone;
    try {
      const rows: RecordingRow[] = [];
      for (let total = 1; rows.length < total; ) {
        const page = await api.recordings.list({ ...query, offset: rows.length, limit: BATCH });
        rows.push(...page.rows);
        total = page.rows.length === 0 ? rows.length : page.total;
      }
      const ids = [
        'startedAt',
        'agent',
        'team',
        'direction',
        'phone',
        'duration',
        'business',
        'state',
        'score',
        'file',
      ] as const;
      const headers = ids.map((id) => t(`column.${id}`));
      const csv = listCsv(headers, rows, (row) => [
        row.startedAt === null ? null : dateTime(row.startedAt, zone),
        [row.agentId, row.agentName].filter(Boolean).join(' '),
        row.team,
        row.direction && t(`common:${row.direction}`),
        row.phoneMasked,
        row.durationMs === null ? null : clock(row.durationMs),
        row.business,
        t(`common:reviewState.${row.reviewState}`),
        row.score === null ? null : row.score / 100,
        hideNumbers(row.file),
      ]);
      download(csv, `${t('title')}_${dateTime(Date.now(), zone).slice(0, 10).replaceAll('-', '')}.csv`);
      toast(t('exported', { n: rows.length }));
    } catch (error) {
      toast(describeError(error, language), { tone: 'error' });
    }
  };
}

function download(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
