import type { ReactNode } from 'react';
import type { Review } from '../../../../core/contract/index.ts';
import { CommandButton } from '../../../ui/button.tsx';
import styles from './undecided-bar.module.css';
import { useWouldSay } from './use-would-say.ts';

/** Above the foot: what the routine key does not pass, what submitting would say, and the key of its own that passes it. */
export function UndecidedBar(props: {
  review: Review;
  busy: boolean;
  title: string;
  icon: ReactNode;
  /** What the button that submits all the same says. */
  action: string;
  children: ReactNode;
}) {
  const { review, busy, title, icon, action, children } = props;
  const would = useWouldSay(review);
  return (
    <section className={styles.bar} role="alert" aria-label={title}>
      <div className={styles.line}>
        <b>
          {icon}
          {title}
        </b>
        {children}
      </div>
      <div className={styles.line}>
        <span className={styles.would} title={would}>
          {would}
        </span>
        <CommandButton command="score.submit-undecided" small showKey disabled={busy}>
          {action}
        </CommandButton>
      </div>
    </section>
  );
}
