/** Findings on one line of the track: where bars overlap the gravest stays, the rest are counted on it. */
import type { FindingMark } from '../findings/marks.ts';
import type { Viewport } from './viewport.ts';

export interface Bar {
  mark: FindingMark;
  left: number;
  width: number;
  /** Marks hidden under this one. */
  hidden: FindingMark[];
}
/** A finding in order: only a tick. */
export interface Tick {
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
    if (!mark.span || mark.span.end < view.start || mark.span.start > view.end) continue;
    const from = (mark.span.start - view.start) * scale;
    if (mark.number === null) {
      const near = ticks.find(({ left }) => Math.abs(left - from) < TICK_WIDTH);
      if (near) near.marks.push(mark);
      else ticks.push({ left: Math.max(0, from), marks: [mark] });
      continue;
    }
    const to = Math.min(pixels, (mark.span.end - view.start) * scale);
    const width = Math.max(LEAST_WIDTH, to - Math.max(0, from));
    const left = Math.max(0, Math.min(Math.max(0, from), pixels - width));
    const over = bars.find((bar) => bar.left < left + width && left < bar.left + bar.width);
    if (over) over.hidden.push(mark);
    else bars.push({ mark, left, width, hidden: [] });
  }
  return {
    bars,
    ticks: ticks.filter(({ left }) => !bars.some((bar) => left + TICK_WIDTH > bar.left && left < bar.left + bar.width)),
  };
}
