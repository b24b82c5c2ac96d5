/** Shape and colour of a verdict always go together: ▲ fatal, ■ serious, ● minor, ? unknown, ✓ pass, – not applicable,
 * dashed ring = a person judges, flag = only a mark. */
import styles from './shape.module.css';

export type Mark = 'fatal' | 'serious' | 'minor' | 'unknown' | 'pass' | 'na' | 'human' | 'mark';

export function Shape({ kind, size = 11 }: { kind: Mark; size?: number }) {
  return (
    <svg aria-hidden="true" className={styles[kind]} width={size} height={size} viewBox="0 0 11 11" fill="currentColor">
      {kind === 'fatal' && <path d="M5.5 .8 10.6 10.2H.4z" />}
      {kind === 'serious' && <rect x="1" y="1" width="9" height="9" />}
      {kind === 'minor' && <circle cx="5.5" cy="5.5" r="4.7" />}
      {kind === 'unknown' && (
        <path
          d="M3.2 3.6a2.3 2.3 0 1 1 3.4 2.1c-.8.5-1.1.8-1.1 1.6M5.5 9.6v.1"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
        />
      )}
      {kind === 'pass' && (
        <path
          d="M1.2 5.8l3 3 5.6-6.4"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
      {kind === 'na' && <path d="M2 5.5h7" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />}
      {kind === 'mark' && <path d="M1.6 .6h1.3v9.8H1.6zM3.6 1.2h6.4L8.2 4l1.8 2.8H3.6z" />}
      {kind === 'human' && (
        <circle
          cx="5.5"
          cy="5.5"
          r="4.2"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.2"
          strokeDasharray="1.6 1.6"
        />
      )}
    </svg>
  );
}
