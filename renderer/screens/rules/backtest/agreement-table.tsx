import type { Agreement } from '../../../../core/contract/index.ts';
import { isTelling, Share } from '../list/figures.tsx';
import { useT } from '../use-t.ts';
import styles from './backtest.module.css';

/** Precision, recall and F1 against what people said, as the rule stands and with the change. */
export function AgreementTable({ before, after }: { before: Agreement | null; after: Agreement }) {
  const t = useT();
  const judged = before && isTelling(before) ? before : null;
  return (
    <section className={styles.section}>
      <h3>
        {t('test.agreement')} <span>{t('test.decided', { n: after.decided })}</span>
      </h3>
      {after.decided === 0 ? (
        <p className={styles.dim}>{t('test.nobody')}</p>
      ) : (
        <>
          <table className={styles.agreement}>
            <thead>
              <tr>
                <th />
                <th>{t('test.before')}</th>
                <th>{t('test.after')}</th>
                <th>{t('test.change')}</th>
              </tr>
            </thead>
            <tbody>
              {(['precision', 'recall'] as const).map((kind) => (
                <tr key={kind}>
                  <th>{t(kind)}</th>
                  <td>{before ? <Share rate={before[kind]} telling={judged !== null} /> : '—'}</td>
                  <td>
                    <Share rate={after[kind]} telling={isTelling(after)} />
                  </td>
                  <td>
                    <Difference
                      before={judged?.[kind].value ?? null}
                      after={isTelling(after) ? after[kind].value : null}
                    />
                  </td>
                </tr>
              ))}
              <tr>
                <th>{t('f1')}</th>
                <td>{judged?.f1?.toFixed(2) ?? '—'}</td>
                <td>{(isTelling(after) ? after.f1 : null)?.toFixed(2) ?? '—'}</td>
                <td />
              </tr>
            </tbody>
          </table>
          {!isTelling(after) && <p className={styles.dim}>{t('few')}</p>}
        </>
      )}
    </section>
  );
}

/** In percentage points; more is better for both figures. */
function Difference({ before, after }: { before: number | null; after: number | null }) {
  const t = useT();
  if (before === null || after === null) return null;
  const points = Math.round((after - before) * 1000) / 10;
  if (points === 0) return <span className={styles.dim}>{t('test.unchanged')}</span>;
  return points > 0 ? (
    <span className={styles.better}>{t('test.pointsUp', { n: points })}</span>
  ) : (
    <span className={styles.worse}>{t('test.pointsDown', { n: -points })}</span>
  );
}
