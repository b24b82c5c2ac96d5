/** Findings on one line of the track: where bars overlap the gravest stays, the rest are counted on it. */

import type { FindingMark } from '../findings/marks.ts';
import { union } from '../player/spans.ts';
import type { Viewport } from './viewport.ts';

interface Bar {
  mark: FindingMark;
  /** Second at which this part of the evidence begins. */
  start: number;
  left: number;
  width: number;
  /** Marks hidden under this one. */
  hidden: FindingMark[];
}
/** A finding in order: only a tick. */
interface Tick {
  left: number;
  marks: FindingMark[];
}

/** Narrowest bar: a target for the pointer. */
export const LEAST_WIDTH = 24;
const TICK_WIDTH = 14;

/** Pixels from the left edge of the view; bars and ticks outside of it are left out. `first`: in order of gravity. */
export function placeBars(
  first: readonly FindingMark[],
  view: Viewport,
  pixels: number,
): { bars: Bar[]; ticks: Tick[] } {
  const scale = pixels / (view.end - view.start);
  const bars: Bar[] = [];
  const ticks: Tick[] = [];
  for (const mark of first) {
    if (!mark.span) continue;
    // What is in order is ticked once; what is not is shown at every place.
    const places = mark.number === null ? [mark.span] : union(mark.finding.evidence);
    for (const { start, end } of places) {
      if (end < view.start || start > view.end) continue;
      const from = Math.max(0, (start - view.start) * scale);
      if (mark.number === null) {
        const near = ticks.find(({ left }) => Math.abs(left - from) < TICK_WIDTH);
        if (near) near.marks.push(mark);
        else ticks.push({ left: from, marks: [mark] });
        continue;
      }
      const width = Math.max(LEAST_WIDTH, Math.min(pixels, (end - view.start) * scale) - from);
      const left = Math.max(0, Math.min(from, pixels - width));
      const over = bars.find((bar) => bar.left < left + width && left < bar.left + bar.width);
      if (!over) bars.push({ mark, start, left, width, hidden: [] });
      else if (over.mark !== mark && !over.hidden.includes(mark)) over.hidden.push(mark);
    }
  }
  return {
    bars,
    ticks: ticks.filter(({ left }) => !bars.some((bar) => left + TICK_WIDTH > bar.left && left < bar.left + bar.width)),
  };
}
