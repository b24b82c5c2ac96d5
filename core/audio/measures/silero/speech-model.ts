/** Silero VAD on onnxruntime: the probability of speech in every 32 ms. */
import { readFileSync } from 'node:fs';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { telephoneRate } from '../telephone-rate.ts';

/** Samples judged at a time; before them the model wants the last samples of what came before. */
export const windowSamples = 256;
export const contextSamples = 32;
const stateSize = 128;

export interface SpeechModel {
  /**
   * @param pieces each `contextSamples` followed by whole windows; judged side by side, each from a fresh start
   * @returns a probability of 0..1 per window of each piece
   */
  judge(pieces: readonly Float32Array[]): Promise<Float32Array[]>;
}

let loaded: Promise<SpeechModel> | undefined;
/** Loads the model once in a process. */
export function loadSpeechModel(): Promise<SpeechModel> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<SpeechModel> {
  // Read by us: the runtime's own file access cannot look into a packed app.
  const model = readFileSync(new URL('./silero_vad_v6.onnx', import.meta.url));
  const session = await InferenceSession.create(model, {
    // The processes already share the cores among themselves.
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
  });
  const rate = new Tensor('int64', BigInt64Array.of(BigInt(telephoneRate)), []);

  return {
    async judge(pieces) {
      const order = pieces.map((_, index) => index).sort((a, b) => pieces[b]!.length - pieces[a]!.length);
      const counts = order.map((index) => windowsOf(pieces[index]!));
      const results = pieces.map((piece) => new Float32Array(windowsOf(piece)));
      let lanes = counts.length;
      let state = new Float32Array(2 * lanes * stateSize);
      const width = contextSamples + windowSamples;
      for (let step = 0; step < (counts[0] ?? 0); step++) {
        const before = lanes;
        while (counts[lanes - 1]! <= step) lanes--;
        if (lanes < before) state = firstLanes(state, before, lanes);
        const input = new Float32Array(lanes * width);
        for (let lane = 0; lane < lanes; lane++) {
          const from = step * windowSamples;
          input.set(pieces[order[lane]!]!.subarray(from, from + width), lane * width);
        }
        const out = await session.run({
          input: new Tensor('float32', input, [lanes, width]),
          state: new Tensor('float32', state, [2, lanes, stateSize]),
          sr: rate,
        });
        const probabilities = out.output!.data as Float32Array;
        for (let lane = 0; lane < lanes; lane++) results[order[lane]!]![step] = probabilities[lane]!;
        state = out.stateN!.data as Float32Array<ArrayBuffer>;
      }
      return results;
    },
  };
}

const windowsOf = (piece: Float32Array): number => Math.floor((piece.length - contextSamples) / windowSamples);

/** The state of the first lanes, of both layers. */
function firstLanes(state: Float32Array, before: number, lanes: number): Float32Array<ArrayBuffer> {
  const kept = new Float32Array(2 * lanes * stateSize);
  kept.set(state.subarray(0, lanes * stateSize));
  kept.set(state.subarray(before * stateSize, (before + lanes) * stateSize), lanes * stateSize);
  return kept;
}
