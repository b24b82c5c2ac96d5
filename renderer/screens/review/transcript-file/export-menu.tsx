import { Dropdown } from 'antd';
import { useState } from 'react';
import type { TranscriptFormat } from '../../../../core/contract/index.ts';
import { api, describeError } from '../../../api.ts';
import { host } from '../../../host.ts';
import { hideNumbers } from '../../../i18n/hide-numbers.ts';
import { useLanguage, useTranslation } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { toast } from '../../../ui/toast.tsx';
import { useWork } from '../work/work-store.ts';

const formats: readonly TranscriptFormat[] = ['docx', 'csv', 'txt', 'srt', 'vtt', 'json'];

/** The transcript as a file: the desktop asks for a folder, the browser downloads. */
export function ExportMenu() {
  const { t } = useTranslation('transcriptFile');
  const language = useLanguage();
  const recordingId = useWork((work) => work.transcript?.recordingId);
  const [exporting, setExporting] = useState(false);
  if (!recordingId) return null;
  const exportAs = async (format: TranscriptFormat) => {
    const dir = host.pickOutputFolder ? await host.pickOutputFolder() : undefined;
    if (dir === null) return;
    setExporting(true);
    try {
      const file = await api.transcripts.exportFile({ recordingId, format, language, ...(dir ? { dir } : {}) });
      await host.deliver(file);
      toast(t('exported', { file: hideNumbers(file.path.split(/[\\/]/).at(-1) ?? '') }));
    } catch (error) {
      toast(describeError(error, language), { tone: 'error' });
    } finally {
      setExporting(false);
    }
  };
  return (
    <Dropdown
      autoFocus
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: formats.map((format) => ({ key: format, label: t(`exportKind.${format}`) })),
        onClick: ({ key }) => void exportAs(key as TranscriptFormat),
      }}
    >
      <Button small look="ghost" icon="export" disabled={exporting} aria-label={t('exportAs')} title={t('exportAs')} />
    </Dropdown>
  );
}
