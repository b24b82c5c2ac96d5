/** Voices behind the speaker: the neighbouring seats of a call centre, a television. Heard, but far softer. */
import { frameS, framesOf, soundPercentile, speechLevel } from './levels.ts';
import { complement, intersection, type Pair, spansWhere, toCs, total, union, without } from './spans.ts';

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

/** A piece so far below the speaker's level is none of the speaker's, dB; or so far, if the room is as loud. */
const far = 15;
const farInRoom = 12;
const roomAlike = 8;

/** Leaves out pieces that come through from behind: words of a neighbour, a babble's loudest moments. */
export function withoutBackground(speech: readonly Pair[], levels: Uint8Array, mono: boolean): Pair[] {
  if (speech.length === 0) return [];
  const usual = levelWithin(levels, speech);
  const room = soundPercentile(framesOf(levels, complement(speech, levels.length * frameS)), 0.5);
  return speech.filter((piece) => {
    const level = levelWithin(levels, [piece]);
    const isRoom = level < usual - farInRoom && level < room + roomAlike;
    return !isRoom && (mono || level >= usual - far);
  });
}

/** Shorter softer parts of speech are how somebody speaks. Seconds. */
const softPart = 3;

/**
 * Speech in a mono recording with its long soft parts as pieces of their own: the far side, or a room's voices between
 * two people's words, which only their level tells apart.
 */
export function cutAtSoftParts(speech: readonly Pair[], levels: Uint8Array): Pair[] {
  const loud = union(intersection(speech, foreground(levels, speech, false)), softPart);
  const parts = [...intersection(speech, loud), ...without(speech, loud)];
  return parts.sort((a, b) => a[0] - b[0]).map(([start, end]) => [toCs(start), toCs(end)]);
}

function levelWithin(levels: Uint8Array, spans: readonly Pair[]): number {
  const frames = framesOf(levels, spans);
  return speechLevel(frames, 0, frames.length * frameS);
}
