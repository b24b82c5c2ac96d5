import type { BacktestResult, Flip } from '../../../../core/contract/index.ts';
import { openReview } from '../../../app/navigation.ts';
import { useSettings } from '../../../app/settings.ts';
import { clock, shortDateTime } from '../../../i18n/format.ts';
import { hideNumbers } from '../../../i18n/hide-numbers.ts';
import { useBilingual } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Shape } from '../../../ui/shape.tsx';
import { useT } from '../use-t.ts';
import styles from './backtest.module.css';
import { useBacktest } from './backtest-store.ts';
import { marks } from './verdict-matrix.tsx';

/** The calls that are judged differently; one opens at the second that made the difference. */
export function FlipList({ result }: { result: BacktestResult }) {
  const t = useT();
  const turn = useBacktest((state) => state.turn);
  const shown = turn
    ? result.flips.filter((flip) => flip.before === turn.from && flip.after === turn.to)
    : result.flips;
  return (
    <section className={styles.section}>
      <h3>
        {t('test.flips', { n: result.flipped.toLocaleString() })}
        {result.flips.length < result.flipped && (
          <span>{t('test.flipsFirst', { shown: result.flips.length.toLocaleString() })}</span>
        )}
        {turn && (
          <Button small look="ghost" icon="close" onClick={() => useBacktest.setState({ turn: null })}>
            {t('test.showAll')}
          </Button>
        )}
      </h3>
      {result.flipped === 0 && <p className={styles.dim}>{t('test.noFlips')}</p>}
      <ul className={styles.flips}>
        {shown.map((flip) => (
          <li key={flip.recordingId}>
            <FlipRow flip={flip} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function FlipRow({ flip }: { flip: Flip }) {
  const t = useT();
  const text = useBilingual();
  const zone = useSettings((settings) => settings.timeZone);
  const { recordingId, file, agentId, agentName, startedAt, before, after, at, quote, broken, reason } = flip;
  const who = [agentId, agentName].filter(Boolean).join(' ') || t('test.noAgent');
  const when = startedAt === null ? hideNumbers(file) : shortDateTime(startedAt, zone);
  const moment = at === null ? '' : clock(at * 1000);
  return (
    <button
      type="button"
      className={styles.flip}
      title={hideNumbers(file)}
      aria-label={`${t('test.openAt', { call: `${when} ${who}`, at: moment }).trim()}: ${before ? t(`common:verdict.${before}`) : t('test.notJudged')} → ${t(`common:verdict.${after}`)}`}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => openReview(recordingId, at)}
    >
      <span className={styles.flipHead}>
        <span className={styles.turn}>
          {before ? <Shape kind={marks[before]} /> : <span className={styles.dim}>·</span>}
          <span className={styles.dim}>→</span>
          <Shape kind={marks[after]} />
        </span>
        <span className={styles.when}>{when}</span>
        <span className={styles.who}>{who}</span>
        {broken !== null && (
          <span className={broken ? styles.broken : styles.fine}>{t(broken ? 'test.broken' : 'test.fine')}</span>
        )}
        <span className={styles.moment}>{moment}</span>
      </span>
      <span className={styles.reason}>
        {text(reason)}
        {quote && <q>{quote}</q>}
      </span>
    </button>
  );
}
