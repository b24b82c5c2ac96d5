import type { Form, Report } from '../../../core/contract/index.ts';
import { points } from '../../i18n/format.ts';
import { useBilingual, useTranslation } from '../../i18n/index.ts';
import styles from './paper.module.css';

/** Names a form and its lines above what is only its own; nothing where the report has a single one. */
export function FormCaption({ report, form }: { report: Report; form: Form }) {
  const { t } = useTranslation('reports');
  const text = useBilingual();
  if (report.forms.length < 2) return null;
  return (
    <p className={styles.form}>
      <b>{text(form.title)}</b>{' '}
      <span className={styles.marks}>
        {t('marks', { pass: points(form.passMark), excellent: points(form.excellentMark) })}
      </span>
    </p>
  );
}
