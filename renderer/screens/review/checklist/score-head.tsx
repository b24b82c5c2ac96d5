import { Popover } from 'antd';
import { useEffect, useState } from 'react';
import { points } from '../../../i18n/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Shape } from '../../../ui/shape.tsx';
import { useT } from '../use-t.ts';
import { useWork } from '../work/work-store.ts';
import { ScoreSheet } from './score-sheet.tsx';
import styles from './score-strip.module.css';
import { ShowingMenu } from './showing-menu.tsx';

/** Waits so that a screen reader hears the score once, not at every key. */
const SPEAK_AFTER_MS = 500;

/** Live score, verdict, fatal items, what the machine alone would give, and how far the form is. */
export function ScoreHead() {
  const t = useT();
  const review = useWork((work) => work.review);
  const template = useWork((work) => work.template);
  const [open, setOpen] = useState(false);
  if (!review || !template) return <div className={styles.head} />;
  const { score, machineScore } = review;
  const state = score.passed === null ? 'none' : score.passed ? 'passed' : 'failed';
  const delta = score.after !== null && machineScore !== null && score.answered > 0 ? score.after - machineScore : 0;
  return (
    <div className={styles.head}>
      <span className={styles.score}>
        <b>{points(score.after)}</b>
        {t('common:points')}
      </span>
      <span className={styles.state} data-state={state} title={t('score.passMark', { n: points(template.passMark) })}>
        {state === 'passed' && <Shape kind="pass" />}
        {state === 'failed' && <Shape kind="serious" />}
        {t(`score.${state}`)}
      </span>
      <span className={styles.state} data-state={score.fatal.length > 0 ? 'fatal' : 'none'}>
        <Shape kind="fatal" size={10} />
        {t('score.fatal', { n: score.fatal.length })}
      </span>
      {machineScore !== null && (
        <span className={styles.machine}>
          {t('score.machine')} <b>{points(machineScore)}</b>
          {delta !== 0 && (
            <small>{t('score.delta', { n: `${delta > 0 ? '+' : '−'}${points(Math.abs(delta))}` })}</small>
          )}
        </span>
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
      <Spoken text={t('score.live', { score: points(score.after), state: t(`score.${state}`) })} />
    </div>
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
