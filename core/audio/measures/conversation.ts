/** What channels say of each other: overlaps, silence of all. */
import type { Measures } from '../measures.ts';
import { complement, intersection, type Pair, toCs, union } from './spans.ts';

/** Pauses within an utterance, for telling who speaks at once. Seconds. */
const breath = 0.6;
const leastOverlap = 0.2;

export function findOverlaps(speech: readonly (readonly Pair[])[]): Measures['overlaps'] {
  const utterances = speech.map((spans) => union(spans, breath));
  const found: Measures['overlaps'] = [];
  for (let a = 0; a < utterances.length; a++)
    for (let b = a + 1; b < utterances.length; b++)
      for (const [start, end] of intersection(utterances[a]!, utterances[b]!)) {
        if (end - start < leastOverlap) continue;
        const begins = (channel: number) => utterances[channel]!.find((span) => span[0] <= start && span[1] >= end)![0];
        found.push({ start: toCs(start), end: toCs(end), by: begins(a) > begins(b) ? a : b });
      }
  return found.sort((one, other) => one.start - other.start);
}

const leastSilence = 1;

/** @param sounds whatever is heard on any channel */
export function findSilences(sounds: readonly Pair[], duration: number): Pair[] {
  return complement(union(sounds), duration)
    .filter(([start, end]) => end - start >= leastSilence)
    .map(([start, end]) => [toCs(start), toCs(end)]);
}

export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)]!;
}
