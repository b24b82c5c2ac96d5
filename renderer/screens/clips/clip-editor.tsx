import { useRef, useState } from 'react';
import type { Clip } from '../../../core/contract/index.ts';
import { api, describeError } from '../../api.ts';
import { openReview } from '../../app/navigation.ts';
import { markSaved } from '../../app/status-bar.tsx';
import { useCommand } from '../../commands/dispatcher.ts';
import { host } from '../../host.ts';
import { clockTenths } from '../../i18n/format.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import { Button, CommandButton } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { toast } from '../../ui/toast.tsx';
import styles from './clip-editor.module.css';

/** One step of the ± buttons: 0.1 s. */
const STEP_MS = 100;

export function ClipEditor({ clip }: { clip: Clip }) {
  const { t } = useTranslation('clips');
  const language = useLanguage();
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [title, setTitle] = useState(clip.title);
  const [note, setNote] = useState(clip.note);
  const save = async (patch: Partial<Pick<Clip, 'title' | 'note' | 'kind' | 'startMs' | 'endMs'>>) => {
    try {
      await api.training.updateClip({ id: clip.id, ...patch });
      markSaved();
    } catch (error) {
      toast(describeError(error, language), { tone: 'error' });
    }
  };
  const toggle = () => {
    const element = audio.current;
    if (!element) return;
    if (element.paused)
      element.play().catch((error: unknown) => toast(describeError(error, language), { tone: 'error' }));
    else element.pause();
  };
  useCommand('play.toggle', toggle);
  return (
    <div className={styles.editor}>
      {/* The span is part of the address, so that a changed range is fetched anew. */}
      {/* biome-ignore lint/a11y/useMediaCaption: the words stand below */}
      <audio
        ref={audio}
        src={`${host.mediaUrl(clip.audioUrl)}?${clip.startMs}-${clip.endMs}`}
        preload="metadata"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
      />
      <div className={styles.play}>
        <CommandButton command="play.toggle" look="primary" icon={playing ? 'pause' : 'play'} showKey>
          {t('play')}
        </CommandButton>
        <b>{clockTenths((clip.endMs - clip.startMs) / 1000)}</b>
        <i className={styles.gap} />
        <Button icon="review" onClick={() => openReview(clip.recordingId, clip.startMs / 1000)}>
          {t('open')}
        </Button>
      </div>
      <label className={styles.field}>
        {t('titleField')}
        <input
          value={title}
          maxLength={200}
          onChange={(event) => setTitle(event.target.value)}
          onBlur={() => title.trim() !== '' && title !== clip.title && void save({ title: title.trim() })}
        />
      </label>
      <div className={styles.field}>
        {t('kindField')}
        <Segmented
          label={t('kindField')}
          value={clip.kind}
          options={(['bad', 'good'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(kind) => void save({ kind })}
        />
      </div>
      <div className={styles.field}>
        {t('range')}
        <Edge
          label={t('start')}
          ms={clip.startMs}
          onStep={(by) => void save({ startMs: Math.max(0, clip.startMs + by) })}
        />
        <Edge label={t('end')} ms={clip.endMs} onStep={(by) => void save({ endMs: clip.endMs + by })} />
      </div>
      <label className={styles.field}>
        {t('note')}
        <textarea
          rows={4}
          maxLength={4000}
          placeholder={t('noteHint')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          onBlur={() => note !== clip.note && void save({ note })}
        />
      </label>
      <div className={styles.field}>
        {t('text')}
        <p className={styles.text}>{clip.text || t('noText')}</p>
      </div>
    </div>
  );
}

function Edge({ label, ms, onStep }: { label: string; ms: number; onStep: (by: number) => void }) {
  const { t } = useTranslation('clips');
  return (
    <div className={styles.edge}>
      <span>{label}</span>
      <b>{clockTenths(ms / 1000)}</b>
      <Button small icon="minus" iconOnly onClick={() => onStep(-STEP_MS)}>
        {t('earlier')}
      </Button>
      <Button small icon="plus" iconOnly onClick={() => onStep(STEP_MS)}>
        {t('later')}
      </Button>
    </div>
  );
}
