/** What of a channel can be heard: its noise floor, and the levels above which sound counts. */
import { frameS, framesOf, soundPercentile, speechLevel, toByte } from './levels.ts';
import { type Pair, total } from './spans.ts';

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

/** What of the room and the line is louder than this while the other side speaks is rare, share; and a margin, dB. */
const room = { share: 0.97, above: 1, leastS: 2 };
/** Speech this little below its usual level is always heard, dB: a noise that is louder hides the ends of words. */
const nearest = 3;

/** Noise of a line varies less from one hundredth of a second to the next, dB. */
const noiseRange = 9;

/**
 * @param likely where speech is likely, roughly
 * @param listening where only the other side speaks: what is heard then is the room and the line
 */
export function hearingOf(levels: Uint8Array, likely: readonly Pair[], listening: readonly Pair[]): Hearing {
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
    speechFrom: toByte(
      Math.min(Math.max(quietest + 4, speech - depth, inaudible, roomLevel(levels, listening)), speech - nearest),
    ),
    soundFrom: toByte(Math.max(quietest + 6, speech - depth, inaudible)),
  };
}

function roomLevel(levels: Uint8Array, listening: readonly Pair[]): number {
  if (total(listening) < room.leastS) return inaudible;
  return soundPercentile(framesOf(levels, listening), room.share) + room.above;
}

function levelOver(levels: Uint8Array, spans: readonly Pair[]): number | null {
  const frames = framesOf(levels, spans);
  return frames.length === 0 ? null : speechLevel(frames, 0, frames.length * frameS);
}
