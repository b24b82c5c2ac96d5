/** Arithmetic of time spans, in seconds. A list of spans is kept sorted and without overlaps. */
import type { Span } from '../../../../core/contract/index.ts';

/** Spans closer than this are one: playback reports its place in steps. */
const TOUCH = 0.05;

export function union(spans: readonly Span[]): Span[] {
  const sorted = spans.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  const merged: Span[] = [];
  for (const { start, end } of sorted) {
    const last = merged.at(-1);
    if (last && start <= last.end + TOUCH) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

export const total = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** What is left of `spans` outside of `holes`. */
export function subtract(spans: readonly Span[], holes: readonly Span[]): Span[] {
  let rest = [...spans];
  for (const hole of holes)
    rest = rest.flatMap(({ start, end }) =>
      hole.end <= start || hole.start >= end
        ? [{ start, end }]
        : [
            { start, end: hole.start },
            { start: hole.end, end },
          ].filter((span) => span.end > span.start),
    );
  return rest;
}

export const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

export const contains = (span: Span, time: number): boolean => time >= span.start && time < span.end;
