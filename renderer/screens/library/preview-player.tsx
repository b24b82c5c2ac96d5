/** The sound of a call beside a list: heard in place, without opening the call. */
import { useEffect, useRef, useState } from 'react';
import type { RecordingDetail } from '../../../core/contract/index.ts';
import { describeError } from '../../api.ts';
import { host } from '../../host.ts';
import { clock, clockTenths } from '../../i18n/format.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import { CommandButton } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { MiniWave } from './mini-wave.tsx';
import styles from './preview-player.module.css';

export interface PreviewSound {
  audio: React.RefObject<HTMLAudioElement | null>;
  /** Seconds. */
  position: number;
  playing: boolean;
  onPlaying: (playing: boolean) => void;
  onMoved: () => void;
  toggle: () => void;
  seek: (seconds: number) => void;
  playFrom: (seconds: number) => void;
}

export function usePreviewSound(recording: RecordingDetail): PreviewSound {
  const language = useLanguage();
  const audio = useRef<HTMLAudioElement>(null);
  const [position, setPosition] = useState(0);
  const [playing, setPlaying] = useState(false);
  const duration = (recording.durationMs ?? 0) / 1000;
  useEffect(() => {
    if (!playing) return;
    let frame = requestAnimationFrame(function tick() {
      setPosition(audio.current?.currentTime ?? 0);
      frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing]);
  const play = () =>
    void audio.current?.play().catch((error: unknown) => toast(describeError(error, language), { tone: 'error' }));
  const seek = (seconds: number) => {
    if (audio.current) audio.current.currentTime = Math.max(0, Math.min(duration, seconds));
  };
  return {
    audio,
    position,
    playing,
    onPlaying: setPlaying,
    onMoved: () => setPosition(audio.current?.currentTime ?? 0),
    toggle: () => (audio.current?.paused ? play() : audio.current?.pause()),
    seek,
    playFrom: (seconds) => {
      const begin = () => {
        seek(seconds);
        play();
      };
      // A place set before the length is known would be jumped to only after the beginning has sounded.
      if (!audio.current || audio.current.readyState >= HTMLMediaElement.HAVE_METADATA) begin();
      else audio.current.addEventListener('loadedmetadata', begin, { once: true });
    },
  };
}

export function PreviewPlayer({ recording, sound }: { recording: RecordingDetail; sound: PreviewSound }) {
  const { t } = useTranslation('library');
  const { position, playing } = sound;
  return (
    <div className={styles.player}>
      {/* biome-ignore lint/a11y/useMediaCaption: the transcript is shown beside it */}
      <audio
        ref={sound.audio}
        src={host.mediaUrl(recording.audioUrl)}
        preload="metadata"
        onPlay={() => sound.onPlaying(true)}
        onPause={() => sound.onPlaying(false)}
        onSeeked={sound.onMoved}
      />
      <MiniWave
        peaksUrl={recording.peaksUrl}
        agentChannel={recording.agentChannel}
        position={position}
        duration={(recording.durationMs ?? 0) / 1000}
        label={t('seek')}
        onSeek={sound.seek}
      />
      <div className={styles.transport}>
        <CommandButton command="play.toggle" look="primary" icon={playing ? 'pause' : 'play'} iconOnly>
          {t('player')}
        </CommandButton>
        <b>{clockTenths(position)}</b>
        <span className={styles.dim}>/ {clock(recording.durationMs ?? 0)}</span>
      </div>
    </div>
  );
}
