/** What pure tone sounds in every 20 ms: a set of call-progress frequencies, or a key of the phone. */
import { telephoneRate } from '../telephone-rate.ts';
import { Timeline } from '../timeline.ts';
import { toneSets } from './call-progress.ts';
import { powerShare } from './goertzel.ts';

/** Seconds. */
export const blockS = 0.02;
const blockSamples = telephoneRate * blockS;
/** Quieter blocks (-55 dBFS) carry no signal meant to be heard. */
const gateEnergy = 10 ** (-55 / 10) * blockSamples;
/** Of the block's power: noise 3 dB below the tone still lets it pass. */
const progressShare = 0.6;
const keyShare = 0.8;
/** A key's two tones may differ this much in power (8 dB). */
const keyTwist = 10 ** (8 / 10);

const rows = [697, 770, 852, 941];
const columns = [1209, 1336, 1477, 1633];
const keys = ['123A', '456B', '789C', '*0#D'];
const progressFrequencies = [...new Set(toneSets.flat())];

export interface ToneMeter {
  push(samples: Float32Array, frames: number): void;
  /** Per block: 0 or 1 + index into `toneSets`. */
  progress: Timeline;
  /** Per block: 0 or the key's character code. */
  pressed: Timeline;
}

export function createToneMeter(): ToneMeter {
  const progress = new Timeline();
  const pressed = new Timeline();
  const block = new Float32Array(blockSamples);
  let filled = 0;

  function takeBlock() {
    let energy = 0;
    for (const sample of block) energy += sample * sample;
    const loud = energy >= gateEnergy;
    progress.push(loud ? progressOf(block, energy) : 0);
    pressed.push(loud ? keyOf(block, energy) : 0);
  }
  return {
    progress,
    pressed,
    push(samples, frames) {
      for (let from = 0; from < frames; ) {
        const count = Math.min(frames - from, blockSamples - filled);
        block.set(samples.subarray(from, from + count), filled);
        filled += count;
        from += count;
        if (filled < blockSamples) continue;
        takeBlock();
        filled = 0;
      }
    },
  };
}

const shareOf = (block: Float32Array, frequency: number, energy: number) =>
  powerShare(block, 0, blockSamples, { frequency, rate: telephoneRate }, energy);

function progressOf(block: Float32Array, energy: number): number {
  const shares = new Map(progressFrequencies.map((frequency) => [frequency, shareOf(block, frequency, energy)]));
  let [best, bestShare] = [0, progressShare];
  toneSets.forEach((set, index) => {
    const parts = set.map((frequency) => shares.get(frequency)!);
    // Neighbours share power: of a pair, both must be there, and a pure tone must win against it.
    const share = parts.length === 1 ? parts[0]! : Math.min(...parts) > 0.2 ? Math.min(0.95, parts[0]! + parts[1]!) : 0;
    if (share > bestShare) [best, bestShare] = [index + 1, share];
  });
  return best;
}

function keyOf(block: Float32Array, energy: number): number {
  const row = strongest(rows, block, energy);
  const column = strongest(columns, block, energy);
  const [low, high] = [row.share, column.share];
  if (low + high < keyShare || low > high * keyTwist || high > low * keyTwist) return 0;
  return keys[row.index]!.charCodeAt(column.index);
}

function strongest(frequencies: readonly number[], block: Float32Array, energy: number) {
  let [index, share] = [0, 0];
  frequencies.forEach((frequency, i) => {
    const one = shareOf(block, frequency, energy);
    if (one > share) [index, share] = [i, one];
  });
  return { index, share };
}
