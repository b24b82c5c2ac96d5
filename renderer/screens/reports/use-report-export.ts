import { useState } from 'react';
import type { ReportFormat } from '../../../core/contract/index.ts';
import { api, describeError } from '../../api.ts';
import { host } from '../../host.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import { toast } from '../../ui/toast.tsx';
import { useReport } from './report-store.ts';

/** Writes the report that is shown; the desktop asks for a folder, the browser downloads. */
export function useReportExport() {
  const { t } = useTranslation('reports');
  const language = useLanguage();
  const [exporting, setExporting] = useState(false);
  const exportAs = async (format: ReportFormat) => {
    const { query, preparedBy, checkedBy } = useReport.getState();
    if (!query) return;
    const dir = host.pickOutputFolder ? await host.pickOutputFolder() : undefined;
    if (dir === null) return;
    setExporting(true);
    try {
      const { files } = await api.reports.export({
        ...query,
        format,
        language,
        ...(dir ? { dir } : {}),
        ...(preparedBy ? { preparedBy } : {}),
        ...(checkedBy ? { checkedBy } : {}),
      });
      for (const file of files) {
        await host.deliver(file);
        toast(t('exported', { file: file.path.split(/[\\/]/).at(-1) ?? '' }));
      }
    } catch (error) {
      toast(describeError(error, language), { tone: 'error' });
    } finally {
      setExporting(false);
    }
  };
  return { exporting, exportAs };
}
