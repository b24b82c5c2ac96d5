/** Voices behind the speaker: the neighbouring seats of a call centre, a television. Heard, but far softer. */
import { frameS } from './levels.ts';
import { type Pair, spansWhere, total } from './spans.ts';

/** What nowhere comes so close to the loudest speech is in the background, dB. One's own voice varies by less … */
const depth = 16;
/** … but in a mono recording the far side may be softer by more. */
const depthInMono = 26;
/** Levels are compared by the loudest within so many frames around: words rise and fall. */
const around = 30;
/** How much of the speech counts as loudest: a share of it, or so many frames where that is not much louder. */
const loudest = { share: 0.015, frames: 50, within: 10 };

/** @returns where the channel is loud enough for the speaker's own voice */
export function foreground(levels: Uint8Array, likely: readonly Pair[], mono: boolean): Pair[] {
  if (total(likely) === 0) return [];
  const from = loudestOf(levels, likely) - 2 * (mono ? depthInMono : depth);
  const nearLoud = new Uint8Array(levels.length);
  let until = -1;
  for (let frame = 0; frame < levels.length; frame++) {
    if (levels[frame]! < from) continue;
    nearLoud.fill(1, Math.max(until, frame - around, 0), frame + around + 1);
    until = frame + around + 1;
  }
  return spansWhere(levels.length, frameS, (frame) => nearLoud[frame] === 1);
}

/** Level byte that the loudest frames of speech reach. */
function loudestOf(levels: Uint8Array, likely: readonly Pair[]): number {
  const histogram = new Uint32Array(256);
  let count = 0;
  for (const [start, end] of likely)
    for (const level of levels.subarray(Math.round(start / frameS), Math.round(end / frameS))) {
      histogram[level]!++;
      count++;
    }
  const reachedBy = (frames: number) => {
    let [byte, above] = [255, histogram[255]!];
    while (byte > 0 && above < frames) above += histogram[--byte]!;
    return byte;
  };
  return Math.min(reachedBy(loudest.frames), reachedBy(count * loudest.share) + 2 * loudest.within);
}
