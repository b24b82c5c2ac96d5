import { Popover } from 'antd';
import { useEffect, useState } from 'react';
import { figureText, type Review } from '../../../../core/contract/index.ts';
import { points } from '../../../i18n/format.ts';
import { useLanguage } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Shape } from '../../../ui/shape.tsx';
import { useT } from '../use-t.ts';
import { openCount } from '../work/open-count.ts';
import { isDraft, useWork } from '../work/work-store.ts';
import { ScoreSheet } from './score-sheet.tsx';
import styles from './score-strip.module.css';
import { ShowingMenu } from './showing-menu.tsx';

/** Waits so that a screen reader hears the score once, not at every key. */
const SPEAK_AFTER_MS = 500;

/** Live score and verdict, the machine's beside it (as large, until every finding is decided), and how far the form is. */
export function ScoreHead() {
  const t = useT();
  const review = useWork((work) => work.review);
  const template = useWork((work) => work.template);
  const undecided = useWork(openCount) > 0;
  const [open, setOpen] = useState(false);
  if (!review || !template) return <div className={styles.head} />;
  const { score } = review;
  const beside = isDraft(review) && review.machineScore !== null && (undecided || review.openFatal.length > 0);
  return (
    <div className={styles.head}>
      {beside ? (
        <div className={styles.beside} title={t('score.sideBySide')}>
          <Verdict name={t('score.person')} score={score.after} passed={score.passed} />
          <Verdict name={t('score.machine')} score={review.machineScore} passed={review.machinePassed} />
        </div>
      ) : (
        <Alone review={review} passMark={template.passMark} />
      )}
      <ShowingMenu review={review} />
      <Popover
        trigger="click"
        placement="bottomRight"
        open={open}
        onOpenChange={setOpen}
        destroyOnHidden
        content={<ScoreSheet review={review} template={template} />}
      >
        <Button small look="ghost" icon="help" iconOnly>
          {t('score.how')}
        </Button>
      </Popover>
      <Spoken text={t('score.live', { score: points(score.after), state: t(`score.${stateOf(score.passed)}`) })} />
    </div>
  );
}

const stateOf = (passed: boolean | null) => (passed === null ? 'none' : passed ? 'passed' : 'failed');

/** One of the two, while findings are open. */
function Verdict({ name, score, passed }: { name: string; score: number | null; passed: boolean | null }) {
  const t = useT();
  const state = stateOf(passed);
  return (
    <span className={styles.verdict}>
      <small>{name}</small>
      <b>{points(score)}</b>
      <span className={styles.state} data-state={state}>
        {t(`score.${state}`)}
      </span>
    </span>
  );
}

/** The person's score, with the machine's beside it for comparison. */
function Alone({ review, passMark }: { review: Review; passMark: number }) {
  const t = useT();
  const language = useLanguage();
  const { score, machineScore } = review;
  const state = stateOf(score.passed);
  const delta = score.after !== null && machineScore !== null && score.answered > 0 ? score.after - machineScore : 0;
  return (
    <>
      <span className={styles.score}>
        <b>{points(score.after)}</b>
        {t('common:points')}
      </span>
      <span className={styles.state} data-state={state} title={t('score.passMark', { n: points(passMark) })}>
        {state === 'passed' && <Shape kind="pass" />}
        {state === 'failed' && <Shape kind="serious" />}
        {t(`score.${state}`)}
      </span>
      <span className={styles.state} data-state={score.fatal.length > 0 ? 'fatal' : 'none'}>
        <Shape kind="fatal" size={10} />
        {t('score.fatal', { n: score.fatal.length })}
      </span>
      {machineScore !== null && (
        <span className={styles.machine} title={figureText('machineScore', language)}>
          {t('score.machine')} <b>{points(machineScore)}</b>
          {delta !== 0 && (
            <small>{t('score.delta', { n: `${delta > 0 ? '+' : '−'}${points(Math.abs(delta))}` })}</small>
          )}
        </span>
      )}
    </>
  );
}

function Spoken({ text }: { text: string }) {
  const [spoken, setSpoken] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), SPEAK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <span className="visually-hidden" role="status">
      {spoken}
    </span>
  );
}
