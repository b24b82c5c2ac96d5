import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '../../../../api.ts';
import { clock } from '../../../../i18n/format.ts';
import { Button } from '../../../../ui/button.tsx';
import { Tag } from '../../../../ui/tag.tsx';
import { seek } from '../../player/player.ts';
import { useT } from '../../use-t.ts';
import { useWork } from '../../work/work-store.ts';
import { restoreSentence } from './edit-actions.ts';
import styles from './editing.module.css';
import { useEditing } from './editing-store.ts';

const close = () => useEditing.setState({ original: false });

/** The transcript as the engine or the file gave it, to read and to bring sentences back from. Esc leaves. */
export function OriginalView() {
  const t = useT();
  const root = useRef<HTMLElement>(null);
  const transcript = useWork((work) => work.transcript);
  const recordingId = transcript?.recordingId ?? '';
  const { data } = useQuery({
    queryKey: ['transcripts', 'original', recordingId, transcript?.corrections],
    queryFn: () => api.corrections.original({ recordingId }),
    placeholderData: (before) => before,
    enabled: transcript !== null,
  });
  useEffect(() => root.current?.focus(), []);
  return (
    <section
      ref={root}
      className={styles.original}
      tabIndex={0}
      aria-label={t('correct.original')}
      data-pane="transcript"
      data-pane-start="transcript"
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <div className={styles.banner}>
        <span>{t('correct.originalHint')}</span>
        <Button small kbd="Esc" onClick={close}>
          {t('correct.back')}
        </Button>
      </div>
      <ol>
        {data?.segments.map(({ id, start, speaker, text, state }) => (
          <li key={id} className={styles.came} data-state={state} data-speaker={speaker}>
            <button
              type="button"
              className={styles.time}
              aria-label={t('transcript.seekTo', { time: clock(start * 1000) })}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => seek(start)}
            >
              {clock(start * 1000)}
            </button>
            <span className={styles.who}>
              {t(speaker === 'unknown' ? 'common:unknownSpeaker' : `common:${speaker}`)}
            </span>
            <p>{text}</p>
            {state !== 'same' && (
              <span className={styles.state}>
                <Tag tone="line">{t(state === 'removed' ? 'correct.removedState' : 'correct.corrected')}</Tag>
                <Button small look="ghost" icon="undo" iconOnly onClick={() => restoreSentence(id)}>
                  {t('correct.restore')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
