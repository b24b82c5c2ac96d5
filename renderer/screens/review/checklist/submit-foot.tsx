import { useState } from 'react';
import { figureText, type Review } from '../../../../core/contract/index.ts';
import { useSettings } from '../../../app/settings.ts';
import { useCommand } from '../../../commands/dispatcher.ts';
import { percent, shortDateTime } from '../../../i18n/format.ts';
import { useLanguage } from '../../../i18n/index.ts';
import { Button, CommandButton } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { Shape } from '../../../ui/shape.tsx';
import { useT } from '../use-t.ts';
import { tally } from '../work/answers.ts';
import { HEARD_ENOUGH, reopen, skip, submit, submitUndecided } from '../work/flow.ts';
import { openCount } from '../work/open-count.ts';
import { useOrder } from '../work/order.ts';
import { isDraft, useWork } from '../work/work-store.ts';
import { FatalBar } from './fatal-bar.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import styles from './score-strip.module.css';
import { UncheckedBar } from './unchecked-bar.tsx';

export function SubmitFoot() {
  const t = useT();
  const review = useWork((work) => work.review);
  const [dialog, setDialog] = useState<'skip' | 'reopen' | null>(null);
  const editable = isDraft(review);
  const undecided = editable && review !== null && (review.openFatal.length > 0 || review.unchecked > 0);
  useCommand('score.submit', () => void submit(), editable);
  useCommand('score.submit-undecided', () => void submitUndecided(), undecided);
  useCommand('score.skip', () => setDialog('skip'), editable);
  useCommand('score.reopen', () => setDialog('reopen'), review !== null && !editable);
  if (!review) return <div className={styles.foot} />;
  return (
    <>
      {editable ? <DraftFoot review={review} /> : <DoneFoot />}
      {dialog === 'skip' && (
        <ReasonDialog
          title={t('skip.title')}
          label={t('skip.reason')}
          presets={(['broken', 'notService', 'wrong', 'repeated'] as const).map((preset) =>
            t(`skip.presets.${preset}`),
          )}
          onClose={() => setDialog(null)}
          onDone={(reason) => void skip(reason)}
        />
      )}
      {dialog === 'reopen' && (
        <ReasonDialog
          title={t('reopen.title')}
          label={t('reopen.reason')}
          hint={t('reopen.hint')}
          presets={[]}
          onClose={() => setDialog(null)}
          onDone={(reason) => void reopen(reason)}
        />
      )}
    </>
  );
}

function DraftFoot({ review }: { review: Review }) {
  const t = useT();
  const language = useLanguage();
  const open = useWork(openCount);
  const busy = useWork((work) => work.busy);
  const guarded = useWork((work) => work.guarded);
  const heard = review.heardRatio;
  const fatal = review.openFatal.length > 0;
  const unchecked = review.unchecked > 0;
  const share = percent(heard, 0);
  return (
    <>
      {fatal && <FatalBar review={review} busy={busy} />}
      {unchecked && <UncheckedBar review={review} busy={busy} />}
      {!fatal && !unchecked && guarded && (heard < HEARD_ENOUGH || open > 0) && (
        <div className={styles.guard} role="alert">
          <Icon name="warning" />
          <span>
            {[heard < HEARD_ENOUGH && t('foot.guardHeard', { n: share }), open > 0 && t('foot.guardOpen', { n: open })]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <Button small look="ghost" onClick={() => useWork.setState({ guarded: false })}>
            {t('foot.guardBack')}
          </Button>
          <CommandButton command="score.submit" small showKey>
            {t('foot.guardAnyway')}
          </CommandButton>
        </div>
      )}
      <div className={styles.foot}>
        <span className={styles.stat} title={figureText('heard', language)}>
          <span className={styles.wide}>
            <Progress width={48} fraction={heard} label={t('foot.heard', { n: share })} />
          </span>
          {t('foot.heard', { n: share })}
        </span>
        {open > 0 && (
          <span className={styles.stat}>
            <Shape kind="unknown" />
            {t('foot.open', { n: open })}
          </span>
        )}
        <i className={styles.gap} />
        <CommandButton command="score.skip" look="ghost" showKey>
          {t('foot.skip')}
        </CommandButton>
        <CommandButton command="score.submit" look="primary" showKey disabled={busy}>
          {t(fatal ? 'foot.decide' : 'foot.submit')}
        </CommandButton>
      </div>
    </>
  );
}

function DoneFoot() {
  const t = useT();
  const language = useLanguage();
  const review = useWork((work) => work.review);
  const zone = useSettings((settings) => settings.timeZone);
  const isLast = useOrder(({ ids }) => ids.at(-1) === review?.recordingId);
  if (!review) return null;
  const { filled, exempt } = tally(review.answers);
  const time = review.submittedAt === null ? null : shortDateTime(review.submittedAt, zone);
  const state =
    review.state === 'skipped'
      ? t('score.skipped', { reason: review.skipReason ?? '' })
      : time === null
        ? t('score.submitted')
        : t('score.submittedAt', { time });
  const heard = percent(review.heardRatio, 0);
  return (
    <div className={styles.foot}>
      <span className={styles.stat} title={state}>
        <Icon name="lock" />
        {review.state === 'skipped' ? <span className={styles.reason}>{state}</span> : t('score.submitted')}
        {time !== null && <span className={styles.wide}>{time}</span>}
      </span>
      <span className={styles.stat} title={figureText('heard', language)}>
        {t('foot.heard', { n: heard })}
        {review.state === 'submitted' && review.unchecked > 0 && (
          <b title={t('foot.uncheckedDoneHint', { n: review.unchecked })}>{t('foot.uncheckedDone')}</b>
        )}
        {filled > 0 && (
          <span className={styles.wide} title={t('score.filledHint')}>
            {t('score.filled', { n: filled })}
          </span>
        )}
        {exempt > 0 && (
          <span className={styles.wide} title={t('score.filledNaHint')}>
            {t('score.filledNa', { n: exempt })}
          </span>
        )}
      </span>
      <i className={styles.gap} />
      <CommandButton command="score.reopen" showKey>
        {t('score.reopen')}
      </CommandButton>
      <CommandButton command="score.next-call" look="primary" showKey disabled={isLast}>
        {t('header.next')}
      </CommandButton>
    </div>
  );
}
