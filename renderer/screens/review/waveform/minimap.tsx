import { useMemo, useRef } from 'react';
import { percent } from '../../../i18n/format.ts';
import { seek, setFollowing } from '../player/player.ts';
import { usePlayer } from '../player/player-store.ts';
import { union } from '../player/spans.ts';
import { useT } from '../use-t.ts';
import { useWork } from '../work/work-store.ts';
import type { Hold } from './holds.ts';
import { at, spanStyle } from './place.ts';
import { pan, type Viewport } from './viewport.ts';
import { WaveCanvas } from './wave-canvas.tsx';
import { setView, useWave } from './wave-store.ts';
import styles from './waveform.module.css';

/** The whole call: what was heard, and which part the lanes show. Click seeks, drag moves the view. */
export function Minimap({ holds }: { holds: readonly Hold[] }) {
  const t = useT();
  const peaks = useWave((wave) => wave.peaks);
  const view = useWave((wave) => wave.view);
  const duration = Math.max(
    1,
    usePlayer((player) => player.duration),
  );
  const now = usePlayer((player) => Math.round(player.time * 4) / 4);
  const fresh = usePlayer((player) => player.heard);
  const saved = useWork((work) => work.review?.heard);
  const ratio = useWork((work) => work.review?.heardRatio ?? 0);
  const heard = useMemo(() => union([...(saved ?? []), ...fresh]), [saved, fresh]);
  const whole = useMemo<Viewport>(() => ({ start: 0, end: duration }), [duration]);
  const sounding = useMemo(() => holds.filter(({ sound }) => sound === 'hold'), [holds]);
  const pressed = useRef<{ x: number; moved: boolean } | null>(null);
  return (
    <div className={styles.minimap}>
      <div className={styles.gutter}>
        {t('wave.whole')}
        <span className={styles.heardShare}>{t('wave.heard', { n: percent(ratio, 0) })}</span>
      </div>
      <div
        className={styles.overview}
        title={t('wave.minimap')}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          pressed.current = { x: event.clientX, moved: false };
        }}
        onPointerMove={(event) => {
          const press = pressed.current;
          if (!press) return;
          const by = event.clientX - press.x;
          if (!press.moved && Math.abs(by) < 4) return;
          const { width } = event.currentTarget.getBoundingClientRect();
          setView((current, length) => pan(current, (by / width) * length, length));
          pressed.current = { x: event.clientX, moved: true };
        }}
        onPointerUp={(event) => {
          const { left, width } = event.currentTarget.getBoundingClientRect();
          if (pressed.current?.moved === false) {
            setFollowing(true);
            seek(((event.clientX - left) / width) * duration);
          }
          pressed.current = null;
        }}
      >
        {heard.map((span) => (
          <i key={span.start} className={styles.heard} style={spanStyle(span, whole)} />
        ))}
        {peaks && <WaveCanvas peaks={peaks} channel={null} view={whole} colour="--ink-3" holds={sounding} />}
        <i className={styles.frame} style={spanStyle(view, whole)} />
        <i className={styles.needle} style={at(now, whole)} />
      </div>
    </div>
  );
}
