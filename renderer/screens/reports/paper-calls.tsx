/** Single calls of the report: those with a fatal error, and those from which others may learn. */
import type { Form, Report } from '../../../core/contract/index.ts';
import { openReview } from '../../app/navigation.ts';
import { useSettings } from '../../app/settings.ts';
import { clock, dateTime, points } from '../../i18n/format.ts';
import { hideNumbers } from '../../i18n/hide-numbers.ts';
import { useBilingual, useTranslation } from '../../i18n/index.ts';
import { Shape } from '../../ui/shape.tsx';
import { FormCaption } from './form-caption.tsx';
import styles from './paper.module.css';

export function Fatal({ report }: { report: Report }) {
  const { t } = useTranslation('reports');
  const text = useBilingual();
  return (
    <section>
      <h2>{t('fatalTitle')}</h2>
      {report.fatal.length === 0 && <p className={styles.dim}>{t('noFatal')}</p>}
      {report.fatal.slice(0, 4).map((line) => (
        <button
          key={`${line.reviewId}/${line.article}`}
          type="button"
          className={styles.call}
          title={t('openCall', { file: hideNumbers(line.file) })}
          onClick={() => openReview(line.recordingId, line.at, line.itemId)}
        >
          <span className={styles.fatal}>
            <Shape kind="fatal" size={9} />
          </span>
          <span>
            <b>{[line.agentId, line.agentName, line.team].filter(Boolean).join(' ')}</b>{' '}
            {line.at !== null && clock(line.at * 1000)}
            <br />
            {line.article} {text(line.itemTitle)}
            {line.breachClass && ` · ${t('breachClass')} ${text(line.breachClass)}`} {line.quote && `“${line.quote}”`}{' '}
            {line.comment}
          </span>
        </button>
      ))}
    </section>
  );
}

export function Examples({ report }: { report: Report }) {
  const { t } = useTranslation('reports');
  return (
    <section>
      <h2>{t('examples')}</h2>
      {report.best.length + report.worst.length === 0 && <p className={styles.dim}>{t('noExamples')}</p>}
      {report.forms.map((form) => (
        <ExamplesOf key={form.key} report={report} form={form} />
      ))}
    </section>
  );
}

function ExamplesOf({ report, form }: { report: Report; form: Form }) {
  const { t } = useTranslation('reports');
  const zone = useSettings((settings) => settings.timeZone);
  const of = (lines: Report['best']) => lines.filter((line) => line.form === form.key).slice(0, 2);
  const shown = [
    ...of(report.best).map((line) => ({ line, good: true })),
    ...of(report.worst).map((line) => ({ line, good: false })),
  ];
  if (shown.length === 0) return null;
  return (
    <>
      <FormCaption report={report} form={form} />
      {shown.map(({ line, good }) => (
        <button
          key={`${good}${line.reviewId}`}
          type="button"
          className={styles.call}
          title={t('openCall', { file: hideNumbers(line.file) })}
          onClick={() => openReview(line.recordingId)}
        >
          <span className={good ? styles.best : styles.worst}>{points(line.after)}</span>
          <span>
            <b>{[line.agentId, line.agentName, line.team].filter(Boolean).join(' ')}</b>{' '}
            {[
              line.startedAt === null ? null : dateTime(line.startedAt, zone).slice(11),
              line.business,
              line.durationMs === null ? null : clock(line.durationMs),
            ]
              .filter(Boolean)
              .join('  ')}
            <br />
            {t(good ? 'best' : 'worst')} {line.comment}
          </span>
        </button>
      ))}
    </>
  );
}
