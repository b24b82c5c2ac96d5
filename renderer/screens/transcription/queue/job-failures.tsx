/** Why a job stopped or what of it failed, and the ways on. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Job } from '../../../../core/contract/index.ts';
import { api, describeError } from '../../../api.ts';
import { openSettings } from '../../../app/navigation.ts';
import { hideNumbers } from '../../../i18n/hide-numbers.ts';
import { useBilingual, useLanguage } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Shape } from '../../../ui/shape.tsx';
import { toast } from '../../../ui/toast.tsx';
import { useT } from '../use-t.ts';
import { isModelFault } from './model-fault.ts';
import styles from './queue.module.css';

export function JobFailures({ job }: { job: Job }) {
  const t = useT();
  const text = useBilingual();
  const language = useLanguage();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const { id: jobId } = job;
  const outcome = useQuery({
    queryKey: ['transcription', 'outcome', jobId, job.state, job.failed],
    queryFn: () => api.transcription.outcome({ jobId }),
  });
  const act = async (what: () => Promise<unknown>) => {
    try {
      await what();
      await client.invalidateQueries({ queryKey: ['jobs'] });
    } catch (error) {
      toast(describeError(error, language), { tone: 'error' });
    }
  };
  const retry = () =>
    act(() => (job.kind !== 'transcribe' ? api.jobs.resume({ id: jobId }) : api.transcription.retry({ jobId })));
  if (!outcome.data) return null;
  const { stopped, failed } = outcome.data;
  return (
    <div className={styles.failures}>
      <div className={styles.line}>
        <Shape kind="serious" />
        <span className={styles.reason}>
          {job.state === 'failed'
            ? stopped
              ? hideNumbers(text(stopped.message))
              : t('queue.unexpected')
            : t('queue.failed', { n: Math.max(job.failed, failed.length) })}
        </span>
        {failed.length > 0 && (
          <Button small look="ghost" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'queue.hide' : 'queue.failures')}
          </Button>
        )}
      </div>
      {open && (
        <ul className={styles.reasons}>
          {failed.map((one) => (
            <li key={`${one.recordingId}${one.file}`}>
              <b>{hideNumbers(one.file)}</b>
              <span>{hideNumbers(text(one.message))}</span>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.ways}>
        {stopped && isModelFault(stopped.code) && (
          <Button small onClick={() => openSettings('models')}>
            {t('queue.toModels')}
          </Button>
        )}
        <Button small icon="loop" onClick={() => void retry()}>
          {t('queue.retry')}
        </Button>
        <Button small look="ghost" onClick={() => void act(() => api.transcription.dismiss({ jobId }))}>
          {t('queue.dismiss')}
        </Button>
      </div>
    </div>
  );
}
