/** Levels in dBFS (RMS, a full-scale square wave is 0) of 10 ms each, stored in half decibels from -120. */
import { telephoneRate } from './telephone-rate.ts';
import { Timeline } from './timeline.ts';

/** Seconds. */
export const frameS = 0.01;
const frameSamples = telephoneRate * frameS;
const lowest = -120;

export const toByte = (db: number): number => Math.max(0, Math.min(255, Math.round((db - lowest) * 2)));
export const toDb = (byte: number): number => byte / 2 + lowest;
export const powerDb = (power: number): number => (power > 1e-12 ? 10 * Math.log10(power) : lowest);

export interface LevelMeter {
  push(samples: Float32Array, frames: number): void;
  /** A byte per 10 ms. */
  levels: Timeline;
  /** Highest sample so far, dBFS. */
  peakDb(): number;
}

export function createLevelMeter(): LevelMeter {
  const levels = new Timeline();
  let [before, high, sum, count, peak] = [0, 0, 0, 0, 0];
  return {
    levels,
    push(samples, frames) {
      for (let i = 0; i < frames; i++) {
        const sample = samples[i]!;
        // Recorders' DC offset and the lowest hum are not sound: a high-pass at some 40 Hz.
        high = sample - before + 0.97 * high;
        before = sample;
        sum += high * high;
        if (sample > peak) peak = sample;
        else if (-sample > peak) peak = -sample;
        if (++count === frameSamples) {
          levels.push(toByte(powerDb(sum / frameSamples)));
          sum = 0;
          count = 0;
        }
      }
    },
    peakDb: () => round(powerDb(peak * peak)),
  };
}

const round = (db: number): number => Math.round(db * 10) / 10;

const powers = Float64Array.from({ length: 256 }, (_, byte) => 10 ** (toDb(byte) / 10));
/** Power of a stored level. */
export const powerOf = (byte: number): number => powers[byte]!;

/**
 * Loudness of speech within a span: mean power of the frames that are not its pauses.
 * @param start seconds
 * @returns dBFS, one decimal
 */
export function speechLevel(levels: Uint8Array, start: number, end: number): number {
  const span = levels.subarray(Math.round(start / frameS), Math.round(end / frameS));
  let highest = 0;
  for (const byte of span) if (byte > highest) highest = byte;
  let [sum, count] = [0, 0];
  for (const byte of span)
    if (byte >= highest - 2 * pauseDepthDb) {
      sum += powers[byte]!;
      count++;
    }
  return round(powerDb(count > 0 ? sum / count : 0));
}
/** So far below the loudest frame a frame is a pause. */
const pauseDepthDb = 25;

/** The frames within spans, one after the other. @param spans seconds */
export function framesOf(levels: Uint8Array, spans: readonly (readonly [start: number, end: number])[]): Uint8Array {
  const parts = spans.map(([start, end]) => levels.subarray(Math.round(start / frameS), Math.round(end / frameS)));
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Level below which a given share of the frames with any sound lies; digital silence does not count. */
export function soundPercentile(levels: Uint8Array, share: number): number {
  const histogram = new Uint32Array(256);
  let total = 0;
  for (const byte of levels)
    if (byte > digitalSilence) {
      histogram[byte]!++;
      total++;
    }
  let below = 0;
  for (let byte = 0; byte < 256; byte++) {
    below += histogram[byte]!;
    if (total > 0 && below >= total * share && below > 0) return toDb(byte);
  }
  return lowest;
}
/** Muted or suppressed sound, including the lowest bit's flicker. */
export const digitalSilence = toByte(-80);
