/** From moments that sound like speech to segments of speech, to 10 ms. */
import type { Hearing } from './hearing.ts';
import { frameS } from './levels.ts';
import { covered, type Pair, toCs, union } from './spans.ts';
import { windowS } from './speech-activity.ts';

/** Probabilities of 0..255: speech begins at the first and lasts while it is above the second. */
const onset = 128;
const hold = 90;
/** Shorter silence is within a segment, shorter speech is none. Seconds. */
const leastSilence = 0.25;
const leastSpeech = 0.12;
/** How far the model's onset may lag behind the sound's. Seconds. */
const reach = 0.2;
/** Left before and after, so that no consonant is cut. Seconds. */
const padding = 0.02;

/** Spans in which the model hears speech, to its 32 ms. */
export function likelySpeech(activity: Uint8Array): Pair[] {
  const spans: Pair[] = [];
  for (let window = 0; window < activity.length; ) {
    if (activity[window]! < onset) {
      window++;
      continue;
    }
    const start = window;
    while (window < activity.length && activity[window]! >= hold) window++;
    spans.push([start * windowS, window * windowS]);
  }
  return spans;
}

/** @param tones spans of signalling tones, which are not speech */
export function speechSegments(
  likely: readonly Pair[],
  levels: Uint8Array,
  { speechFrom }: Hearing,
  tones: readonly Pair[],
): Pair[] {
  const duration = levels.length * frameS;
  const exact = likely.flatMap((span) => toSound(span, levels, speechFrom));
  return union(exact, leastSilence)
    .filter(([start, end]) => end - start >= leastSpeech)
    .filter((span) => covered(span, tones) < (span[1] - span[0]) / 2)
    .map(([start, end]): Pair => [toCs(Math.max(0, start - padding)), toCs(Math.min(duration, end + padding))]);
}

/** Moves both ends of a span to where the sound begins and ends. */
function toSound([start, end]: Pair, levels: Uint8Array, from: number): Pair[] {
  const heard = (frame: number) => (levels[frame] ?? 0) >= from;
  const most = Math.round(reach / frameS);
  let first = Math.round(start / frameS);
  let last = Math.min(levels.length, Math.round(end / frameS)) - 1;
  const [earliest, latest] = [first - most, last + most];
  if (heard(first)) while (first > earliest && (heard(first - 1) || heard(first - 2))) first--;
  else while (first <= last && !heard(first)) first++;
  if (heard(last)) while (last < latest && (heard(last + 1) || heard(last + 2))) last++;
  else while (last >= first && !heard(last)) last--;
  return last < first ? [] : [[Math.max(0, first) * frameS, Math.min(levels.length, last + 1) * frameS]];
}
