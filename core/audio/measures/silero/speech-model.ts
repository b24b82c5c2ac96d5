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

  /** Reused from step to step: what hours of sound would pass through is more than is collected in time. */
  let room = createRoom(1);

  return {
    async judge(pieces) {
      const order = pieces.map((_, index) => index).sort((a, b) => pieces[b]!.length - pieces[a]!.length);
      const counts = order.map((index) => windowsOf(pieces[index]!));
      const results = pieces.map((piece) => new Float32Array(windowsOf(piece)));
      let lanes = counts.length;
      if (lanes > room.lanes) room = createRoom(lanes);
      room.before.fill(0);
      for (let step = 0; step < (counts[0] ?? 0); step++) {
        const earlier = lanes;
        while (counts[lanes - 1]! <= step) lanes--;
        if (lanes < earlier) closeUp(room.before, earlier, lanes);
        for (let lane = 0; lane < lanes; lane++) {
          const from = step * windowSamples;
          room.input.set(pieces[order[lane]!]!.subarray(from, from + width), lane * width);
        }
        const { input, before, after, speech } = room;
        const stateShape = [2, lanes, stateSize];
        const stateLength = 2 * lanes * stateSize;
        await session.run(
          {
            input: new Tensor('float32', input.subarray(0, lanes * width), [lanes, width]),
            state: new Tensor('float32', before.subarray(0, stateLength), stateShape),
            sr: rate,
          },
          {
            output: new Tensor('float32', speech.subarray(0, lanes), [lanes, 1]),
            stateN: new Tensor('float32', after.subarray(0, stateLength), stateShape),
          },
        );
        for (let lane = 0; lane < lanes; lane++) results[order[lane]!]![step] = speech[lane]!;
        room = { ...room, before: after, after: before };
      }
      return results;
    },
  };
}

const width = contextSamples + windowSamples;

const createRoom = (lanes: number) => ({
  lanes,
  input: new Float32Array(lanes * width),
  speech: new Float32Array(lanes),
  /** The model's state before and after a step. */
  before: new Float32Array(2 * lanes * stateSize),
  after: new Float32Array(2 * lanes * stateSize),
});

const windowsOf = (piece: Float32Array): number => Math.floor((piece.length - contextSamples) / windowSamples);

/** Keeps the state of the first lanes, of both layers. */
function closeUp(state: Float32Array, before: number, lanes: number): void {
  state.copyWithin(lanes * stateSize, before * stateSize, (before + lanes) * stateSize);
}
