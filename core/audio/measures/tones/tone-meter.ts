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
/** Of each of two tones. */
const leastPart = 0.2;
const keyShare = 0.8;
/** A key's two tones may differ this much in power (8 dB). */
const keyTwist = 10 ** (8 / 10);

const rows = [697, 770, 852, 941];
const columns = [1209, 1336, 1477, 1633];
const keys = ['123A', '456B', '789C', '*0#D'];

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
  /** The block before and the one that is being filled. */
  const both = new Float32Array(2 * blockSamples);
  const block = both.subarray(blockSamples);
  let filled = 0;

  function takeBlock() {
    const energy = energyOf(block);
    const loud = energy >= gateEnergy;
    progress.push(loud ? progressOf(both, block, energy) : 0);
    pressed.push(loud ? keyOf(block, energy) : 0);
    both.copyWithin(0, blockSamples);
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

const energyOf = (samples: Float32Array) => samples.reduce((sum, sample) => sum + sample * sample, 0);
const shareOf = (samples: Float32Array, frequency: number, energy: number) =>
  powerShare(samples, { frequency, rate: telephoneRate }, energy);

/** @returns 0 or 1 + index into `toneSets` */
function progressOf(both: Float32Array, block: Float32Array, energy: number): number {
  // 40 ms tell two tones from one between them; for one alone 20 ms leave the exchange more tolerance.
  const energyOfBoth = energyOf(both);
  let [best, bestShare] = [0, progressShare];
  toneSets.forEach((set, index) => {
    const parts = set.map((frequency) =>
      set.length === 1 ? shareOf(block, frequency, energy) : shareOf(both, frequency, energyOfBoth),
    );
    if (set.length > 1 && Math.min(...parts) < leastPart) return;
    const share = parts.reduce((sum, part) => sum + part, 0);
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
