/**
 * The other side's voice in a channel: echo of the line, the headset's microphone, a joint-stereo codec.
 * It is softer than that voice in its own channel, and softer than who belongs to the channel.
 */
import { powerDb, powerOf } from './levels.ts';
import { covered, type Pair, spansWhere, union } from './spans.ts';

/** Seconds of sound compared at a time, in frames of 10 ms. */
const slotFrames = 10;
const slotS = slotFrames / 100;
/** Echo comes up to so many slots later. */
const delay = 2;
/** So far below the other channel, and below the own voice, it is not the own voice, dB. */
const belowOther = 14;
const belowOwn = 10;
/** A steady echo is known by its own level below the other channel: sound so little above it is that echo, dB. */
const echo = { loudest: -8, softest: -26, above: 5, belowOwn: 4 };
/** Shorter moments of it are the own voice's softer sounds. Seconds. */
const least = 0.25;

/** @param sides levels and likely speech of every channel @returns where each channel only carries another one's voice */
export function findCrosstalk(sides: readonly { levels: Uint8Array; likely: readonly Pair[] }[]): Pair[][] {
  const slots = sides.map(({ levels }) => slotLevels(levels));
  return sides.map(({ likely }, index) => {
    const own = slots[index]!;
    const other = own.map((_, slot) => loudestAround(slots, index, slot));
    const usual = usualLevel(own, other, likely);
    const others = union(sides.flatMap((side, at) => (at === index ? [] : side.likely)));
    const gain = usualDifference(own, other, others);
    const isEcho = gain !== null && gain <= echo.loudest && gain >= echo.softest;
    const [below, belowVoice] = isEcho
      ? [Math.min(belowOther, -gain - echo.above), echo.belowOwn]
      : [belowOther, belowOwn];
    const leaks = spansWhere(
      own.length,
      slotS,
      (slot) => own[slot]! < other[slot]! - below && (usual === null || own[slot]! < usual - belowVoice),
    );
    return union(leaks, slotS * 1.5).filter(([start, end]) => end - start >= least);
  });
}

function slotLevels(levels: Uint8Array): Float32Array {
  return new Float32Array(Math.ceil(levels.length / slotFrames)).map((_, slot) => {
    const frames = levels.subarray(slot * slotFrames, (slot + 1) * slotFrames);
    return powerDb(frames.reduce((sum, byte) => sum + powerOf(byte), 0) / frames.length);
  });
}

function loudestAround(slots: readonly Float32Array[], index: number, slot: number): number {
  let loudest = -Infinity;
  slots.forEach((levels, at) => {
    if (at === index) return;
    for (let i = Math.max(0, slot - delay); i <= slot + 1 && i < levels.length; i++)
      if (levels[i]! > loudest) loudest = levels[i]!;
  });
  return loudest;
}

/** How loud the channel's own voice is: upper quartile of what is likely speech and not drowned by the other side. */
function usualLevel(own: Float32Array, other: Float32Array, likely: readonly Pair[]): number | null {
  const alone = own.filter(
    (level, slot) => level >= other[slot]! - belowOther / 2 && covered([slot * slotS, (slot + 1) * slotS], likely) > 0,
  );
  return alone.sort()[Math.floor(alone.length * 0.75)] ?? null;
}

/**
 * By how much the channel is mostly softer than the others while those speak up: their echo's gain, or noise. Music does
 * not count: it may be on both channels as it is.
 */
function usualDifference(own: Float32Array, other: Float32Array, spoken: readonly Pair[]): number | null {
  const slots = [...own.keys()].filter((slot) => covered([slot * slotS, (slot + 1) * slotS], spoken) > 0);
  const levels = slots.map((slot) => other[slot]!).sort((a, b) => a - b);
  const loud = levels[Math.floor(levels.length * 0.95)]! - 10;
  const differences = slots.filter((slot) => other[slot]! >= loud).map((slot) => own[slot]! - other[slot]!);
  return differences.sort((a, b) => a - b)[Math.floor(differences.length / 2)] ?? null;
}
