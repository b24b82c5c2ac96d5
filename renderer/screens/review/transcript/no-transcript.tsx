/** A call without words: it can be scored all the same, transcribed here, or given a transcript that there is. */
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api.ts';
import { openSettings } from '../../../app/navigation.ts';
import { percent } from '../../../i18n/format.ts';
import { useTranslation } from '../../../i18n/index.ts';
import { Button, CommandButton } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { showQueue } from '../../transcription/queue/queue-store.ts';
import { lookAtTranscriptFile } from '../transcript-file/transcript-file-store.ts';
import { useT } from '../use-t.ts';
import { useWork } from '../work/work-store.ts';

export function NoTranscript() {
  const t = useT();
  const words = useTranslation('transcription').t;
  const recordingId = useWork((work) => work.recording?.id);
  const { fault, waits, fraction } = usePlan(recordingId);
  if (waits)
    return (
      <EmptyState
        icon="clock"
        title={
          fraction === null ? words('start.queuedHere') : words('start.workingHere', { percent: percent(fraction, 0) })
        }
        actions={<Button onClick={showQueue}>{words('start.show')}</Button>}
      >
        <Progress label={words('queue.title')} fraction={fraction} width={200} />
      </EmptyState>
    );
  return (
    <EmptyState
      icon="comment"
      title={t('transcript.none')}
      actions={
        <>
          <CommandButton command="file.transcribe" icon="transcribe" look="primary" showKey>
            {words('start.button')}
          </CommandButton>
          <Button onClick={() => void lookAtTranscriptFile()}>{t('transcript.attach')}</Button>
          {fault && <Button onClick={() => openSettings('models')}>{words('start.toModels')}</Button>}
        </>
      }
    >
      {t('transcript.noneHint')}
    </EmptyState>
  );
}

/** How the call could be transcribed, and where it is in the queue. */
function usePlan(recordingId: string | undefined) {
  const plan = useQuery({
    queryKey: ['transcription', 'plan', recordingId],
    queryFn: () => api.transcription.plan({ recordingIds: [recordingId!] }),
    enabled: recordingId !== undefined,
  });
  const waits = (plan.data?.waiting ?? 0) > 0;
  const front = useQuery({
    queryKey: ['transcription', 'queue', 'front'],
    queryFn: () => api.transcription.queue({ limit: 20 }),
    enabled: waits,
    refetchInterval: 1000,
  });
  const place = front.data?.recordings.find((one) => one.recordingId === recordingId);
  return { fault: plan.data?.fault ?? null, waits, fraction: place?.fraction ?? null };
}
