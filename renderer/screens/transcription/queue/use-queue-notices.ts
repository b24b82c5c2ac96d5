import { useEffect, useRef } from 'react';
import type { Job } from '../../../../core/contract/index.ts';
import { api } from '../../../api.ts';
import { openSettings } from '../../../app/navigation.ts';
import { loadSettings } from '../../../app/settings.ts';
import { host } from '../../../host.ts';
import { hideNumbers } from '../../../i18n/hide-numbers.ts';
import { useLanguage } from '../../../i18n/index.ts';
import { useJobs } from '../../../query.ts';
import { toast } from '../../../ui/toast.tsx';
import { useT } from '../use-t.ts';
import { isModelFault } from './model-fault.ts';
import { showQueue } from './queue-store.ts';

const titles = { download: 'notice.downloadTitle', build: 'notice.buildTitle' } as const;

/** Says how transcription and downloads ended, also outside the window when it is not in front. */
export function useQueueNotices(): void {
  const t = useT();
  const language = useLanguage();
  const jobs = useJobs((state) => state.jobs);
  const seen = useRef(new Map<string, Job['state']>());
  useEffect(() => {
    const tell = (title: string, text: string, action?: { label: string; run: () => void }) => {
      toast(text, action ? { tone: 'error', action } : {});
      if (!document.hasFocus()) host.notify?.(title, text);
    };
    const show = { label: t('queue.open'), run: showQueue };
    const ended = async (job: Job) => {
      const name = hideNumbers(job.label);
      if (job.state === 'failed') {
        const { stopped } = await api.transcription.outcome({ jobId: job.id });
        const text = stopped ? hideNumbers(stopped.message[language]) : t('queue.unexpected');
        const models = { label: t('queue.toModels'), run: () => openSettings('models') };
        const title = t(job.kind === 'download' || job.kind === 'build' ? titles[job.kind] : 'notice.stoppedTitle');
        tell(title, text, stopped && isModelFault(stopped.code) ? models : show);
      } else if (job.kind === 'build') {
        tell(t('notice.buildTitle'), t('notice.built'));
      } else if (job.kind === 'download') {
        tell(t('notice.downloadTitle'), t('notice.downloaded', { name }));
        // The first model that is there is used at once.
        await loadSettings();
      } else {
        const n = job.done - job.failed - job.duplicates;
        if (job.failed > 0) tell(t('notice.doneTitle'), t('notice.doneFailed', { n, failed: job.failed }), show);
        else if (n > 0) tell(t('notice.doneTitle'), t('notice.done', { n }));
      }
    };
    for (const job of Object.values(jobs)) {
      const before = seen.current.get(job.id);
      seen.current.set(job.id, job.state);
      if (before === undefined || before === job.state) continue;
      if (job.kind !== 'transcribe' && job.kind !== 'download' && job.kind !== 'build') continue;
      // A core that has just gone tells no reason; the panel does once it is back.
      if (job.state === 'done' || job.state === 'failed') void ended(job).catch(() => undefined);
    }
  }, [jobs, t, language]);
}
