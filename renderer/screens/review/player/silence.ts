/** Spans that "skip silence" jumps over, found in the peaks. */
import type { Span } from '../../../../core/contract/index.ts';
import type { Peaks } from '../../../sound/peaks.ts';
import { subtract } from './spans.ts';

/** Only pauses longer than this are skipped: shorter ones belong to the rhythm of speech. */
const SHORTEST_SKIP = 1.5;
/** Left of a pause at either end, so that no word loses its edge. */
const MARGIN = 0.25;
/** Bounds of the level below which a pixel is quiet, in steps of 1/128 of full scale (−36 to −26 dB). */
const LEAST_QUIET = 2;
const MOST_QUIET = 6;

/** Level of the louder side of a pixel, all channels together. */
function loudness(peaks: Peaks): Uint8Array {
  const { values, length } = peaks.levels[0]!;
  const stride = peaks.channels * 2;
  const levels = new Uint8Array(length);
  for (let pixel = 0; pixel < length; pixel++) {
    let most = 0;
    for (let i = pixel * stride; i < (pixel + 1) * stride; i++) most = Math.max(most, Math.abs(values[i]!));
    levels[pixel] = most;
  }
  return levels;
}

/** A line's own noise lifts the threshold: twice the level of its quietest tenth. */
function threshold(levels: Uint8Array): number {
  const histogram = new Uint32Array(129);
  for (const level of levels) histogram[level]!++;
  let seen = 0;
  let floor = 0;
  while (floor < 128 && seen + histogram[floor]! <= levels.length / 10) seen += histogram[floor++]!;
  return Math.min(MOST_QUIET, Math.max(LEAST_QUIET, 2 * floor));
}

/** Pauses on all channels together that are longer than `shortest` seconds. */
export function quietSpans(peaks: Peaks, shortest = SHORTEST_SKIP): Span[] {
  const levels = loudness(peaks);
  const quiet = threshold(levels);
  const step = peaks.levels[0]!.secondsPerPixel;
  const spans: Span[] = [];
  let from = -1;
  for (let pixel = 0; pixel <= levels.length; pixel++) {
    const isQuiet = pixel < levels.length && levels[pixel]! <= quiet;
    if (isQuiet && from < 0) from = pixel;
    if (!isQuiet && from >= 0) {
      if ((pixel - from) * step > shortest) spans.push({ start: from * step, end: pixel * step });
      from = -1;
    }
  }
  return spans;
}

/** What playback jumps over: pauses less their margins, never inside of a span that is being checked. */
export function skipSpans(quiet: readonly Span[], checking: readonly Span[]): Span[] {
  return subtract(
    quiet
      .map(({ start, end }) => ({ start: start + MARGIN, end: end - MARGIN }))
      .filter(({ start, end }) => end > start),
    checking,
  );
}

/** Share of a span, 0…1, in which some channel sounds: music in a pause between sentences, say. */
export function soundingShare(quiet: readonly Span[], span: Span): number {
  const width = span.end - span.start;
  return width > 0 ? subtract([span], quiet).reduce((sum, { start, end }) => sum + end - start, 0) / width : 0;
}
