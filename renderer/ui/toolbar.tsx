import type { ReactNode } from 'react';
import styles from './toolbar.module.css';

/** The strip at the top of a screen: its title, then its controls; `end` stands at the far side. */
export function Toolbar({ title, end, children }: { title: string; end?: ReactNode; children?: ReactNode }) {
  return (
    <header className={styles.toolbar}>
      <h1>{title}</h1>
      {children}
      <i />
      {end}
    </header>
  );
}
