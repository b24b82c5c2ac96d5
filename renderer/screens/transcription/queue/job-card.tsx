import type { Job } from '../../../../core/contract/index.ts';
import { confirm } from '../../../app/confirm.tsx';
import { clock, percent } from '../../../i18n/format.ts';
import { hideNumbers } from '../../../i18n/hide-numbers.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { useT } from '../use-t.ts';
import { JobFailures } from './job-failures.tsx';
import { fractionOf, isOpen, needsAttention } from './job-order.ts';
import styles from './queue.module.css';
import { useJobChange } from './use-job-list.ts';

const icons: Record<Job['kind'], IconName> = {
  transcribe: 'transcribe',
  download: 'export',
  import: 'import',
  analyze: 'filter',
  export: 'reports',
  build: 'settings',
  reindex: 'search',
};

export function JobCard({ job }: { job: Job }) {
  const t = useT();
  const name = t(`queue.job.${job.kind}`, { name: hideNumbers(job.label) });
  const fraction = fractionOf(job);
  const open = isOpen(job);
  return (
    <li className={styles.job}>
      <div className={styles.line}>
        <Icon name={icons[job.kind]} />
        <b className={styles.name} title={name}>
          {name}
        </b>
        <span className={styles.dim}>
          {job.kind === 'download' || job.kind === 'build' || job.kind === 'reindex'
            ? percent(fraction, 0)
            : t(job.kind === 'transcribe' ? 'queue.count' : 'queue.files', { done: job.done, total: job.total })}
        </span>
        <i />
        {open && <JobButtons job={job} />}
      </div>
      {open && (
        <div className={styles.line}>
          <span className={styles.bar}>
            <Progress
              width="100%"
              label={name}
              fraction={fraction}
              failed={job.total > 0 ? job.failed / job.total : 0}
            />
          </span>
          <span className={styles.state}>
            {job.state === 'running' && job.remainingMs !== null
              ? t('queue.left', { time: clock(job.remainingMs) })
              : t(`queue.state.${job.state}`)}
          </span>
        </div>
      )}
      {needsAttention(job) && <JobFailures job={job} />}
    </li>
  );
}

function JobButtons({ job }: { job: Job }) {
  const t = useT();
  const change = useJobChange();
  const left = job.total - job.done;
  const cancel = async () => {
    const title = t('queue.cancelTitle');
    const action = t('queue.cancelAction');
    // A few are queued again as fast as the question is read.
    const sure =
      job.kind !== 'transcribe' ||
      left < 5 ||
      (await confirm({ title, text: t('queue.cancelText', { n: left }), action }));
    if (sure) await change('cancel', job.id);
  };
  return (
    <>
      {job.state === 'paused' ? (
        <Button small icon="play" onClick={() => void change('resume', job.id)}>
          {t('queue.resume')}
        </Button>
      ) : (
        <Button small icon="pause" onClick={() => void change('pause', job.id)}>
          {t('queue.pause')}
        </Button>
      )}
      <Button small look="ghost" onClick={() => void cancel()}>
        {t('queue.cancel')}
      </Button>
    </>
  );
}
