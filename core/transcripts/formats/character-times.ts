/** Text whose characters have times beside it, as FunASR writes it: `{text, timestamp: [[ms, ms], …]}`. */
import type { StreamWord } from './word-stream.ts';

/** What is timed: a Han character, or a word or number of another script. Punctuation is not. */
const token = /\p{Script=Han}|[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/**
 * @param times pairs of milliseconds, one for each character or word; where there are more or fewer than that, the
 * text is spread over them in proportion
 */
export function wordsByTimes(text: string, times: readonly (readonly [number, number])[]): StreamWord[] {
  const found = Array.from(text.matchAll(token));
  if (found.length === 0 || times.length === 0) return [];
  const timeOf = (index: number) =>
    times[found.length === times.length ? index : Math.floor((index * times.length) / found.length)]!;
  return found.map((match, index) => {
    const [start, end] = timeOf(index);
    const until = found[index + 1]?.index ?? text.length;
    return {
      // With the punctuation that follows.
      text: text.slice(match.index, until).trim(),
      start: start / 1000,
      end: end / 1000,
      label: null,
      channel: null,
    };
  });
}
