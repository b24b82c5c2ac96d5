/** Before recordings are queued: how many, how long, with what; and what becomes of transcripts that are there. */
import { useState } from 'react';
import type { TranscriptionPlan } from '../../../../core/contract/index.ts';
import { openSettings } from '../../../app/navigation.ts';
import { clock } from '../../../i18n/format.ts';
import { useBilingual } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { useEngines, useModels } from '../use-engines.ts';
import { useT } from '../use-t.ts';
import { enqueue, useStart, type Which } from './start-transcription.ts';
import styles from './transcribe-dialog.module.css';

const close = () => useStart.setState({ asked: null });

export function TranscribeDialog() {
  const asked = useStart((state) => state.asked);
  if (!asked) return null;
  const { which, plan } = asked;
  return plan.fault ? <NoModel plan={plan} /> : <Question which={which} plan={plan} />;
}

/** Says what is missing and leads to where it can be had. */
function NoModel({ plan }: { plan: TranscriptionPlan }) {
  const t = useT();
  const text = useBilingual();
  return (
    <Dialog
      title={t('start.noModel')}
      width={520}
      closeLabel={t('common:close')}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>{t('common:cancel')}</Button>
          <Button
            look="primary"
            autoFocus
            onClick={() => {
              close();
              openSettings('models');
            }}
          >
            {t('start.toModels')}
          </Button>
        </>
      }
    >
      <p className={styles.fault}>{plan.fault && text(plan.fault.message)}</p>
    </Dialog>
  );
}

function Question({ which, plan }: { which: Which; plan: TranscriptionPlan }) {
  const t = useT();
  const one = plan.recordings === 1;
  // Of one call that has a transcript nothing else can be meant.
  const [replace, setReplace] = useState(one);
  const [overCorrections, setOverCorrections] = useState(false);
  const [sending, setSending] = useState(false);
  const { missing, all } = plan;
  const left = replace ? all.calls - (overCorrections ? 0 : all.corrected) : missing.calls;
  const start = async () => {
    setSending(true);
    if (await enqueue(which, { replace, overCorrections: replace && overCorrections, first: one })) close();
    else setSending(false);
  };
  return (
    <Dialog title={t('start.title')} width={520} closeLabel={t('common:close')} onClose={close}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <p>
          <b>
            {left === 0 ? t('start.nothing') : t('start.what', { n: left, time: clock(replace ? all.ms : missing.ms) })}
          </b>
          <How plan={plan} />
        </p>
        {plan.waiting > 0 && <p className={styles.dim}>{t('start.waiting', { n: plan.waiting })}</p>}
        {plan.transcribed > 0 && (
          <div className={styles.have}>
            <span>{one ? t('start.haveOne') : t('start.have', { n: plan.transcribed })}</span>
            <Segmented
              label={one ? t('start.haveOne') : t('start.have', { n: plan.transcribed })}
              value={replace ? 'replace' : 'keep'}
              options={(['keep', 'replace'] as const).map((value) => ({ value, label: t(`start.${value}`) }))}
              onChange={(value) => setReplace(value === 'replace')}
            />
          </div>
        )}
        {replace && all.corrected > 0 && (
          <Checkbox checked={overCorrections} onChange={setOverCorrections}>
            {t('start.corrected', { n: all.corrected })}
          </Checkbox>
        )}
        <footer>
          <Button onClick={close}>{t('common:cancel')}</Button>
          <Button look="primary" type="submit" autoFocus kbd="Enter" disabled={sending || left === 0}>
            {t('start.buttonCount', { n: left })}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

function How({ plan }: { plan: TranscriptionPlan }) {
  const t = useT();
  const text = useBilingual();
  const engine = useEngines().data?.find(({ name }) => name === plan.engine);
  const model = useModels().data?.find(({ name }) => name === plan.model);
  return (
    <span className={styles.dim}>
      {t('start.how', {
        engine: engine ? text(engine.title) : plan.engine,
        model: model ? text(model.title) : (plan.model ?? ''),
      })}
    </span>
  );
}
