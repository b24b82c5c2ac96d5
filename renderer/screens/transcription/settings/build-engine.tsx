/** Offers to build the engine that is compiled on the machine it runs on. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, describeError } from '../../../api.ts';
import { useLanguage } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { toast } from '../../../ui/toast.tsx';
import { Field } from '../../settings/field.tsx';
import { isOpen } from '../queue/job-order.ts';
import { showQueue } from '../queue/queue-store.ts';
import { useJobList } from '../queue/use-job-list.ts';
import { useT } from '../use-t.ts';

export function BuildEngine() {
  const t = useT();
  const language = useLanguage();
  const client = useQueryClient();
  const job = useJobList().find(({ kind }) => kind === 'build');
  const built = job?.state === 'done';
  useEffect(() => {
    if (built) void client.invalidateQueries({ queryKey: ['transcription', 'engines'] });
  }, [built, client]);
  const start = async () => {
    try {
      await api.transcription.buildEngine();
    } catch (error) {
      toast(describeError(error, language), { tone: 'error' });
    }
  };
  const going = job !== undefined && isOpen(job);
  return (
    <Field label={t('buildLabel')} hint={going ? t('building') : t('buildHint')}>
      {going ? (
        <Button onClick={showQueue}>{t('queue.open')}</Button>
      ) : (
        <Button onClick={() => void start()}>{t('build')}</Button>
      )}
    </Field>
  );
}
