/** The report as two A4 sheets (a long one is printed on more), with the figures that the exported file has. */
import dayjs from 'dayjs';
import type { Report } from '../../../core/contract/index.ts';
import { useSettings } from '../../app/settings.ts';
import { dateTime } from '../../i18n/format.ts';
import { useBilingual, useTranslation } from '../../i18n/index.ts';
import styles from './paper.module.css';
import { Examples, Fatal } from './paper-calls.tsx';
import { Groups } from './paper-groups.tsx';
import { LostItems } from './paper-items.tsx';
import { Tiles } from './paper-tiles.tsx';
import { useReport } from './report-store.ts';

export function Paper({ report }: { report: Report }) {
  return (
    <>
      <article className={styles.page}>
        <Heading report={report} />
        <Summary report={report} />
        <Tiles report={report} />
        {/* With several forms each group has a line for each: that needs the width of the page. */}
        {report.forms.length > 1 && <Groups report={report} kind="teams" rows={report.teams} total={report.figures} />}
        <div className={styles.columns}>
          <div>
            {report.forms.length < 2 && (
              <Groups report={report} kind="teams" rows={report.teams} total={report.figures} />
            )}
            <LostItems report={report} />
          </div>
          <div>
            <Fatal report={report} />
            <Examples report={report} />
          </div>
        </div>
        <Foot />
      </article>
      <article className={styles.page}>
        <Heading report={report} />
        {/* One below the other: beside each other their names and columns have no room. */}
        <div className={styles.stack}>
          <Groups report={report} kind="agents" rows={report.agents} />
          {report.query.period !== 'day' && <Groups report={report} kind="days" rows={report.days} />}
        </div>
        <Foot />
      </article>
    </>
  );
}

function Heading({ report }: { report: Report }) {
  const { t } = useTranslation('reports');
  const organisation = useSettings((settings) => settings.organisation);
  const zone = useSettings((settings) => settings.timeZone);
  const { period } = report.query;
  const name =
    period === 'day'
      ? `${report.from} ${dayjs(report.from).format('dddd')}`
      : period === 'month'
        ? report.from.slice(0, 7)
        : `${report.from} – ${report.to}`;
  return (
    <header className={styles.heading}>
      <h1>{t(`heading.${period}`)}</h1>
      <b>{name}</b>
      <div className={styles.headRight}>
        <span>{[organisation, report.query.teams?.join(' ') ?? t('allTeams')].filter(Boolean).join('  ')}</span>
        <span>
          {t('range', { from: report.from, to: report.to })} ·{' '}
          {t('generated', { time: dateTime(report.generatedAt, zone) })}
        </span>
      </div>
    </header>
  );
}

function Summary({ report }: { report: Report }) {
  const text = useBilingual();
  return <p className={styles.summary}>{text(report.summary)}</p>;
}

function Foot() {
  const { t } = useTranslation('reports');
  const { preparedBy, checkedBy } = useReport();
  return (
    <footer className={styles.foot}>
      <span>
        {t('prepared')} <u>{preparedBy || '　　　　'}</u>
      </span>
      <span>
        {t('checked')} <u>{checkedBy || '　　　　'}</u>
      </span>
      <span className={styles.note}>{t('note', { zero: 0 })}</span>
    </footer>
  );
}
