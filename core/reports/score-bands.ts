/** How the scores spread: fatal calls by themselves, the others in bands whose lower bounds people know by heart. */
import type { RecordingFilter } from '../contract/index.ts';

export interface ScoreBand {
  /** Inclusive bounds in hundredths. */
  from: number;
  to: number;
  label: string;
  count: number;
  calls: RecordingFilter;
}

const bounds = [0, 6000, 8000, 8500, 9000, 9500, 10_000];

/**
 * @param counts how many reviews have which score
 * @param calls all reviewed calls, narrowed by each band
 */
export function scoreBands(
  counts: readonly { after: number | null; fatal: number; count: number }[],
  calls: RecordingFilter,
): ScoreBand[] {
  const total = (of: (row: (typeof counts)[number]) => boolean) =>
    counts.filter(of).reduce((sum, row) => sum + row.count, 0);
  const fatal: ScoreBand = {
    from: 0,
    to: 0,
    label: 'fatal',
    count: total((row) => row.fatal > 0),
    calls: { ...calls, fatal: true },
  };
  const bands = bounds.map((from, index): ScoreBand => {
    const next = bounds[index + 1];
    const to = next === undefined ? from : next - 1;
    return {
      from,
      to,
      label: next === undefined ? `${from / 100}` : `${from / 100}–${next / 100}`,
      count: total((row) => row.fatal === 0 && row.after !== null && row.after >= from && row.after <= to),
      calls: { ...calls, fatal: false, minScore: from, maxScore: to },
    };
  });
  return [fatal, ...bands];
}
