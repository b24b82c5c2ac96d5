import { api, describeError } from '../../../api.ts';
import { host } from '../../../host.ts';
import { useLanguage } from '../../../i18n/index.ts';
import { queryClient } from '../../../query.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { toast } from '../../../ui/toast.tsx';
import { useT } from '../use-t.ts';
import { useWork } from '../work/work-store.ts';

export function NoTranscript() {
  const t = useT();
  const language = useLanguage();
  const recordingId = useWork((work) => work.recording?.id);
  const attach = async () => {
    try {
      const [path] = await host.pick({ multiple: false, accept: ['.json', '.srt', '.vtt', '.txt'] });
      if (!path || !recordingId) return;
      await api.transcripts.attach({ recordingId, path });
      await queryClient.invalidateQueries({ queryKey: ['transcripts'] });
    } catch (error) {
      toast(describeError(error, language), { tone: 'error' });
    }
  };
  return (
    <EmptyState
      icon="comment"
      title={t('transcript.none')}
      actions={<Button onClick={() => void attach()}>{t('transcript.attach')}</Button>}
    >
      {t('transcript.noneHint')}
    </EmptyState>
  );
}
