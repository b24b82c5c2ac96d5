/** Long spans without an agent, hatched on the lanes. */
import type { Span } from '../../../../core/contract/index.ts';
import type { FindingMark } from '../findings/marks.ts';
import { overlap } from '../player/spans.ts';
import { type Row, WAIT_LIMIT } from '../transcript/rows.ts';

export interface Hold extends Span {
  sound: 'hold' | 'silence';
  /** Seconds from which on the wait is too long; null when it is not. */
  limitAt: number | null;
}

/** Shorter pauses would only clutter the lanes. */
const SHORTEST = 8;
const waitRules = new Set(['wait-over-limit', 'prolonged-silence']);

/** Pauses between sentences, and waits that the machine found where there is no transcript. */
export function holdsOf(rows: readonly Row[], marks: readonly FindingMark[]): Hold[] {
  const holds: Hold[] = rows
    .filter((row) => row.kind === 'pause')
    .filter(({ start, end }) => end - start >= SHORTEST)
    .map(({ start, end, sound }) => ({ start, end, sound, limitAt: limitOf(start, end) }));
  for (const { finding } of marks)
    for (const { start, end } of waitRules.has(finding.rule) ? finding.evidence : [])
      if (end - start >= SHORTEST && !holds.some((hold) => overlap(hold, { start, end }) > 0))
        holds.push({
          start,
          end,
          sound: finding.rule === 'wait-over-limit' ? 'hold' : 'silence',
          // A silence has a limit of its own, which is not that of waits.
          limitAt: finding.rule === 'wait-over-limit' ? limitOf(start, end) : null,
        });
  return holds;
}

const limitOf = (start: number, end: number): number | null => (end - start > WAIT_LIMIT ? start + WAIT_LIMIT : null);
