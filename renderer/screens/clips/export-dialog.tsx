import { useTranslation } from '../../i18n/index.ts';
import { useProgress } from '../../query.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Progress } from '../../ui/progress.tsx';
import type { Exporting } from './use-clip-export.ts';

/** How far the export is, and the way to stop it. */
export function ExportDialog({ progressId, total, cancel }: Exporting) {
  const { t } = useTranslation(['clips', 'common']);
  const done = useProgress(({ of }) => of[progressId]?.done ?? 0);
  return (
    <Dialog
      sticky
      title={t('export')}
      width={420}
      closeLabel={t('common:cancel')}
      onClose={cancel}
      footer={<Button onClick={cancel}>{t('common:cancel')}</Button>}
    >
      <p>{t('exporting', { done, total })}</p>
      <Progress width="100%" fraction={done / total} label={t('export')} />
    </Dialog>
  );
}
