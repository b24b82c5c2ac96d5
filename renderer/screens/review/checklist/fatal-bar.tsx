import type { Review } from '../../../../core/contract/index.ts';
import { clock } from '../../../i18n/format.ts';
import { useBilingual } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Shape } from '../../../ui/shape.tsx';
import { useT } from '../use-t.ts';
import { goToPointById } from '../work/cursor.ts';
import { selectMarks, useWork } from '../work/work-store.ts';
import styles from './undecided-bar.module.css';
import { UndecidedBar } from './undecided-bar.tsx';

/** Fatal findings that nobody decided, and what submitting without a decision would say. */
export function FatalBar({ review, busy }: { review: Review; busy: boolean }) {
  const t = useT();
  const text = useBilingual();
  const marks = useWork(selectMarks).filter(({ finding }) => review.openFatal.includes(finding.id));
  return (
    <UndecidedBar
      review={review}
      busy={busy}
      title={t('foot.fatal', { n: review.openFatal.length })}
      icon={<Shape kind="fatal" />}
      action={t('foot.undecided')}
    >
      <span className={styles.names}>
        {marks.map(({ finding, span }) => (
          <Button
            key={finding.id}
            small
            look="ghost"
            title={text(finding.reason)}
            onClick={() => goToPointById(finding.id)}
          >
            {text(finding.title)}
            {span && <em>{clock(span.start * 1000)}</em>}
          </Button>
        ))}
      </span>
    </UndecidedBar>
  );
}
