/** Draws columns of peaks: one column per device pixel, from minimum to maximum. */
import type { Span } from '../../../../core/contract/index.ts';
import type { Peaks } from '../../../sound/peaks.ts';
import type { Viewport } from './viewport.ts';

interface WaveInk {
  colour: string;
  /** Ink of spans that are no speech. */
  hold: string;
  /** Magnifies quiet calls; the same for all lanes of a call, so that their loudness can be compared. */
  gain: number;
}

const MOST_GAIN = 4;

/** Lets the loudest sound of the call fill its lane. */
export function gainOf(peaks: Peaks): number {
  const most = peaks.levels.at(-1)!.values.reduce((max, value) => Math.max(max, Math.abs(value)), 1);
  return Math.min(MOST_GAIN, 127 / most);
}

/** Share of the lane's height that the loudest sound takes. */
const AMPLITUDE = 0.88;
/** Lifts quiet speech and keeps the loudest column inside of the lane; for the eye only. */
const curve = Float32Array.from({ length: 129 }, (_, level) => (level / 128) ** 0.75);

const shape = (level: number, gain: number): number =>
  Math.sign(level) * curve[Math.min(128, Math.round(Math.abs(level) * gain))]!;

export function drawColumns(
  context: CanvasRenderingContext2D,
  columns: Int8Array,
  view: Viewport,
  holds: readonly Span[],
  ink: WaveInk,
): void {
  const { width, height } = context.canvas;
  const middle = height / 2;
  const reach = middle * AMPLITUDE;
  const step = (view.end - view.start) / width;
  const speech = new Path2D();
  const other = new Path2D();
  for (let x = 0; x < width; x++) {
    const low = columns[x * 2]!;
    const high = columns[x * 2 + 1]!;
    const top = middle - shape(high, ink.gain) * reach;
    const bottom = middle - shape(low, ink.gain) * reach;
    const time = view.start + x * step;
    const path = holds.some(({ start, end }) => time >= start && time < end) ? other : speech;
    path.rect(x, Math.min(top, middle - 0.5), 1, Math.max(1, bottom - top));
  }
  context.clearRect(0, 0, width, height);
  context.fillStyle = ink.colour;
  context.fill(speech);
  context.fillStyle = ink.hold;
  context.fill(other);
}
