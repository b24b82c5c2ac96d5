/** Sound made up for the tests of this room. */
import type { Measures } from '../measures.ts';
import { pump } from '../sample-sink.ts';
import { createMeasuresSink } from './measures-sink.ts';
import { telephoneRate } from './telephone-rate.ts';

export const secondsOf = (seconds: number, rate = telephoneRate): Float32Array =>
  new Float32Array(Math.round(seconds * rate));

/** Adds tones of equal strength at a time. @param db of their sum, RMS */
export function addTones(
  samples: Float32Array,
  frequencies: readonly number[],
  { at, seconds, db = -18, rate = telephoneRate }: { at: number; seconds: number; db?: number; rate?: number },
): void {
  const amplitude = 10 ** (db / 20) * Math.sqrt(2 / frequencies.length);
  const from = Math.round(at * rate);
  for (let i = 0; i < Math.round(seconds * rate); i++)
    for (const frequency of frequencies)
      samples[from + i]! += amplitude * Math.sin((2 * Math.PI * frequency * i) / rate);
}

/** Adds white noise, the same with every run. @param db RMS */
export function addNoise(samples: Float32Array, db: number, seed = 1): void {
  let state = seed;
  const amplitude = 10 ** (db / 20) * Math.sqrt(3);
  for (let i = 0; i < samples.length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    samples[i]! += amplitude * (state / 2 ** 31 - 1);
  }
}

/** Measures channels in blocks of uneven size. */
export async function measureSound(channels: readonly Float32Array[], sampleRate = telephoneRate): Promise<Measures> {
  const sink = createMeasuresSink();
  const format = { sampleRate, channels: channels.length };
  function* blocks() {
    for (let from = 0, size = 100; from < channels[0]!.length; from += size, size = (size * 7) % 9973) {
      const block = channels.map((samples) => samples.subarray(from, from + size));
      yield { format, channels: block, frames: block[0]!.length };
    }
  }
  await pump(blocks(), [sink]);
  return sink.result();
}
