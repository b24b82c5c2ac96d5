/** Arithmetic on spans `[start, end]` in seconds; lists are in order and disjoint. */
export type Pair = [start: number, end: number];

/** To 10 ms, which is what the levels resolve. */
export const toCs = (seconds: number): number => Math.round(seconds * 100) / 100;

/** @param bridge gaps up to this long are closed */
export function union(spans: readonly (readonly [number, number, ...unknown[]])[], bridge = 0): Pair[] {
  const joined: Pair[] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const previous = joined.at(-1);
    if (previous && start - previous[1] <= bridge) previous[1] = Math.max(previous[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

export function intersection(a: readonly Pair[], b: readonly Pair[]): Pair[] {
  const common: Pair[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [start, end] = [Math.max(a[i]![0], b[j]![0]), Math.min(a[i]![1], b[j]![1])];
    if (start < end) common.push([start, end]);
    if (a[i]![1] < b[j]![1]) i++;
    else j++;
  }
  return common;
}

export function complement(spans: readonly Pair[], duration: number): Pair[] {
  const gaps: Pair[] = [];
  let from = 0;
  for (const [start, end] of spans) {
    if (start > from) gaps.push([from, Math.min(start, duration)]);
    from = Math.max(from, end);
  }
  if (duration > from) gaps.push([from, duration]);
  return gaps;
}

export const total = (spans: readonly Pair[]): number => spans.reduce((sum, [start, end]) => sum + end - start, 0);

/** Seconds of a span that lie within the others. */
export function covered([start, end]: Pair, others: readonly Pair[]): number {
  let [low, high] = [0, others.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (others[middle]![1] <= start) low = middle + 1;
    else high = middle;
  }
  let seconds = 0;
  for (let i = low; i < others.length && others[i]![0] < end; i++)
    seconds += Math.min(end, others[i]![1]) - Math.max(start, others[i]![0]);
  return seconds;
}

/** What of the spans does not lie within the others. */
export function without(spans: readonly Pair[], others: readonly Pair[]): Pair[] {
  const end = Math.max(0, ...spans.slice(-1).map((span) => span[1]));
  return intersection(spans, complement(others, end));
}

/** Spans of the steps, each so many seconds long, of which something holds. */
export function spansWhere(steps: number, stepS: number, holds: (step: number) => boolean): Pair[] {
  const spans: Pair[] = [];
  for (let step = 0; step < steps; step++) {
    if (!holds(step)) continue;
    const first = step;
    while (step + 1 < steps && holds(step + 1)) step++;
    spans.push([first * stepS, (step + 1) * stepS]);
  }
  return spans;
}
