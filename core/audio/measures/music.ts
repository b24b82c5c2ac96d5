/**
 * Hold music and noise: sound that lasts and is not speech. Music makes the speech model speak up for moments;
 * nobody really speaks in the midst of hold music, because the exchange plays it into a line that is parked.
 */
import type { Hearing } from './hearing.ts';
import { frameS } from './levels.ts';
import { covered, type Pair, spansWhere, toCs, union, without } from './spans.ts';
import { windowS } from './speech-activity.ts';

/** Frames of 10 ms in a slot, and how many of them must sound. */
const slotFrames = 10;
const slotLeast = 6;
const slotS = slotFrames * frameS;

/** Rests within a piece of music. Seconds. */
const rest = 1.5;
/** Shorter sound is a cough, a keyboard, a door. Seconds. */
const leastMusic = 4;
/** Share of the span that really sounds. */
const leastShare = 0.6;

/** Where a channel sounds, by tenths of a second. */
export function soundingSlots(levels: Uint8Array, { soundFrom }: Hearing): Pair[] {
  return spansWhere(Math.ceil(levels.length / slotFrames), slotS, (slot) => {
    let sounding = 0;
    for (const level of levels.subarray(slot * slotFrames, (slot + 1) * slotFrames)) if (level >= soundFrom) sounding++;
    return sounding >= slotLeast;
  });
}

/** @param sounding see soundingSlots @param taken speech and tones */
export function findMusic(sounding: readonly Pair[], taken: readonly Pair[]): Pair[] {
  const left = without(sounding, taken);
  return union(left, rest)
    .flatMap((span) => without([span], taken))
    .filter((span) => span[1] - span[0] >= leastMusic && covered(span, left) >= (span[1] - span[0]) * leastShare)
    .map(([start, end]) => [toCs(start), toCs(end)]);
}

/** Speech closer together than this is judged as one. Seconds. */
const together = 1;
/** How far around speech music is looked for, and how much of it there must be on either side. Seconds. */
const around = 3;
const leastAround = 1.5;
/** In the midst of music only this much, this surely, is believed. */
const believed = { seconds: 1.5, probability: 0.8 };

/** So little alone, without a gap before or after music that goes on, is how the music begins or ends. */
const onset = { seconds: 1.2, gap: 0.15, share: 0.85 };

/** Leaves out what the model took for speech in the midst of music. */
export function withoutFalseSpeech(
  speech: readonly Pair[],
  activity: Uint8Array,
  sounding: readonly Pair[],
  duration: number,
): Pair[] {
  const other = without(sounding, speech);
  const groups = union(speech, together);
  const startsMusic = (after: Pair) =>
    covered([after[0], after[0] + onset.gap], other) > 0 && covered(after, other) >= onset.share * around;
  const endsMusic = (before: Pair) =>
    covered([before[1] - onset.gap, before[1]], other) > 0 && covered(before, other) >= onset.share * around;
  const kept = groups.filter((group) => {
    const [start, end] = group;
    const before: Pair = [Math.max(0, start - around), start];
    const after: Pair = [end, Math.min(duration, end + around)];
    const least = (span: Pair) => Math.min(leastAround, (span[1] - span[0]) / 2);
    if (end - start < onset.seconds && (startsMusic(after) || endsMusic(before))) return false;
    if (covered(before, other) < least(before) || covered(after, other) < least(after)) return true;
    if (covered([start - around, end + around], other) < leastAround) return true;
    return end - start >= believed.seconds && certainty(activity, speech, group) >= believed.probability;
  });
  return speech.filter((span) => kept.some(([start, end]) => span[0] >= start && span[1] <= end));
}

/** Mean probability over the speech of a group. */
function certainty(activity: Uint8Array, speech: readonly Pair[], group: Pair): number {
  let [sum, count] = [0, 0];
  for (const [start, end] of speech) {
    if (start < group[0] || end > group[1]) continue;
    for (let window = Math.floor(start / windowS); window < end / windowS; window++) {
      sum += activity[window] ?? 0;
      count++;
    }
  }
  return count === 0 ? 0 : sum / count / 255;
}
