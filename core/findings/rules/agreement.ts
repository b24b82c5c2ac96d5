/** The machine's verdicts counted against what people say. */
import type { Agreement, Verdict, VerdictCounts } from '../../contract/index.ts';

/** Counts call by call; `total` may be asked at any time. */
export interface Tally {
  /** @param broken what a person said; null: nobody said */
  add(verdict: Verdict, broken: boolean | null): void;
  counts(): VerdictCounts;
  agreement(): Agreement;
}

export function createTally(): Tally {
  const counts: VerdictCounts = { met: 0, not_met: 0, cannot_tell: 0 };
  let [decided, confirmed, refused, missed, unknown] = [0, 0, 0, 0, 0];
  return {
    add(verdict, broken) {
      counts[verdict] += 1;
      if (broken === null) return;
      decided += 1;
      if (verdict === 'not_met') {
        if (broken) confirmed += 1;
        else refused += 1;
      } else if (broken) {
        missed += 1;
        if (verdict === 'cannot_tell') unknown += 1;
      }
    },
    counts: () => ({ ...counts }),
    agreement() {
      const precision = rate(confirmed, confirmed + refused);
      const recall = rate(confirmed, confirmed + missed);
      const f1 = precision.value === null || recall.value === null ? null : f1Of(confirmed, refused, missed);
      return { decided, confirmed, refused, missed, unknown, precision, recall, f1 };
    },
  };
}

const rate = (numerator: number, denominator: number) => ({
  numerator,
  denominator,
  value: denominator === 0 ? null : numerator / denominator,
});

const f1Of = (confirmed: number, refused: number, missed: number) =>
  (2 * confirmed) / (2 * confirmed + refused + missed);
