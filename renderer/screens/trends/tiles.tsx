import { type Figures, figureText, type Rate } from '../../../core/contract/index.ts';
import { openLibrary } from '../../app/navigation.ts';
import { percent } from '../../i18n/format.ts';
import { useLanguage, useTranslation } from '../../i18n/index.ts';
import styles from './tiles.module.css';
import type { Trend } from './trend.ts';

type Key = 'reviewed' | 'coverage' | 'average' | 'passRate' | 'excellentRate' | 'fatalRate';
const keys: readonly Key[] = ['reviewed', 'coverage', 'average', 'passRate', 'excellentRate', 'fatalRate'];

export function Tiles({ trend }: { trend: Trend }) {
  return (
    <div className={styles.tiles}>
      {keys.map((key) => (
        <Tile key={key} tile={key} trend={trend} />
      ))}
    </div>
  );
}

function Tile({ tile, trend }: { tile: Key; trend: Trend }) {
  const { t } = useTranslation(['trends', 'common']);
  const language = useLanguage();
  const index = trend.forms.findIndex((form) => form.key === trend.form);
  const ofAll = tile === 'reviewed' || tile === 'coverage';
  const inCalls = (n: number) => t('distributionNote', { n });
  const now = read(tile, trend.figures, index, inCalls);
  const before = read(tile, trend.previous, index, inCalls);
  const by = now.value === null || before.value === null ? null : now.value - before.value;
  const unit =
    tile === 'reviewed' ? t('common:calls') : tile === 'average' ? t('common:points') : t('common:percentagePoints');
  const size = by === null ? '' : tile === 'reviewed' ? String(Math.abs(by)) : Math.abs(by).toFixed(1);
  const good = by !== null && (tile === 'fatalRate' ? by < 0 : by > 0);
  const own = trend.figures.forms[index];
  const scored = ofAll ? trend.calls : (trend.forms[index]?.calls ?? trend.calls);
  const fatal = tile === 'fatalRate';
  const calls = fatal ? { ...scored, fatal: true } : scored;
  const n = ofAll ? trend.figures.reviewed : ((fatal ? own?.fatalRate.numerator : own?.reviewed) ?? 0);
  return (
    <button
      type="button"
      className={styles.tile}
      title={`${figureText(tile, language)}\n${t('open', { n })}`}
      onClick={() => openLibrary(calls)}
    >
      <span className={styles.label}>
        {t(`figure.${tile}`)} <small>{now.of}</small>
      </span>
      <b>{now.text}</b>
      <span className={styles.delta}>
        {t('previous')}{' '}
        {by === null || Number(size) === 0 ? (
          '—'
        ) : (
          <span className={good ? styles.good : styles.bad}>
            {by > 0 ? '↑' : '↓'} {size} {unit}
            {tile === 'fatalRate' && ` ${t(good ? 'better' : 'worse')}`}
          </span>
        )}
      </span>
    </button>
  );
}

/**
 * The figure as a number to compare (percent for rates, points for the average), as text, and what it was made of.
 * @param index of the form whose scores are shown; reviews and coverage are those of all forms
 * @param inCalls says a number of calls
 */
function read(
  key: Key,
  figures: Figures,
  index: number,
  inCalls: (n: number) => string,
): { value: number | null; text: string; of: string } {
  if (key === 'reviewed') return { value: figures.reviewed, text: figures.reviewed.toLocaleString(), of: '' };
  if (key === 'coverage') return readRate(figures.coverage);
  const form = figures.forms[index];
  if (!form) return { value: null, text: '—', of: '' };
  if (key !== 'average') return readRate(form[key]);
  const { average } = form;
  return {
    value: average === null ? null : average / 100,
    text: average === null ? '—' : (average / 100).toFixed(1),
    of: inCalls(form.reviewed),
  };
}

function readRate({ value, numerator, denominator }: Rate): { value: number | null; text: string; of: string } {
  return { value: value === null ? null : value * 100, text: percent(value), of: `${numerator} / ${denominator}` };
}
