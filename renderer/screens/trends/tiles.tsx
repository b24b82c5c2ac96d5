import type { Figures } from '../../../core/contract/index.ts';
import { openLibrary } from '../../app/navigation.ts';
import { percent } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/index.ts';
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
  const now = read(tile, trend.figures);
  const before = read(tile, trend.previous);
  const by = now.value === null || before.value === null ? null : now.value - before.value;
  const unit = tile === 'reviewed' ? t('common:calls') : tile === 'average' ? t('common:points') : 'pp';
  const size = by === null ? '' : tile === 'reviewed' ? String(Math.abs(by)) : Math.abs(by).toFixed(1);
  const good = by !== null && (tile === 'fatalRate' ? by < 0 : by > 0);
  return (
    <button
      type="button"
      className={styles.tile}
      title={t('open', { n: trend.figures.reviewed })}
      onClick={() => openLibrary(trend.calls)}
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

/** The figure as a number to compare (percent for rates, points for the average), as text, and what it was made of. */
function read(key: Key, figures: Figures): { value: number | null; text: string; of: string } {
  if (key === 'reviewed') return { value: figures.reviewed, text: figures.reviewed.toLocaleString(), of: '' };
  if (key === 'average') {
    const { average } = figures;
    return {
      value: average === null ? null : average / 100,
      text: average === null ? '—' : (average / 100).toFixed(1),
      of: `n = ${figures.reviewed}`,
    };
  }
  const rate = figures[key];
  return {
    value: rate.value === null ? null : rate.value * 100,
    text: percent(rate.value),
    of: `${rate.numerator} / ${rate.denominator}`,
  };
}
