/** Peaks in audiowaveform's binary .dat format, and coarser levels made from them. */

interface PeakLevel {
  /** Seconds per pixel. */
  secondsPerPixel: number;
  /** Pixels. */
  length: number;
  /** Minimum and maximum per channel and pixel, −128…127: [min0, max0, min1, max1] for stereo. */
  values: Int8Array;
}

export interface Peaks {
  channels: number;
  duration: number;
  /** Finest first; each next level is four times as coarse. */
  levels: readonly PeakLevel[];
}

const HEADER_V1 = 20;
const HEADER_V2 = 24;
const FACTOR = 4;
/** A level with fewer pixels than this is finer than any window is wide: coarser ones gain nothing. */
const SMALLEST = 512;

export class PeaksError extends Error {}

/**
 * Reads version 1 (one channel) and 2, with 8 or 16 bits per value; 16 bits are shown with 8.
 * @throws PeaksError when the bytes are no such file or end too early
 */
export function parsePeaks(buffer: ArrayBuffer): Peaks {
  if (buffer.byteLength < HEADER_V1) throw new PeaksError('too short for a header');
  const view = new DataView(buffer);
  const version = view.getInt32(0, true);
  if (version !== 1 && version !== 2) throw new PeaksError(`unknown version ${version}`);
  const headerBytes = version === 1 ? HEADER_V1 : HEADER_V2;
  if (buffer.byteLength < headerBytes) throw new PeaksError('too short for a header');
  const eightBits = (view.getUint32(4, true) & 1) === 1;
  const sampleRate = view.getInt32(8, true);
  const samplesPerPixel = view.getInt32(12, true);
  const channels = version === 1 ? 1 : view.getInt32(20, true);
  if (sampleRate <= 0 || samplesPerPixel <= 0 || channels < 1 || channels > 8) throw new PeaksError('invalid header');
  const perPixel = channels * 2;
  const width = eightBits ? 1 : 2;
  const present = Math.floor((buffer.byteLength - headerBytes) / (perPixel * width));
  const length = view.getUint32(16, true);
  if (length > present) throw new PeaksError(`${length} pixels promised, ${present} present`);
  const values = eightBits
    ? new Int8Array(buffer, headerBytes, length * perPixel)
    : Int8Array.from({ length: length * perPixel }, (_, i) => view.getInt16(headerBytes + 2 * i, true) >> 8);
  const finest = { secondsPerPixel: samplesPerPixel / sampleRate, length, values };
  return { channels, duration: length * finest.secondsPerPixel, levels: withCoarser(finest, channels) };
}

function withCoarser(finest: PeakLevel, channels: number): PeakLevel[] {
  const levels = [finest];
  for (let level = finest; level.length > SMALLEST; ) {
    level = coarser(level, channels);
    levels.push(level);
  }
  return levels;
}

/** Four pixels become one: the least minimum, the greatest maximum. */
export function coarser(level: PeakLevel, channels: number): PeakLevel {
  const stride = channels * 2;
  const length = Math.ceil(level.length / FACTOR);
  const values = new Int8Array(length * stride);
  const { values: fine } = level;
  const end = level.length * stride;
  // A call of two hours has millions of values and waits for this loop: comparisons, no calls.
  for (let at = 0; at < values.length; at += 2) {
    const pixel = Math.floor(at / stride);
    const channel = at - pixel * stride;
    const to = Math.min(end, (pixel + 1) * FACTOR * stride);
    let min = 127;
    let max = -128;
    for (let from = pixel * FACTOR * stride + channel; from < to; from += stride) {
      const low = fine[from]!;
      const high = fine[from + 1]!;
      if (low < min) min = low;
      if (high > max) max = high;
    }
    values[at] = min;
    values[at + 1] = max;
  }
  return { secondsPerPixel: level.secondsPerPixel * FACTOR, length, values };
}

/** The coarsest level that still has a pixel of its own for each column of `secondsPerColumn`. */
export function levelFor(peaks: Peaks, secondsPerColumn: number): PeakLevel {
  return peaks.levels.findLast((level) => level.secondsPerPixel <= secondsPerColumn) ?? peaks.levels[0]!;
}

/**
 * Minimum and maximum of one channel per column of a window, as pairs −128…127; columns outside of the call
 * are zero. `channel` null takes all channels together.
 */
export function columns(peaks: Peaks, channel: number | null, start: number, end: number, count: number): Int8Array {
  const out = new Int8Array(count * 2);
  const step = (end - start) / count;
  const level = levelFor(peaks, step);
  const stride = peaks.channels * 2;
  const [first, last] = channel === null ? [0, peaks.channels - 1] : [channel, channel];
  for (let column = 0; column < count; column++) {
    const from = Math.max(0, Math.floor((start + column * step) / level.secondsPerPixel));
    const to = Math.min(
      level.length,
      Math.max(from + 1, Math.floor((start + (column + 1) * step) / level.secondsPerPixel)),
    );
    let min = 127;
    let max = -128;
    for (let pixel = from; pixel < to; pixel++) {
      for (let c = first; c <= last; c++) {
        const at = pixel * stride + c * 2;
        min = Math.min(min, level.values[at]!);
        max = Math.max(max, level.values[at + 1]!);
      }
    }
    if (max >= min) {
      out[column * 2] = min;
      out[column * 2 + 1] = max;
    }
  }
  return out;
}
