import { useQuery } from '@tanstack/react-query';
import type { Transcript } from '../../../../core/contract/index.ts';
import { api, describeError } from '../../../api.ts';
import { useLanguage } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { toast } from '../../../ui/toast.tsx';
import { isSeparated, usePlayer } from '../player/player-store.ts';
import { ExportMenu } from '../transcript-file/export-menu.tsx';
import { useT } from '../use-t.ts';
import { useWork } from '../work/work-store.ts';
import { TranscriptMenu } from './editing/transcript-menu.tsx';
import styles from './transcript.module.css';

/** Where the words come from, and whether the speakers could be told apart. */
export function TranscriptSource() {
  const t = useT();
  const transcript = useWork((work) => work.transcript);
  const separated = usePlayer(isSeparated);
  const came = t(transcript?.source === 'engine' ? 'transcript.engine' : 'transcript.imported');
  const source = transcript?.corrections ? t('correct.count', { source: came, n: transcript.corrections }) : came;
  return (
    <>
      {!separated && <MonoTag transcript={transcript} />}
      {transcript && (
        <span className={styles.source} title={transcript.engine ? `${source} · ${transcript.engine}` : source}>
          {source}
        </span>
      )}
      <ExportMenu />
      <TranscriptMenu />
    </>
  );
}

/** One channel for both: the speakers are told apart by the file, by the voices only, or not at all. */
function MonoTag({ transcript }: { transcript: Transcript | null }) {
  const t = useT();
  const language = useLanguage();
  const estimated = transcript?.speakersEstimated ?? false;
  const told = transcript?.segments.some(({ speaker }) => speaker !== 'unknown') ?? false;
  const { data } = useQuery({
    queryKey: ['transcription', 'separation'],
    queryFn: () => api.transcription.separation(),
    enabled: !told,
  });
  const hint = estimated
    ? t('transcript.estimatedHint')
    : !told && data && !data.present
      ? t('transcript.monoHint', { folder: data.folder })
      : undefined;
  const confirm = async (confirmed: boolean) => {
    if (!transcript) return;
    try {
      await api.transcripts.confirmSpeakers({ recordingId: transcript.recordingId, confirmed });
      const undo = { label: t('common:undo'), run: () => void confirm(false) };
      if (confirmed) toast(t('transcript.speakersConfirmed'), { action: undo });
    } catch (error) {
      toast(describeError(error, language), { tone: 'error' });
    }
  };
  return (
    <span className={styles.mono} title={hint}>
      <Tag tone="line">{t(estimated ? 'transcript.estimated' : told ? 'header.mono' : 'transcript.mono')}</Tag>
      {estimated && (
        <Button small look="ghost" icon="check" iconOnly onClick={() => void confirm(true)}>
          {t('transcript.confirmSpeakers')}
        </Button>
      )}
    </span>
  );
}
