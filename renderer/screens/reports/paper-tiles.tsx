/** The key figures: what is counted over all calls, then what the scores of each form say. */
import { type Figures, type FormFigures, figureText, type Rate, type Report } from '../../../core/contract/index.ts';
import { percent } from '../../i18n/format.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import { type Change, callChange, changeSize, isUnchanged, scoreChange } from './change.ts';
import { FormCaption } from './form-caption.tsx';
import styles from './paper.module.css';

const callTiles = ['recordings', 'reviewed', 'coverage', 'fatal'] as const;
const scoreTiles = ['average', 'passRate', 'excellentRate', 'fatal'] as const;

export function Tiles({ report }: { report: Report }) {
  const { figures, previous, yearAgo } = report;
  const [only, ...others] = figures.forms;
  if (only === undefined || others.length === 0)
    return (
      <dl className={styles.tiles}>
        {(['recordings', 'reviewed', 'coverage'] as const).map((tile) => (
          <CallTile key={tile} tile={tile} report={report} />
        ))}
        {only ? (
          (['average', 'passRate', 'fatal'] as const).map((tile) => (
            <ScoreTile
              key={tile}
              tile={tile}
              report={report}
              now={only}
              before={[previous.forms[0], yearAgo.forms[0]]}
            />
          ))
        ) : (
          <CallTile tile="fatal" report={report} />
        )}
      </dl>
    );
  return (
    <>
      <dl className={styles.tiles}>
        {callTiles.map((tile) => (
          <CallTile key={tile} tile={tile} report={report} />
        ))}
      </dl>
      {report.forms.map((form, index) => (
        <section key={form.key}>
          <FormCaption report={report} form={form} />
          <dl className={styles.tiles}>
            <ReviewedTile report={report} index={index} />
            {scoreTiles.map((tile) => (
              <ScoreTile
                key={tile}
                tile={tile}
                report={report}
                now={figures.forms[index]!}
                before={[previous.forms[index], yearAgo.forms[index]]}
              />
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

function CallTile({ tile, report }: { tile: (typeof callTiles)[number]; report: Report }) {
  const { figures, previous, yearAgo } = report;
  const shown = (own: Figures): [string, string] => {
    if (tile === 'coverage') return shownRate(own.coverage);
    return [own[tile].toLocaleString(), ''];
  };
  const changes = [previous, yearAgo].map((before) => callChange(tile, figures, before));
  return <Tile label={tile} report={report} value={shown(figures)} changes={changes} />;
}

/** How many reviews the form had. */
function ReviewedTile({ report, index }: { report: Report; index: number }) {
  const { figures, previous, yearAgo } = report;
  const now = figures.forms[index]!;
  const changes = [previous, yearAgo].map((before) => scoreChange('reviewed', now, before.forms[index]));
  return <Tile label="reviewed" report={report} value={[now.reviewed.toLocaleString(), '']} changes={changes} />;
}

function ScoreTile({
  tile,
  report,
  now,
  before,
}: {
  tile: (typeof scoreTiles)[number];
  report: Report;
  now: FormFigures;
  /** Of the previous period and of the comparable one. */
  before: readonly (FormFigures | undefined)[];
}) {
  const value: Record<(typeof scoreTiles)[number], [string, string]> = {
    average: [now.average === null ? '—' : (now.average / 100).toFixed(2), ''],
    passRate: shownRate(now.passRate),
    excellentRate: shownRate(now.excellentRate),
    fatal: [String(now.fatalRate.numerator), percent(now.fatalRate.value)],
  };
  const changes = before.map((earlier) => scoreChange(tile, now, earlier));
  return <Tile label={tile} report={report} value={value[tile]} changes={changes} />;
}

const shownRate = ({ value, numerator, denominator }: Rate): [string, string] => [
  percent(value),
  `${numerator} / ${denominator}`,
];

function Tile({
  label,
  report,
  value,
  changes: [previous, comparable],
}: {
  label: (typeof callTiles)[number] | (typeof scoreTiles)[number];
  report: Report;
  /** The figure, and what it is made of. */
  value: readonly [string, string];
  changes: readonly Change[];
}) {
  const { t } = useTranslation('reports');
  const language = useLanguage();
  return (
    <div>
      <dt title={figureText(label, language)}>{t(`figure.${label}`)}</dt>
      <dd>
        <b>{value[0]}</b> <span>{value[1]}</span>
      </dd>
      <Delta label={t('previous')} change={previous!} />
      <Delta label={t(`yearAgo.${report.query.period}`)} change={comparable!} />
    </div>
  );
}

function Delta({ label, change }: { label: string; change: Change }) {
  const { t } = useTranslation('reports');
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
