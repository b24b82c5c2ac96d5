import { useRef } from 'react';
import type { Segment } from '../../../../core/contract/index.ts';
import { clock, clockTenths } from '../../../i18n/format.ts';
import { seek, seekBy } from '../player/player.ts';
import { usePlayer } from '../player/player-store.ts';
import { contains } from '../player/spans.ts';
import { useT } from '../use-t.ts';
import { useWork } from '../work/work-store.ts';
import styles from './playhead.module.css';
import { moveTo, useEveryMove } from './use-playhead.ts';

/** While playing, a screen reader hears of the position this often. */
const SPOKEN_EVERY = 5;

/** The playhead is the waveform's slider: ←→ 1 s, PgUp/PgDn 10 s, Home/End. */
export function Playhead() {
  const t = useT();
  const rail = useRef<HTMLDivElement>(null);
  const ref = useRef<HTMLDivElement>(null);
  const flag = useRef<HTMLSpanElement>(null);
  const duration = usePlayer((player) => player.duration);
  const spoken = usePlayer(({ playing, time }) =>
    playing ? Math.floor(time / SPOKEN_EVERY) * SPOKEN_EVERY : Math.round(time),
  );
  const segments = useWork((work) => work.transcript?.segments);
  useEveryMove((fraction, time) => {
    if (!rail.current || !ref.current || !flag.current) return;
    moveTo(rail.current, Math.min(1, Math.max(0, fraction)) * 100);
    put(ref.current.dataset, 'hidden', String(fraction < 0 || fraction > 1));
    put(ref.current.dataset, 'side', fraction > 0.9 ? 'left' : 'right');
    put(flag.current, 'textContent', clockTenths(time));
  });
  const who = speakerAt(segments, spoken);
  return (
    <div ref={rail} className={styles.rail}>
      <div
        ref={ref}
        className={styles.playhead}
        role="slider"
        tabIndex={0}
        data-own-keys="Left Right PageUp PageDown Home End"
        data-pane-start="waveform"
        aria-label={t('wave.position')}
        aria-valuemin={0}
        aria-valuemax={Math.round(duration)}
        aria-valuenow={Math.round(spoken)}
        aria-valuetext={t('wave.positionText', {
          time: clock(spoken * 1000),
          total: clock(duration * 1000),
          speaker: who && who !== 'unknown' ? t('wave.speaking', { who: t(`common:${who}`) }) : '',
        })}
        onKeyDown={(event) => {
          const move = keys[event.key];
          if (!move || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          move(duration);
        }}
      >
        <span ref={flag} />
      </div>
    </div>
  );
}

/** Writes only what has changed. */
function put<K extends string>(target: Partial<Record<K, string | null>>, key: K, value: string): void {
  if (target[key] !== value) target[key] = value;
}

const keys: Record<string, (duration: number) => void> = {
  ArrowLeft: () => seekBy(-1),
  ArrowRight: () => seekBy(1),
  PageUp: () => seekBy(-10),
  PageDown: () => seekBy(10),
  Home: () => seek(0),
  End: (duration) => seek(duration),
};

const speakerAt = (segments: readonly Segment[] | undefined, time: number) =>
  segments?.findLast((segment) => contains(segment, time))?.speaker;
