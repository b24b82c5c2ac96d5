/** Figures by team, agent or day; with several forms a group has a line for each form that scored its calls. */
import { Fragment } from 'react';
import type { Figures, FormFigures, GroupFigures, Report } from '../../../core/contract/index.ts';
import { percent } from '../../i18n/format.ts';
import { useBilingual, useTranslation } from '../../i18n/index.ts';
import { Shape } from '../../ui/shape.tsx';
import styles from './paper.module.css';

/** Below this many calls a person is not ranked: the interval around the mean is too wide. */
const TOO_FEW = 5;

type Kind = 'teams' | 'agents' | 'days';

export function Groups({
  report,
  kind,
  rows,
  total,
}: {
  report: Report;
  kind: Kind;
  rows: readonly GroupFigures[];
  total?: Figures;
}) {
  const { t } = useTranslation('reports');
  const several = report.forms.length > 1;
  const first = kind === 'teams' ? t('team') : kind === 'agents' ? t('agent') : t('day');
  const few = (own: FormFigures | undefined) => kind === 'agents' && (own?.reviewed ?? 0) < TOO_FEW;
  return (
    <section>
      <h2>{t(kind)}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{first}</th>
            {kind === 'agents' && <th>{t('team')}</th>}
            <th className={styles.end}>{t('figure.recordings')}</th>
            <th className={styles.end}>{t('figure.reviewed')}</th>
            <th className={styles.end}>{t('figure.coverage')}</th>
            {several && <th>{t('template')}</th>}
            {several && <th className={styles.end}>{t('formReviewed')}</th>}
            <th className={styles.end}>{t('figure.average')}</th>
            <th className={styles.end}>{t('figure.passRate')}</th>
            <th className={styles.end}>{t('passOf')}</th>
            <th className={styles.end}>{t('figure.fatal')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Lines key={row.key} report={report} figures={row} few={few}>
              {(rowSpan) => (
                <>
                  <td rowSpan={rowSpan}>{kind === 'agents' ? agentOf(row) : row.label}</td>
                  {kind === 'agents' && <td rowSpan={rowSpan}>{row.team ?? '—'}</td>}
                </>
              )}
            </Lines>
          ))}
          {total && (
            <Lines report={report} figures={total} few={few} isTotal>
              {(rowSpan) => <td rowSpan={rowSpan}>{t('total')}</td>}
            </Lines>
          )}
        </tbody>
      </table>
      {kind === 'agents' && rows.some((row) => row.forms.some((own) => own.reviewed > 0 && few(own))) && (
        <p className={styles.footnote}>{t('few')}</p>
      )}
    </section>
  );
}

const agentOf = ({ key, label }: GroupFigures) => (key === label ? label : `${key} ${label.replace(key, '').trim()}`);

/** The calls of a group are counted once; its scores stand in one line for each form. */
function Lines({
  report,
  figures,
  few,
  isTotal = false,
  children,
}: {
  report: Report;
  figures: Figures;
  few: (own: FormFigures | undefined) => boolean;
  isTotal?: boolean;
  children: (rowSpan: number) => React.ReactNode;
}) {
  const { t } = useTranslation('reports');
  const text = useBilingual();
  const several = report.forms.length > 1;
  const own = figures.forms.filter(({ reviewed }) => reviewed > 0);
  // A group without reviews keeps a line, with dashes.
  const shown: (FormFigures | undefined)[] = several ? (own.length > 0 ? own : [undefined]) : [figures.forms[0]];
  return shown.map((form, index) => (
    <tr
      key={form?.form ?? ''}
      className={isTotal ? styles.total : few(form) ? styles.few : undefined}
      title={few(form) ? t('few') : undefined}
    >
      {index === 0 && (
        <Fragment>
          {children(shown.length)}
          <td rowSpan={shown.length} className={styles.end}>
            {figures.recordings.toLocaleString()}
          </td>
          <td rowSpan={shown.length} className={styles.end}>
            {figures.reviewed}
          </td>
          <td rowSpan={shown.length} className={styles.end}>
            {percent(figures.coverage.value)}
          </td>
        </Fragment>
      )}
      {several && <td>{form ? text(report.forms.find(({ key }) => key === form.form)!.title) : '—'}</td>}
      {several && <td className={styles.end}>{form?.reviewed ?? 0}</td>}
      <ScoreCells figures={form} />
    </tr>
  ));
}

function ScoreCells({ figures }: { figures: FormFigures | undefined }) {
  const average = figures?.average ?? null;
  return (
    <>
      <td className={styles.end}>{average === null ? '—' : (average / 100).toFixed(2)}</td>
      <td className={styles.end}>{percent(figures?.passRate.value ?? null)}</td>
      <td className={styles.end}>
        {figures?.passRate.numerator ?? 0} / {figures?.passRate.denominator ?? 0}
      </td>
      <td className={styles.end}>
        {(figures?.fatalRate.numerator ?? 0) > 0 && <Shape kind="fatal" size={9} />} {figures?.fatalRate.numerator ?? 0}
      </td>
    </>
  );
}
