import { useQuery } from '@tanstack/react-query';
import { create } from 'zustand';
import type { Job } from '../../core/contract/index.ts';
import { api } from '../api.ts';
import { bytes, clock, timeOfDay } from '../i18n/format.ts';
import { useTranslation } from '../i18n/index.ts';
import { useJobs } from '../query.ts';
import { useConnection } from '../rpc-connection.ts';
import { Icon } from '../ui/icon.tsx';
import { Progress } from '../ui/progress.tsx';
import styles from './status-bar.module.css';

/** When the last change was saved, epoch ms; screens call `markSaved` after each write. */
const useSaved = create<{ at: number | null }>(() => ({ at: null }));
export const markSaved = (): void => useSaved.setState({ at: Date.now() });

export function StatusBar() {
  const { t } = useTranslation();
  const connected = useConnection((state) => state.connected);
  const savedAt = useSaved((state) => state.at);
  const running = Object.values(useJobs((state) => state.jobs)).filter((job) => job.state === 'running');
  const info = useQuery({ queryKey: ['app', 'info'], queryFn: () => api.app.info(), refetchInterval: 60_000 });
  const today = useQuery({ queryKey: ['reviews', 'today'], queryFn: () => api.reviews.today() });
  return (
    <footer className={styles.bar}>
      <span className={connected ? undefined : styles.gone}>
        <Icon name={connected ? 'check' : 'warning'} size={14} />
        {!connected
          ? t('status.gone')
          : savedAt
            ? t('status.saved', { time: timeOfDay(savedAt) })
            : t('status.connected')}
      </span>
      {(today.data?.drafts ?? 0) > 0 && <span>{t('status.drafts', { n: today.data!.drafts })}</span>}
      <span>
        <Icon name="lock" size={14} />
        {t('status.local')}
      </span>
      <i className={styles.gap} />
      {running.map((job) => (
        <JobProgress key={job.id} job={job} />
      ))}
      {info.data?.freeBytes != null && (
        <span>
          <Icon name="disk" size={14} />
          {t('status.free', { size: bytes(info.data.freeBytes) })}
        </span>
      )}
    </footer>
  );
}

function JobProgress({ job }: { job: Job }) {
  const { t } = useTranslation();
  const text = t(job.kind === 'import' ? 'status.importing' : 'status.analysing', { done: job.done, total: job.total });
  return (
    <span>
      <Icon name="clock" size={14} />
      {text}
      <Progress
        label={text}
        fraction={job.total > 0 ? job.done / job.total : null}
        failed={job.total > 0 ? job.failed / job.total : 0}
      />
      {job.remainingMs !== null && t('status.remaining', { time: clock(job.remainingMs) })}
    </span>
  );
}
