/** The five dearest items of each form, with the class that the regime gives to the breach. */
import type { Form, LostItem, Report } from '../../../core/contract/index.ts';
import { percent } from '../../i18n/format.ts';
import { useBilingual, useTranslation } from '../../i18n/index.ts';
import { FormCaption } from './form-caption.tsx';
import styles from './paper.module.css';

const TOP = 5;

export function LostItems({ report }: { report: Report }) {
  const { t } = useTranslation('reports');
  const all = report.lostItems.reduce((sum, item) => sum + item.count, 0);
  return (
    <section>
      <h2>
        {t('lost')} <small>{t('lostNote', { n: all })}</small>
      </h2>
      {all === 0 && <p className={styles.dim}>{t('noLost')}</p>}
      {report.forms.map((form) => (
        <OfForm key={form.key} report={report} form={form} />
      ))}
    </section>
  );
}

function OfForm({ report, form }: { report: Report; form: Form }) {
  const { t } = useTranslation('reports');
  const text = useBilingual();
  const top = report.lostItems.filter((item) => item.form === form.key).slice(0, TOP);
  if (top.length === 0) return null;
  const most = Math.max(...top.map((item) => item.count));
  const classed = top.some((item) => item.breachClass);
  return (
    <div className={styles.whole}>
      <FormCaption report={report} form={form} />
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('item')}</th>
            <th>{t('article')}</th>
            {classed && <th>{t('breachClass')}</th>}
            <th>{t('count')}</th>
            <th className={styles.end}>{t('share')}</th>
            <th className={styles.end}>{t('cumulative')}</th>
            <th>{t('causes')}</th>
          </tr>
        </thead>
        <tbody>
          {top.map((item) => (
            <tr key={item.itemId}>
              <td>{text(item.title)}</td>
              <td>{item.article}</td>
              {classed && <td>{item.breachClass ? text(item.breachClass) : '—'}</td>}
              <td className={styles.barCell}>
                <i style={{ width: `${(item.count / most) * 64}px` }} /> <b>{item.count}</b>
              </td>
              <td className={styles.end}>{percent(item.share.value)}</td>
              <td className={styles.end}>{percent(item.cumulative)}</td>
              <td>
                <Causes item={item} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Causes({ item }: { item: LostItem }) {
  const { t } = useTranslation('reports');
  const text = useBilingual();
  return item.causes
    .map((cause) => `${cause.title ? text(cause.title) : cause.cause || t('noCause')} ${cause.count}`)
    .join('  ');
}
