import { useState } from 'react';
import { api, describeError, errorOf } from '../../api.ts';
import { host } from '../../host.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import { toast } from '../../ui/toast.tsx';

/** An export under way. */
export interface Exporting {
  progressId: string;
  total: number;
  cancel: () => void;
}

/** Writes clips into a folder that is asked for (desktop), or downloads them: more than one as one archive. */
export function useClipExport() {
  const { t } = useTranslation('clips');
  const language = useLanguage();
  const [exporting, setExporting] = useState<Exporting | null>(null);
  const exportClips = async (ids: readonly string[]): Promise<void> => {
    const dir = host.pickOutputFolder ? await host.pickOutputFolder() : undefined;
    if (dir === null) return;
    const stop = new AbortController();
    const progressId = crypto.randomUUID();
    setExporting({ progressId, total: ids.length, cancel: () => stop.abort() });
    try {
      const zip = dir === undefined && ids.length > 1;
      const { files } = await api.training.exportClips(
        { ids: [...ids], zip, progressId, ...(dir ? { dir } : {}) },
        { signal: stop.signal },
      );
      for (const file of files) await host.deliver(file);
      toast(t('exported', { n: ids.length }));
    } catch (error) {
      if (stop.signal.aborted || errorOf(error).code === 'CANCELLED') toast(t('exportCancelled'));
      else toast(describeError(error, language), { tone: 'error' });
    } finally {
      setExporting(null);
    }
  };
  return { exporting, exportClips };
}
