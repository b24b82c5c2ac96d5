import type { ReactNode } from 'react';
import styles from './card.module.css';

export function Card({
  title,
  note,
  tools,
  children,
}: {
  title: string;
  note?: string;
  tools?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={styles.card} aria-label={title}>
      <header className={styles.head}>
        <h2>{title}</h2>
        {note && <span>{note}</span>}
        <i />
        {tools}
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
