/** What is done in the background: every job with what can be done about it, and the recordings that wait, in order. */
import { useEffect, useRef } from 'react';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useT } from '../use-t.ts';
import { JobCard } from './job-card.tsx';
import { isOpen, shownJobs } from './job-order.ts';
import styles from './queue.module.css';
import { useQueuePanel } from './queue-store.ts';
import { useJobChange, useJobList } from './use-job-list.ts';
import { WaitingList } from './waiting-list.tsx';

const close = () => useQueuePanel.setState({ open: false });

export function QueuePanel() {
  const open = useQueuePanel((state) => state.open);
  return open ? <Panel /> : null;
}

function Panel() {
  const t = useT();
  const jobs = shownJobs(useJobList());
  const change = useJobChange();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  const going = jobs.filter(({ state }) => state === 'running' || state === 'queued');
  const resting = jobs.filter(({ state }) => state === 'paused');
  const all = (what: 'pause' | 'resume', some: typeof jobs) => void Promise.all(some.map(({ id }) => change(what, id)));
  return (
    <section
      ref={panel}
      role="dialog"
      aria-label={t('queue.title')}
      tabIndex={-1}
      className={styles.panel}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <div className={styles.head}>
        <h2>{t('queue.title')}</h2>
        {going.length > 1 && (
          <Button small icon="pause" onClick={() => all('pause', going)}>
            {t('queue.pauseAll')}
          </Button>
        )}
        {resting.length > 1 && (
          <Button small icon="play" onClick={() => all('resume', resting)}>
            {t('queue.resumeAll')}
          </Button>
        )}
        <Button small look="ghost" icon="close" iconOnly onClick={close}>
          {t('common:close')}
        </Button>
      </div>
      <div className={styles.body}>
        {jobs.length === 0 ? (
          <EmptyState icon="clock" title={t('queue.none')}>
            {t('queue.noneHint')}
          </EmptyState>
        ) : (
          <ul className={styles.jobs}>
            {jobs.map((job) => (
              <JobCard key={job.id} job={job} />
            ))}
          </ul>
        )}
        {jobs.some((job) => job.kind === 'transcribe' && isOpen(job)) && <WaitingList />}
      </div>
    </section>
  );
}
