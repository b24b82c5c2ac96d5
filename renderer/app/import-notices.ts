import { useEffect, useRef } from 'react';
import type { Job } from '../../core/contract/index.ts';
import { api } from '../api.ts';
import { host } from '../host.ts';
import { useTranslation } from '../i18n/index.ts';
import { useJobs } from '../query.ts';
import { useImport } from '../screens/import/import-store.ts';
import { fractionOf } from '../screens/transcription/queue/job-order.ts';
import { toast } from '../ui/toast.tsx';

/** Says how an import ended (also outside the window when it is not in front), and feeds the taskbar's progress. */
export function useImportNotices(): void {
  const { t } = useTranslation('importing');
  const jobs = useJobs((state) => state.jobs);
  const seen = useRef(new Map<string, Job['state']>());
  useEffect(() => {
    for (const job of Object.values(jobs)) {
      const before = seen.current.get(job.id);
      seen.current.set(job.id, job.state);
      if (job.kind !== 'import' || before === undefined || before === job.state) continue;
      const imported = job.done - job.duplicates - job.failed;
      if (job.state === 'cancelled') toast(t('cancelled', { imported }));
      if (job.state === 'done' || job.state === 'failed') void tell(job, imported);
    }
    async function tell(job: Job, imported: number): Promise<void> {
      // The figures stand also where the remarks cannot be had.
      const remarks = await api.imports.remarks({ jobId: job.id }).catch(() => []);
      useImport.setState({ remarks, lastJob: job.id });
      const remarked = new Set(remarks.map((one) => one.recordingId)).size;
      const ended =
        job.state === 'done'
          ? t('done', { imported, duplicates: job.duplicates, failed: job.failed })
          : t('stopped', { imported, left: job.total - job.done });
      const text = remarked > 0 ? t('withRemarks', { text: ended, n: remarked }) : ended;
      const failed = job.failed > 0 || job.state === 'failed';
      const noted = failed || remarked > 0;
      const label = t(failed ? 'failures' : remarked > 0 ? 'remarks' : 'result');
      const action = {
        label,
        run: () => useImport.setState(noted ? { failuresOpen: true } : { resultOf: job.id }),
      };
      toast(text, { ...(failed ? { tone: 'error' } : {}), action });
      if (!document.hasFocus()) host.notify?.(t('doneTitle'), text);
    }
    const running = Object.values(jobs).find((job) => job.state === 'running' && job.total > 0);
    host.setProgress?.(running ? fractionOf(running) : null);
  }, [jobs, t]);
}
