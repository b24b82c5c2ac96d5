export type NumberUnit = 's' | 'ms';

/** Seconds: nobody speaks that long without a pause, and no sentence is shorter than a third of that in milliseconds. */
const longestSentence = 300;

/**
 * What bare whole numbers count that a file gives as times: seconds, unless most sentences would then last for
 * minutes.
 * @param longest seconds that one span may last at most
 */
export function unitOfNumbers(
  spans: readonly { start: number | null; end: number | null }[],
  longest = longestSentence,
): NumberUnit {
  const whole = spans.every(({ start, end }) => [start, end].every((time) => time === null || Number.isInteger(time)));
  const lengths = spans.flatMap(({ start, end }, index) => {
    const until = end ?? spans[index + 1]?.start ?? null;
    return start === null || until === null ? [] : [until - start];
  });
  if (!whole || lengths.length === 0) return 's';
  return lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)]! > longest ? 'ms' : 's';
}
