/** The status bar's share of background jobs: what runs, how long it takes still, and the way to the rest. */
import type { Job } from '../../../../core/contract/index.ts';
import { run } from '../../../commands/dispatcher.ts';
import { useKeyLabel } from '../../../commands/use-key-label.ts';
import { clock, percent } from '../../../i18n/format.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { Shape } from '../../../ui/shape.tsx';
import { Tip } from '../../../ui/tip.tsx';
import { useT } from '../use-t.ts';
import { fractionOf, needsAttention, shownJobs } from './job-order.ts';
import styles from './queue-status.module.css';
import { useQueuePanel } from './queue-store.ts';
import { useJobList } from './use-job-list.ts';

export function QueueStatus() {
  const t = useT();
  const kbd = useKeyLabel('view.queue');
  const open = useQueuePanel((state) => state.open);
  const jobs = shownJobs(useJobList());
  const first = jobs[0];
  if (!first) return null;
  const troubled = jobs.filter(needsAttention);
  return (
    <Tip text={t('queue.title')} kbd={kbd}>
      <button
        type="button"
        className={styles.status}
        aria-expanded={open}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => run('view.queue')}
      >
        {(first.state === 'running' || first.state === 'queued' || first.state === 'paused') && <Going job={first} />}
        {jobs.length - troubled.length > 1 && <span>{t('status.more', { n: jobs.length - troubled.length - 1 })}</span>}
        {troubled.length > 0 && <Trouble jobs={troubled} />}
      </button>
    </Tip>
  );
}

function Going({ job }: { job: Job }) {
  const t = useT();
  const fraction = fractionOf(job);
  const { done, total } = job;
  const text = t(`status.${job.kind}`, { done, total, percent: percent(fraction, 0) });
  return (
    <>
      <Icon name="clock" size={14} />
      {text}
      <Progress label={text} fraction={fraction} failed={total > 0 ? job.failed / total : 0} />
      {job.state === 'paused'
        ? t('status.paused')
        : job.remainingMs !== null && t('queue.left', { time: clock(job.remainingMs) })}
    </>
  );
}

function Trouble({ jobs }: { jobs: Job[] }) {
  const t = useT();
  const failed = jobs.reduce((sum, job) => sum + job.failed, 0);
  return (
    <span className={styles.trouble}>
      <Shape kind="serious" />
      {jobs.some(({ state }) => state === 'failed') ? t('status.stopped') : t('status.failed', { n: failed })}
    </span>
  );
}
