/** Holds that the agent answers for, with their waits: not a customer who went away, a queue or an announcement. */
import type { Call } from './call.ts';
import { findHolds, type Hold } from './holds.ts';
import { keepsWaiting } from './silence-cause.ts';
import { findWaits, type Wait } from './waits.ts';

interface KeptWaiting {
  hold: Hold;
  /** The waits that the hold is made of; between two of them the agent said a word. */
  waits: Wait[];
}

/** Two waits of at least this length with a word between are one hold with a contact, seconds. */
const leastS = 5;

/** @returns null when nothing tells who talks when */
export function keptWaiting(call: Call): KeptWaiting[] | null {
  const [holds, waits] = [findHolds(call, leastS), findWaits(call, leastS)];
  if (!holds || !waits) return null;
  const own = waits.filter(keepsWaiting);
  return holds
    .map((hold) => ({ hold, waits: own.filter(({ start, end }) => start >= hold.start && end <= hold.end) }))
    .filter((kept) => kept.waits.length > 0);
}
