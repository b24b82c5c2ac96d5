/** Sound as channels of samples of -1..1, and what can be done to it: levels, noise, leaks, mixing. */
import type { Pair } from '../../core/audio/measures/spans.ts';
import { createResampler } from '../../core/audio/measures/telephone-rate.ts';
import { decodeAll } from '../../core/audio/testing.ts';

export interface Sound {
  rate: number;
  channels: Float32Array[];
}

/** Amplitude of so many dB. */
export const level = (db: number): number => 10 ** (db / 20);

/** Numbers of -1..1, the same with every run. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

export async function readSound(path: string): Promise<Sound> {
  const { sampleRate, channels } = await decodeAll(path);
  return { rate: sampleRate, channels: channels.map((samples) => Float32Array.from(samples, (v) => v / 32768)) };
}

/** The first channel of a file at the rate wanted. */
export async function readClip(path: string, rate: number): Promise<Float32Array> {
  const { rate: from, channels } = await readSound(path);
  const resampler = createResampler({ sampleRate: from, channels: 1 }, rate);
  const { channels: pieces, frames } = resampler.convert([channels[0]!], channels[0]!.length);
  const clip = pieces[0]!.slice(0, frames);
  resampler.free();
  return clip;
}

/** Hundredths of a second and their power. */
function powers(samples: Float32Array, rate: number): number[] {
  const frame = Math.round(rate / 100);
  return Array.from({ length: Math.floor(samples.length / frame) }, (_, i) => {
    let sum = 0;
    for (let k = i * frame; k < (i + 1) * frame; k++) sum += samples[k]! ** 2;
    return sum / frame;
  });
}

/** Level of a voice without its pauses, dBFS. @param spans only there, seconds */
export function voiceDb(samples: Float32Array, rate: number, spans?: readonly Pair[]): number {
  const parts = spans?.map(([start, end]) => samples.subarray(Math.round(start * rate), Math.round(end * rate)));
  const all = (parts ?? [samples]).flatMap((part) => powers(part, rate));
  const loud = all.filter((power) => power > Math.max(...all) * 10 ** -2.5);
  return 10 * Math.log10(loud.reduce((sum, power) => sum + power, 1e-12) / Math.max(1, loud.length));
}

/** The part in which somebody speaks: the loudest 35 dB, without what is still before and after. */
export function trimmed(samples: Float32Array, rate: number): Float32Array {
  const all = powers(samples, rate);
  const heard = (power: number) => power > Math.max(...all) * 10 ** -3.5;
  const frame = Math.round(rate / 100);
  return samples.slice(all.findIndex(heard) * frame, (all.findLastIndex(heard) + 1) * frame);
}

export const atLevel = (samples: Float32Array, rate: number, db: number): Float32Array => {
  const gain = level(db - voiceDb(samples, rate));
  return samples.map((value) => value * gain);
};

/** Adds a sound to another from a time on; what goes over its end is left out. */
export function mixInto(into: Float32Array, samples: Float32Array, at: number, rate: number): void {
  const from = Math.round(at * rate);
  for (let i = Math.max(0, -from); i < samples.length && from + i < into.length; i++) into[from + i]! += samples[i]!;
}

export const mapped = (sound: Sound, change: (value: number, i: number, c: number) => number): Sound => ({
  ...sound,
  channels: sound.channels.map((samples, c) => samples.map((value, i) => change(value, i, c))),
});

export const gained = (sound: Sound, db: number): Sound => mapped(sound, (value) => value * level(db));

/** White line noise, another one on each channel. @param db RMS */
export function withNoise(sound: Sound, db: number): Sound {
  const random = sound.channels.map((_, c) => createRandom(7 + c));
  return mapped(sound, (value, _, c) => value + random[c]!() * Math.sqrt(3) * level(db));
}

/** Each channel heard on the other one, so much softer and after 30 ms. */
export const withCrosstalk = (sound: Sound, db: number): Sound =>
  mapped(sound, (value, i, c) => {
    const other = sound.channels.length === 2 ? sound.channels[1 - c]! : null;
    return value + level(db) * (other?.[i - Math.round(0.03 * sound.rate)] ?? 0);
  });

export function toMono({ rate, channels }: Sound): Sound {
  const [first, ...others] = channels;
  return { rate, channels: [first!.map((value, i) => others.reduce((sum, samples) => sum + samples[i]!, value))] };
}
