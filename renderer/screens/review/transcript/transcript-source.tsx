import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api.ts';
import { Tag } from '../../../ui/tag.tsx';
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
      {!separated && <MonoTag estimated={transcript?.speakersEstimated ?? false} />}
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

/** One channel for both: nobody is told apart, or by the voices only. */
function MonoTag({ estimated }: { estimated: boolean }) {
  const t = useT();
  const { data } = useQuery({
    queryKey: ['transcription', 'separation'],
    queryFn: () => api.transcription.separation(),
    enabled: !estimated,
  });
  const hint = estimated
    ? t('transcript.estimatedHint')
    : data && !data.present
      ? t('transcript.monoHint', { folder: data.folder })
      : undefined;
  return (
    <span title={hint}>
      <Tag tone="line">{t(estimated ? 'transcript.estimated' : 'transcript.mono')}</Tag>
    </span>
  );
}
