import { type Agreement, figureText, type Rate, type VerdictCounts } from '../../../../core/contract/index.ts';
import { percent } from '../../../i18n/format.ts';
import { useLanguage } from '../../../i18n/index.ts';
import { Shape } from '../../../ui/shape.tsx';
import { useT } from '../use-t.ts';
import styles from './figures.module.css';

/** Below so many decided calls a rate says nothing. */
const fewest = 5;
export const isTelling = ({ decided }: Agreement): boolean => decided >= fewest;

/** Not met, met, cannot tell: shape and count. */
export function Counts({ counts }: { counts: VerdictCounts }) {
  const t = useT();
  return (
    <span className={styles.counts}>
      <span title={t('common:verdict.not_met')}>
        <Shape kind="serious" size={9} />
        <span className="visually-hidden">{t('common:verdict.not_met')}</span>
        {counts.not_met.toLocaleString()}
      </span>
      <span title={t('common:verdict.met')}>
        <Shape kind="pass" size={10} />
        <span className="visually-hidden">{t('common:verdict.met')}</span>
        {counts.met.toLocaleString()}
      </span>
      <span title={t('common:verdict.cannot_tell')}>
        <Shape kind="unknown" size={10} />
        <span className="visually-hidden">{t('common:verdict.cannot_tell')}</span>
        {counts.cannot_tell.toLocaleString()}
      </span>
    </span>
  );
}

/** A share with what it is made of; a dash where too few calls were decided. */
export function Share({ rate, telling }: { rate: Rate; telling: boolean }) {
  return (
    <span className={telling && rate.value !== null ? styles.share : `${styles.share} ${styles.few}`}>
      <b>{percent(telling ? rate.value : null, 0)}</b>
      {rate.denominator > 0 && (
        <small>
          {rate.numerator}/{rate.denominator}
        </small>
      )}
    </span>
  );
}

/** Precision and recall of a rule in the list. */
export function Shares({ agreement }: { agreement: Agreement }) {
  const t = useT();
  const language = useLanguage();
  const telling = isTelling(agreement);
  const text = ({ numerator, denominator, value }: Rate) => `${percent(value)} (${numerator}/${denominator})`;
  const hint = t('agreementHint', { precision: text(agreement.precision), recall: text(agreement.recall) });
  return (
    <span className={styles.shares} title={telling ? hint : t('few')}>
      <span>
        <i title={figureText('precision', language)}>{t('precisionShort')}</i>
        <Share rate={agreement.precision} telling={telling} />
      </span>
      <span>
        <i title={figureText('recall', language)}>{t('recallShort')}</i>
        <Share rate={agreement.recall} telling={telling} />
      </span>
    </span>
  );
}
