/** What of a channel can be heard: its noise floor, and the levels above which sound counts. */
import { frameS, soundPercentile, speechLevel, toByte } from './levels.ts';
import type { Pair } from './spans.ts';

export interface Hearing {
  /** A level byte (see levels.ts) from which a frame is part of speech. */
  speechFrom: number;
  /** A level byte from which a frame is sound that is more than the line's noise. */
  soundFrom: number;
}

/** Below this nobody hears anything, dBFS. */
const inaudible = -62;
/** So far below its own speech a channel's sound is but noise, dB. */
const depth = 30;

/** Noise of a line varies less from one hundredth of a second to the next, dB. */
const noiseRange = 9;

/** @param likely where speech is likely, roughly */
export function hearingOf(levels: Uint8Array, likely: readonly Pair[]): Hearing {
  const speech = levelOver(levels, likely);
  const quietest = soundPercentile(levels, 0.02);
  if (speech === null) {
    // Without speech to compare with: a narrow range is the line's noise, in a wide one the quietest may be music.
    const middle = soundPercentile(levels, 0.5);
    const steady = soundPercentile(levels, 0.95) - quietest < noiseRange;
    const floor = steady ? middle : Math.min(quietest, middle - 10);
    const from = toByte(Math.max(floor + 6, inaudible));
    return { speechFrom: from, soundFrom: from };
  }
  return {
    speechFrom: toByte(Math.min(Math.max(quietest + 4, speech - depth, inaudible), speech - 8)),
    soundFrom: toByte(Math.max(quietest + 6, speech - depth, inaudible)),
  };
}

function levelOver(levels: Uint8Array, spans: readonly Pair[]): number | null {
  const parts = spans.map(([start, end]) => levels.subarray(Math.round(start / frameS), Math.round(end / frameS)));
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined.length === 0 ? null : speechLevel(joined, 0, joined.length * frameS);
}
