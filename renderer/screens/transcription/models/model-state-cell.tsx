import type { SpeechModel } from '../../../../core/contract/index.ts';
import { clock, percent } from '../../../i18n/format.ts';
import { useBilingual } from '../../../i18n/index.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { useT } from '../use-t.ts';
import type { ModelState } from './model-state.ts';
import styles from './models.module.css';

export function ModelStateCell({ model, state }: { model: SpeechModel; state: ModelState }) {
  const t = useT();
  const text = useBilingual();
  switch (state.kind) {
    case 'present':
      if (model.wrongSize) return <span className={styles.broken}>{t('models.wrongSize')}</span>;
      return (
        <span className={styles.there}>
          <Icon name="check" size={14} />
          {t('models.present')}
        </span>
      );
    case 'absent':
      return <span className={styles.dim}>{t('models.absent')}</span>;
    case 'part':
      return <span className={styles.dim}>{t('models.part', { percent: percent(state.fraction, 0) })}</span>;
    default:
      return (
        <span className={styles.coming}>
          <span>
            <Progress label={text(model.title)} fraction={state.fraction} width={72} />
            {percent(state.fraction, 0)}
          </span>
          {state.kind === 'coming' ? (
            state.job.remainingMs !== null && (
              <span className={styles.dim}>{t('models.left', { time: clock(state.job.remainingMs) })}</span>
            )
          ) : (
            <span className={state.kind === 'stopped' ? styles.broken : styles.dim}>{t(`models.${state.kind}`)}</span>
          )}
        </span>
      );
  }
}
