import type { Review } from '../../../../core/contract/index.ts';
import { CommandButton } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useT } from '../use-t.ts';
import styles from './fatal-bar.module.css';
import { useWouldSay } from './use-would-say.ts';

/** The machine has not looked at this call: nothing was found because nothing was looked for. */
export function UncheckedBar({ review, busy }: { review: Review; busy: boolean }) {
  const t = useT();
  const would = useWouldSay(review);
  return (
    <section className={styles.bar} role="alert" aria-label={t('foot.unchecked')}>
      <div className={styles.line}>
        <b>
          <Icon name="warning" />
          {t('foot.unchecked')}
        </b>
        <span className={styles.would} title={t('foot.uncheckedWhat', { n: review.unchecked })}>
          {t('foot.uncheckedWhat', { n: review.unchecked })}
        </span>
      </div>
      <div className={styles.line}>
        <span className={styles.would} title={would}>
          {would}
        </span>
        <CommandButton command="score.submit-undecided" small showKey disabled={busy}>
          {t('foot.uncheckedAnyway')}
        </CommandButton>
      </div>
    </section>
  );
}
