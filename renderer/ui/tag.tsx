import type { ReactNode } from 'react';
import styles from './tag.module.css';

export type TagTone = 'plain' | 'line' | 'accent' | 'fatal' | 'serious' | 'minor' | 'unknown' | 'pass';

export function Tag({ tone = 'plain', children }: { tone?: TagTone; children: ReactNode }) {
  return <span className={`${styles.tag} ${styles[tone]}`}>{children}</span>;
}
