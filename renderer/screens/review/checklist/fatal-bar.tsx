import type { Review } from '../../../../core/contract/index.ts';
import { clock } from '../../../i18n/format.ts';
import { useBilingual } from '../../../i18n/index.ts';
import { Button, CommandButton } from '../../../ui/button.tsx';
import { Shape } from '../../../ui/shape.tsx';
import { useT } from '../use-t.ts';
import { goToPointById } from '../work/cursor.ts';
import { selectMarks, useWork } from '../work/work-store.ts';
import styles from './fatal-bar.module.css';
import { useWouldSay } from './use-would-say.ts';

/** Fatal findings that nobody decided, and what submitting without a decision would say. */
export function FatalBar({ review, busy }: { review: Review; busy: boolean }) {
  const t = useT();
  const text = useBilingual();
  const marks = useWork(selectMarks).filter(({ finding }) => review.openFatal.includes(finding.id));
  const would = useWouldSay(review);
  return (
    <section className={styles.bar} role="alert" aria-label={t('foot.fatal', { n: review.openFatal.length })}>
      <div className={styles.line}>
        <b>
          <Shape kind="fatal" />
          {t('foot.fatal', { n: review.openFatal.length })}
        </b>
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
      </div>
      <div className={styles.line}>
        <span className={styles.would} title={would}>
          {would}
        </span>
        <CommandButton command="score.submit-undecided" small showKey disabled={busy}>
          {t('foot.undecided')}
        </CommandButton>
      </div>
    </section>
  );
}
