import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, describeError } from '../../../api.ts';
import { bytes, percent } from '../../../i18n/format.ts';
import { useLanguage } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { toast } from '../../../ui/toast.tsx';
import { useJobList } from '../queue/use-job-list.ts';
import { useT } from '../use-t.ts';
import { CopyButton } from './copy-button.tsx';
import styles from './models.module.css';
import { StoppedDownload } from './stopped-download.tsx';

/** The two models that tell the voices of a mono call apart: downloaded together, or put into their folder. */
export function Separation() {
  const t = useT();
  const language = useLanguage();
  const client = useQueryClient();
  const jobs = useJobList();
  const { data } = useQuery({
    queryKey: ['transcription', 'separation'],
    queryFn: () => api.transcription.separation(),
  });
  if (!data) return null;
  const { name, present, folder, files } = data;
  const last = jobs.find((one) => one.kind === 'download' && one.label === name);
  const job = last?.state === 'running' ? last : null;
  const download = async () => {
    try {
      await api.transcription.downloadModel({ name });
    } catch (error) {
      toast(describeError(error, language), { tone: 'error' });
    }
    await client.invalidateQueries({ queryKey: ['jobs'] });
  };
  return (
    <section className={styles.folder} aria-label={t('models.separationTitle')}>
      <b>{t('models.separationTitle')}</b>
      {present ? (
        <span className={styles.there}>
          <Icon name="check" size={14} />
          {t('models.present')}
        </span>
      ) : job ? (
        <>
          <Progress label={t('models.separationTitle')} fraction={job.fraction ?? 0} width={72} />
          {percent(job.fraction ?? 0, 0)}
        </>
      ) : (
        <Button small icon="export" onClick={() => void download()}>
          {t('models.separationDownload', { size: bytes(files.reduce((sum, file) => sum + file.bytes, 0)) })}
        </Button>
      )}
      <span>{t('models.separation')}</span>
      <code>{folder}</code>
      <CopyButton text={folder} />
      {!present && last?.state === 'failed' && <StoppedDownload jobId={last.id} />}
    </section>
  );
}
