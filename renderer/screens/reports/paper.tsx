/** The report as two A4 pages, with the figures that the exported file has. */
import dayjs from 'dayjs';
import type { Figures, GroupFigures, Report } from '../../../core/contract/index.ts';
import { openReview } from '../../app/navigation.ts';
import { useSettings } from '../../app/settings.ts';
import { clock, dateTime, percent, points } from '../../i18n/format.ts';
import { hideNumbers } from '../../i18n/hide-numbers.ts';
import { useBilingual, useTranslation } from '../../i18n/index.ts';
import { Shape } from '../../ui/shape.tsx';
import { changeOf, changeSize, isUnchanged } from './change.ts';
import styles from './paper.module.css';
import { useReport } from './report-store.ts';

/** Below this many calls a person is not ranked: the interval around the mean is too wide. */
const TOO_FEW = 5;
const PAGES = 2;

export function Paper({ report }: { report: Report }) {
  return (
    <>
      <article className={styles.page}>
        <Heading report={report} />
        <Summary report={report} />
        <Tiles report={report} />
        <div className={styles.columns}>
          <div>
            <Groups kind="teams" rows={report.teams} total={report.figures} />
            <LostItems report={report} />
          </div>
          <div>
            <Fatal report={report} />
            <Examples report={report} />
          </div>
        </div>
        <Foot page={1} />
      </article>
      <article className={styles.page}>
        <Heading report={report} />
        <div className={styles.columns}>
          <Groups kind="agents" rows={report.agents} />
          {report.query.period === 'day' ? <div /> : <Groups kind="days" rows={report.days} />}
        </div>
        <Foot page={2} />
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

const tiles = ['recordings', 'reviewed', 'coverage', 'average', 'passRate', 'fatal'] as const;

function Tiles({ report }: { report: Report }) {
  const { t } = useTranslation('reports');
  const { figures } = report;
  const value: Record<(typeof tiles)[number], [string, string]> = {
    recordings: [figures.recordings.toLocaleString(), ''],
    reviewed: [String(figures.reviewed), ''],
    coverage: [percent(figures.coverage.value), `${figures.coverage.numerator} / ${figures.coverage.denominator}`],
    average: [figures.average === null ? '—' : (figures.average / 100).toFixed(2), ''],
    passRate: [percent(figures.passRate.value), `${figures.passRate.numerator} / ${figures.passRate.denominator}`],
    fatal: [String(figures.fatalRate.numerator), percent(figures.fatalRate.value)],
  };
  return (
    <dl className={styles.tiles}>
      {tiles.map((key) => (
        <div key={key}>
          <dt>{t(`figure.${key}`)}</dt>
          <dd>
            <b>{value[key][0]}</b> <span>{value[key][1]}</span>
          </dd>
          <Delta label={t('previous')} tile={key} now={figures} before={report.previous} />
          <Delta label={t(`yearAgo.${report.query.period}`)} tile={key} now={figures} before={report.yearAgo} />
        </div>
      ))}
    </dl>
  );
}

function Delta({
  label,
  tile,
  now,
  before,
}: {
  label: string;
  tile: (typeof tiles)[number];
  now: Figures;
  before: Figures;
}) {
  const { t } = useTranslation('reports');
  const change = changeOf(tile, now, before);
  const up = (change.by ?? 0) > 0;
  const tone =
    change.by === null || isUnchanged(change) || change.upIsGood === null
      ? styles.dim
      : up === change.upIsGood
        ? styles.good
        : styles.bad;
  const size = t(change.unit, { n: changeSize(change) });
  return (
    <dd className={styles.delta}>
      <span className={styles.dim}>{label}</span>{' '}
      <span className={tone}>
        {change.by === null ? t('noBase') : isUnchanged(change) ? t('same') : `${up ? '↑' : '↓'} ${size}`}
      </span>
    </dd>
  );
}

function Groups({
  kind,
  rows,
  total,
}: {
  kind: 'teams' | 'agents' | 'days';
  rows: readonly GroupFigures[];
  total?: Figures;
}) {
  const { t } = useTranslation('reports');
  const first = kind === 'teams' ? t('team') : kind === 'agents' ? t('agent') : t('day');
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
            <th className={styles.end}>{t('figure.average')}</th>
            <th className={styles.end}>{t('figure.passRate')}</th>
            <th className={styles.end}>{t('passOf')}</th>
            <th className={styles.end}>{t('figure.fatal')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.key}
              className={kind === 'agents' && row.reviewed < TOO_FEW ? styles.few : undefined}
              title={kind === 'agents' && row.reviewed < TOO_FEW ? t('few') : undefined}
            >
              <td>
                {kind === 'agents' && row.key !== row.label
                  ? `${row.key} ${row.label.replace(row.key, '').trim()}`
                  : row.label}
              </td>
              {kind === 'agents' && <td>{row.team ?? '—'}</td>}
              <FigureCells figures={row} />
            </tr>
          ))}
          {total && (
            <tr className={styles.total}>
              <td>{t('total')}</td>
              <FigureCells figures={total} />
            </tr>
          )}
        </tbody>
      </table>
      {kind === 'agents' && rows.some((row) => row.reviewed < TOO_FEW) && <p className={styles.footnote}>{t('few')}</p>}
    </section>
  );
}

