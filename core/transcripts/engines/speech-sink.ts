import { createResampler, type Resampler } from '../../audio/measures/telephone-rate.ts';
import type { SampleSink } from '../../audio/sample-sink.ts';
import { engineRate } from './engine.ts';
import type { Piece } from './speech-pieces.ts';

interface Lane {
  pieces: Piece[];
  /** Samples of the piece that is being filled. */
  samples: Float32Array;
}

/**
 * Cuts the pieces out of the decoded sound and hands each over once it is whole; decoding waits meanwhile, so that
 * memory does not grow with the length of the call.
 */
export function createSpeechSink(
  pieces: readonly Piece[],
  take: (piece: Piece, samples: Float32Array) => Promise<void>,
): SampleSink {
  let resampler: Resampler | undefined;
  let position = 0;
  let lanes: Lane[] = [];

  async function hear(channels: readonly Float32Array[], frames: number): Promise<void> {
    for (const [channel, lane] of lanes.entries()) {
      while (lane.pieces.length > 0) {
        const piece = lane.pieces[0]!;
        for (const part of piece.parts) {
          const first = sampleAt(part.start);
          const from = Math.max(first, position);
          const to = Math.min(sampleAt(part.end), position + frames);
          if (from < to)
            lane.samples.set(
              channels[channel]!.subarray(from - position, to - position),
              sampleAt(part.at) + from - first,
            );
        }
        if (sampleAt(piece.parts.at(-1)!.end) > position + frames) break;
        await hand(lane);
      }
    }
    position += frames;
  }
  async function hand(lane: Lane): Promise<void> {
    const { samples } = lane;
    const piece = lane.pieces.shift()!;
    lane.samples = roomFor(lane.pieces[0]);
    await take(piece, samples);
  }
  return {
    start(format) {
      resampler = createResampler(format, engineRate);
      lanes = Array.from({ length: format.channels }, (_, channel) => {
        const own = pieces.filter((piece) => piece.channel === channel);
        return { pieces: own, samples: roomFor(own[0]) };
      });
    },
    async push(channels, count) {
      const { channels: resampled, frames } = resampler!.convert(channels, count);
      if (frames > 0) await hear(resampled, frames);
    },
    async end() {
      const { channels, frames } = resampler!.flush();
      if (frames > 0) await hear(channels, frames);
      resampler!.free();
      // What padding reaches beyond the end stays silent.
      for (const lane of lanes) while (lane.pieces.length > 0) await hand(lane);
    },
    abort: () => resampler?.free(),
  };
}

const sampleAt = (seconds: number): number => Math.round(seconds * engineRate);
const roomFor = (piece: Piece | undefined): Float32Array =>
  // One sample more for rounding.
  new Float32Array(piece ? sampleAt(piece.length) + piece.parts.length + 1 : 0);
