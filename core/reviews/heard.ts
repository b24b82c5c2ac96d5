import type { Span } from '../contract/index.ts';

/** Overlapping and touching spans become one; spans that end before they start are left out. To the millisecond. */
export function mergeSpans(spans: readonly Span[], durationMs: number | null): Span[] {
  const limit = durationMs ?? Number.POSITIVE_INFINITY;
  const ms = spans
    .map(({ start, end }) => [Math.round(start * 1000), Math.min(Math.round(end * 1000), limit)] as [number, number])
    .filter(([start, end]) => end > start)
    .sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [start, end] of ms) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged.map(([start, end]) => ({ start: start / 1000, end: end / 1000 }));
}

/** Share of the call that merged spans cover, 0–1; 0 while the duration is unknown. */
export function heardRatio(merged: readonly Span[], durationMs: number | null): number {
  if (!durationMs) return 0;
  const covered = merged.reduce((sum, { start, end }) => sum + Math.round((end - start) * 1000), 0);
  return Math.min(1, covered / durationMs);
}