function FigureCells({ figures }: { figures: Figures }) {
  return (
    <>
      <td className={styles.end}>{figures.recordings.toLocaleString()}</td>
      <td className={styles.end}>{figures.reviewed}</td>
      <td className={styles.end}>{percent(figures.coverage.value)}</td>
      <td className={styles.end}>{figures.average === null ? '—' : (figures.average / 100).toFixed(2)}</td>
      <td className={styles.end}>{percent(figures.passRate.value)}</td>
      <td className={styles.end}>
        {figures.passRate.numerator} / {figures.passRate.denominator}
      </td>
      <td className={styles.end}>
        {figures.fatalRate.numerator > 0 && <Shape kind="fatal" size={9} />} {figures.fatalRate.numerator}
      </td>
    </>
  );
}

function LostItems({ report }: { report: Report }) {
  const { t } = useTranslation('reports');
  const text = useBilingual();
  const top = report.lostItems.slice(0, 5);
  const most = Math.max(1, ...top.map((item) => item.count));
  const all = report.lostItems.reduce((sum, item) => sum + item.count, 0);
  return (
    <section>
      <h2>
        {t('lost')} <small>{t('lostNote', { n: all })}</small>
      </h2>
      {top.length === 0 ? (
        <p className={styles.dim}>{t('noLost')}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{t('item')}</th>
              <th>{t('article')}</th>
              <th>{t('count')}</th>
              <th className={styles.end}>{t('share')}</th>
              <th className={styles.end}>{t('cumulative')}</th>
              <th>{t('causes')}</th>
            </tr>
          </thead>
          <tbody>
            {top.map((item) => (
              <tr key={`${item.templateId}/${item.itemId}`}>
                <td>{text(item.title)}</td>
                <td>{item.article}</td>
                <td className={styles.barCell}>
                  <i style={{ width: `${(item.count / most) * 64}px` }} /> <b>{item.count}</b>
                </td>
                <td className={styles.end}>{percent(item.share.value)}</td>
                <td className={styles.end}>{percent(item.cumulative)}</td>
                <td>
                  {item.causes
                    .map((cause) => `${cause.title ? text(cause.title) : cause.cause || t('noCause')} ${cause.count}`)
                    .join('  ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Fatal({ report }: { report: Report }) {
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
          onClick={() => openReview(line.recordingId, line.at)}
        >
          <span className={styles.fatal}>
            <Shape kind="fatal" size={9} />
          </span>
          <span>
            <b>{[line.agentId, line.agentName, line.team].filter(Boolean).join(' ')}</b>{' '}
            {line.at !== null && clock(line.at * 1000)}
            <br />
            {line.article} {text(line.itemTitle)} {line.quote && `“${line.quote}”`} {line.comment}
          </span>
        </button>
      ))}
    </section>
  );
}

function Examples({ report }: { report: Report }) {
  const { t } = useTranslation('reports');
  const zone = useSettings((settings) => settings.timeZone);
  const shown = [
    ...report.best.slice(0, 2).map((line) => ({ line, good: true })),
    ...report.worst.slice(0, 2).map((line) => ({ line, good: false })),
  ];
  return (
    <section>
      <h2>{t('examples')}</h2>
      {shown.length === 0 && <p className={styles.dim}>{t('noExamples')}</p>}
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
    </section>
  );
}

function Foot({ page }: { page: number }) {
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
      <span>{t('page', { n: page, total: PAGES })}</span>
    </footer>
  );
}
