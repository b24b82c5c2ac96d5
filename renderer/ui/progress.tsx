import styles from './progress.module.css';

/** A thin bar. `fraction` 0…1; null = running without a known end. `failed` shows as a share at the end. */
export function Progress({
  fraction,
  failed = 0,
  label,
  width,
}: {
  fraction: number | null;
  failed?: number;
  label: string;
  width?: number | string;
}) {
  const percent = Math.round((fraction ?? 0) * 100);
  return (
    <span
      className={styles.track}
      style={{ width }}
      role="progressbar"
      aria-label={label}
      {...(fraction === null ? {} : { 'aria-valuenow': percent, 'aria-valuemin': 0, 'aria-valuemax': 100 })}
    >
      <i
        className={fraction === null ? styles.running : styles.done}
        style={fraction === null ? undefined : { width: `${percent}%` }}
      />
      {failed > 0 && <i className={styles.failed} style={{ width: `${Math.max(2, failed * 100)}%` }} />}
    </span>
  );
}
