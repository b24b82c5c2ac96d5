import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api.ts';
import { openSettings } from '../../../app/navigation.ts';
import { useBilingual } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { useT } from '../use-t.ts';
import styles from './models.module.css';

/** Why a download stopped, and the ways out. */
export function StoppedDownload({ jobId }: { jobId: string }) {
  const t = useT();
  const text = useBilingual();
  const outcome = useQuery({
    queryKey: ['transcription', 'outcome', jobId],
    queryFn: () => api.transcription.outcome({ jobId }),
  });
  const why = outcome.data?.stopped?.message;
  return (
    <div className={styles.stopped} role="alert">
      <p>
        {why && text(why)} {t('models.offlineHint')}
      </p>
      <Button small onClick={() => openSettings('transcription')}>
        {t('models.mirror')}
      </Button>
    </div>
  );
}
