/** Which part of the call the waveform shows. Pure arithmetic in seconds. */

export interface Viewport {
  start: number;
  end: number;
}

/** Closer than this, columns would repeat one peak many times over. */
const NARROWEST = 2;
/** Calls up to this long are shown whole when opened. */
const WHOLE = 240;
const WINDOW = 30;

export const defaultViewport = (duration: number): Viewport => ({
  start: 0,
  end: duration <= WHOLE ? duration : WINDOW,
});

/** The view moved and cut so that it lies within the call. */
function within(start: number, width: number, duration: number): Viewport {
  const shown = Math.min(duration, Math.max(Math.min(NARROWEST, duration), width));
  const from = Math.max(0, Math.min(duration - shown, start));
  return { start: from, end: from + shown };
}

/** Zoomed by `factor` (2 = twice as close) so that `anchor` stays where it is on the screen. */
export function zoom(view: Viewport, factor: number, anchor: number, duration: number): Viewport {
  const width = view.end - view.start;
  const next = Math.min(duration, Math.max(Math.min(NARROWEST, duration), width / factor));
  return within(anchor - ((anchor - view.start) / width) * next, next, duration);
}

export const pan = (view: Viewport, by: number, duration: number): Viewport =>
  within(view.start + by, view.end - view.start, duration);

/** Turns the page when the playhead has left the view; the new page begins a tenth before it. */
export function follow(view: Viewport, time: number, duration: number): Viewport {
  const width = view.end - view.start;
  if (time >= view.start && time <= view.end - width * 0.02) return view;
  return within(time - width * 0.1, width, duration);
}

/** 0 = whole call, 1 = closest: position of the zoom slider, logarithmic. */
export function zoomFraction(view: Viewport, duration: number): number {
  const narrowest = Math.min(NARROWEST, duration);
  if (duration <= narrowest) return 0;
  return Math.log(duration / (view.end - view.start)) / Math.log(duration / narrowest);
}

export function zoomTo(view: Viewport, fraction: number, anchor: number, duration: number): Viewport {
  const narrowest = Math.min(NARROWEST, duration);
  const width = duration * (narrowest / duration) ** fraction;
  return zoom(view, (view.end - view.start) / width, anchor, duration);
}

const STEPS = [0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800];

/** Times of the ruler's labels, at least `minPixels` apart, and the step between them. */
export function ticks(view: Viewport, pixels: number, minPixels = 84): { step: number; times: number[] } {
  const least = ((view.end - view.start) / Math.max(1, pixels)) * minPixels;
  const step = STEPS.find((candidate) => candidate >= least) ?? 3600;
  const times: number[] = [];
  for (let n = Math.ceil(view.start / step - 1e-9); n * step <= view.end; n++) times.push(n * step);
  return { step, times };
}
