/** Long spans without an agent, hatched on the lanes, and speech without words. */
import type { SilenceCause, Span } from '../../../../core/contract/index.ts';
import type { FindingMark } from '../findings/marks.ts';
import { overlap } from '../player/spans.ts';
import { type Limit, limitOf } from '../transcript/limits.ts';
import type { PauseSound } from '../transcript/pauses.ts';
import type { Row } from '../transcript/rows.ts';

export interface Hold extends Span {
  sound: PauseSound;
  /** Why nobody speaks, where it is known. */
  cause: SilenceCause | null;
  /** The limit that a finding says is exceeded: its seconds, and the second of the call at which it is. */
  limit: { seconds: number; at: number } | null;
}

/** Shorter pauses would only clutter the lanes. */
const SHORTEST = 8;

/** Pauses between sentences, and waits that the machine found where there is no transcript. */
export function holdsOf(rows: readonly Row[], marks: readonly FindingMark[]): Hold[] {
  const holds: Hold[] = rows
    .filter((row) => row.kind === 'pause')
    .filter(isLong)
    .map(({ start, end, sound, cause, limit }) => ({ start, end, sound, cause, limit: exceeded(start, limit) }));
  for (const { finding } of marks)
    for (const { start, end, cause = null } of finding.limitS === null ? [] : finding.evidence.filter(isLong))
      if (!holds.some((hold) => overlap(hold, { start, end }) > 0))
        holds.push({
          start,
          end,
          sound: cause === 'music' || cause === 'queue' ? 'hold' : 'silence',
          cause,
          limit: exceeded(start, limitOf({ start, end }, cause, marks)),
        });
  return holds;
}

const isLong = ({ start, end }: Span): boolean => end - start >= SHORTEST;

const exceeded = (start: number, limit: Limit | null): Hold['limit'] =>
  limit?.broken ? { seconds: limit.seconds, at: start + limit.seconds } : null;
