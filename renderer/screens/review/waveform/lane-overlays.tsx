import { useMemo } from 'react';
import { Icon } from '../../../ui/icon.tsx';
import { usePlayer } from '../player/player-store.ts';
import { skipSpans } from '../player/silence.ts';
import { silenceIcon, useSilenceName } from '../use-silence-name.ts';
import { useT } from '../use-t.ts';
import type { Hold } from './holds.ts';
import { at, inView, spanStyle } from './place.ts';
import { useWave } from './wave-store.ts';
import styles from './waveform.module.css';

/** Waits and music, hatched, with how long they were; and the silence that playback jumps over. */
export function LaneOverlays({ holds }: { holds: readonly Hold[] }) {
  const t = useT();
  const nameOf = useSilenceName();
  const view = useWave((wave) => wave.view);
  const { skipSilence, quiet, checking } = useSkipping();
  const skipped = useMemo(
    () => (skipSilence && quiet ? skipSpans(quiet, checking) : []),
    [skipSilence, quiet, checking],
  );
  return (
    <>
      {skipped
        .filter((span) => inView(span, view))
        .map((span) => (
          <i key={span.start} className={styles.skipped} style={spanStyle(span, view)} title={t('wave.skipped')} />
        ))}
      {holds
        .filter((hold) => inView(hold, view))
        .map((hold) => (
          <div key={hold.start}>
            {hold.sound !== 'untranscribed' && <i className={styles.hold} style={spanStyle(hold, view)} />}
            {hold.limit !== null && hold.limit.at < view.end && (
              <>
                <i className={styles.overLimit} style={spanStyle({ start: hold.limit.at, end: hold.end }, view)} />
                {hold.limit.at >= view.start && (
                  <span className={`${styles.flag} ${styles.limitFlag}`} style={at(hold.limit.at, view)}>
                    {t('wave.limit', { n: hold.limit.seconds })}
                  </span>
                )}
              </>
            )}
            <span className={`${styles.flag} ${styles.holdFlag}`} style={spanStyle(hold, view)}>
              <Icon name={silenceIcon(hold)} size={13} />
              <span>
                {nameOf(hold)} {t('wave.seconds', { n: (hold.end - hold.start).toFixed(1) })}
              </span>
            </span>
          </div>
        ))}
    </>
  );
}

function useSkipping() {
  const skipSilence = usePlayer((player) => player.skipSilence);
  const quiet = usePlayer((player) => player.quiet);
  const checking = usePlayer((player) => player.checking);
  return { skipSilence, quiet, checking };
}
