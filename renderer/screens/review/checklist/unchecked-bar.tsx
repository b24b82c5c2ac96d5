import type { Review } from '../../../../core/contract/index.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useT } from '../use-t.ts';
import styles from './undecided-bar.module.css';
import { UndecidedBar } from './undecided-bar.tsx';

/** The machine has not looked at this call: nothing was found because nothing was looked for. */
export function UncheckedBar({ review, busy }: { review: Review; busy: boolean }) {
  const t = useT();
  const what = t('foot.uncheckedWhat', { n: review.unchecked });
  return (
    <UndecidedBar
      review={review}
      busy={busy}
      title={t('foot.unchecked')}
      icon={<Icon name="warning" />}
      action={t('foot.uncheckedAnyway')}
    >
      <span className={styles.would} title={what}>
        {what}
      </span>
    </UndecidedBar>
  );
}
