import { points } from '../../i18n/format.ts';
import { useBilingual, useTranslation } from '../../i18n/index.ts';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './form-switch.module.css';
import type { Trend } from './trend.ts';
import { changeTrend } from './trends-store.ts';

/** Whose scores the screen shows, where the calls of the range were scored by several forms. */
export function FormSwitch({ trend }: { trend: Trend }) {
  const { t } = useTranslation('trends');
  const text = useBilingual();
  const shown = trend.forms.find((form) => form.key === trend.form);
  if (!shown || trend.forms.length < 2) return null;
  const marks = { pass: points(shown.passMark), excellent: points(shown.excellentMark) };
  return (
    <div className={styles.bar}>
      <span>{t('form')}</span>
      <Segmented
        label={t('form')}
        value={shown.key}
        options={trend.forms.map((form, index) => ({
          value: form.key,
          label: t('formOption', { title: text(form.title), n: trend.figures.forms[index]?.reviewed ?? 0 }),
        }))}
        onChange={(form) => changeTrend({ form })}
      />
      <span className={styles.note}>{t('formNote', { ...marks, others: trend.forms.length - 1 })}</span>
    </div>
  );
}
