/** The import that runs, above the list: progress, pause, cancel, and the way to what failed. */
import { useQuery } from '@tanstack/react-query';
import type { Job } from '../../../core/contract/index.ts';
import { api } from '../../api.ts';
import { clock } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Shape } from '../../ui/shape.tsx';
import { useJobChange, useJobList } from '../transcription/queue/use-job-list.ts';
import styles from './import-banner.module.css';
import { useImport } from './import-store.ts';

export function ImportBanner() {
  const { t } = useTranslation('importing');
  const jobs = useJobList();
  const running = jobs.filter(
    (job) => job.kind === 'import' && (job.state === 'running' || job.state === 'paused' || job.state === 'queued'),
  );
  const failures = useQuery({ queryKey: ['imports', 'failures'], queryFn: () => api.imports.failures() });
  const failed = failures.data?.length ?? 0;
  const remarked = useImport((state) => new Set(state.remarks.map((one) => one.recordingId)).size);
  if (running.length === 0 && failed === 0 && remarked === 0) return null;
  return (
    <div className={styles.banner} role="region" aria-label={t('title')}>
      {running.map((job) => (
        <Running key={job.id} job={job} />
      ))}
      {running.length === 0 && <i className={styles.gap} />}
      {remarked > 0 && (
        <Button small icon="warning" onClick={() => useImport.setState({ failuresOpen: true })}>
          {t('remarked', { n: remarked })}
        </Button>
      )}
      {failed > 0 && (
        <Button small onClick={() => useImport.setState({ failuresOpen: true })}>
          <Shape kind="serious" />
          {t('failed', { n: failed })}
        </Button>
      )}
    </div>
  );
}

function Running({ job }: { job: Job }) {
  const { t } = useTranslation('importing');
  const change = useJobChange();
  const label = t('running', { label: job.label });
  return (
    <div className={styles.job}>
      <Icon name="import" />
      <span className={styles.label}>{label}</span>
      <span className={styles.bar}>
        <Progress
          width="100%"
          label={label}
          fraction={job.total > 0 ? job.done / job.total : null}
          failed={job.total > 0 ? job.failed / job.total : 0}
        />
      </span>
      <b>
        {job.done} / {job.total}
      </b>
      {job.duplicates > 0 && <span>{t('duplicates', { n: job.duplicates })}</span>}
      {job.state === 'paused' ? (
        <span>{t('paused')}</span>
      ) : (
        job.remainingMs !== null && <span>{t('remaining', { time: clock(job.remainingMs) })}</span>
      )}
      {job.state === 'paused' ? (
        <Button small icon="play" onClick={() => void change('resume', job.id)}>
          {t('resume')}
        </Button>
      ) : (
        <Button small icon="pause" onClick={() => void change('pause', job.id)}>
          {t('pause')}
        </Button>
      )}
      <Button small look="ghost" onClick={() => void change('cancel', job.id)}>
        {t('cancel')}
      </Button>
    </div>
  );
}
