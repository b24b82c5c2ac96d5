import { useT } from '../use-t.ts';
import styles from './gauge.module.css';
import type { Limit } from './limits.ts';

/** How much of the limit was used, and how much is over it. */
export function Gauge({ seconds, limit }: { seconds: number; limit: Limit }) {
  const t = useT();
  const scale = Math.max(seconds, limit.seconds);
  const percent = (part: number) => `${(part / scale) * 100}%`;
  const isBeyond = seconds > limit.seconds;
  return (
    <span className={styles.gauge} aria-hidden="true">
      <i className={styles.room} />
      <i
        className={styles.used}
        style={{ width: percent(limit.broken ? Math.min(seconds, limit.seconds) : seconds) }}
      />
      {limit.broken && isBeyond && <i className={styles.over} style={{ left: percent(limit.seconds) }} />}
      <i className={styles.limit} style={{ left: percent(limit.seconds) }} />
      <em style={isBeyond ? { left: percent(limit.seconds) } : { right: 0, left: 'auto', transform: 'none' }}>
        {t('transcript.limit', { n: limit.seconds })}
      </em>
    </span>
  );
}
