import type { BacktestResult, Verdict } from '../../../../core/contract/index.ts';
import { type Mark, Shape } from '../../../ui/shape.tsx';
import { useT } from '../use-t.ts';
import styles from './backtest.module.css';
import { type Turn, useBacktest } from './backtest-store.ts';

export const marks: Record<Verdict, Mark> = { not_met: 'serious', met: 'pass', cannot_tell: 'unknown' };
const order = ['not_met', 'met', 'cannot_tell'] as const satisfies readonly Verdict[];

/** How many calls went from which verdict (rows) to which (columns); a cell shows only its calls in the list below. */
export function VerdictMatrix({ result }: { result: BacktestResult }) {
  const t = useT();
  const turn = useBacktest((state) => state.turn);
  const rows: readonly (Verdict | null)[] = result.before ? order : [null];
  const count = (from: Verdict | null, to: Verdict) =>
    result.matrix.find((cell) => cell.from === from && cell.to === to)?.count ?? 0;
  const name = (verdict: Verdict | null) => (verdict ? t(`common:verdict.${verdict}`) : t('test.notJudged'));
  const listed = (from: Verdict | null, to: Verdict) =>
    result.flips.some((flip) => flip.before === from && flip.after === to);
  const toggle = (next: Turn) =>
    useBacktest.setState({ turn: turn?.from === next.from && turn.to === next.to ? null : next });
  return (
    <section className={styles.section}>
      <h3>{t('test.verdicts')}</h3>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th>
              <span className={styles.dim}>
                {t('test.from')} ↓ {t('test.to')} →
              </span>
            </th>
            {order.map((to) => (
              <th key={to}>
                <span className={styles.verdict}>
                  <Shape kind={marks[to]} />
                  {name(to)}
                </span>
              </th>
            ))}
            <th>{t('test.total')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((from) => (
            <tr key={from ?? ''}>
              <th>
                <span className={styles.verdict}>
                  {from && <Shape kind={marks[from]} />}
                  {name(from)}
                </span>
              </th>
              {order.map((to) => {
                const n = count(from, to);
                const on = turn?.from === from && turn.to === to;
                return (
                  <td key={to} className={from === to ? styles.same : undefined}>
                    {n > 0 && listed(from, to) ? (
                      <button
                        type="button"
                        aria-pressed={on}
                        className={on ? `${styles.cell} ${styles.cellOn}` : styles.cell}
                        aria-label={t('test.cell', { n, from: name(from), to: name(to) })}
                        onMouseDown={(event) => event.preventDefault()}
                        onClick={() => toggle({ from, to })}
                      >
                        {n.toLocaleString()}
                      </button>
                    ) : (
                      <span className={n === 0 ? styles.dim : undefined}>{n.toLocaleString()}</span>
                    )}
                  </td>
                );
              })}
              <td>{(from ? (result.before?.[from] ?? 0) : result.calls).toLocaleString()}</td>
            </tr>
          ))}
          <tr className={styles.totals}>
            <th>{t('test.total')}</th>
            {order.map((to) => (
              <td key={to}>{result.after[to].toLocaleString()}</td>
            ))}
            <td>{result.calls.toLocaleString()}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
