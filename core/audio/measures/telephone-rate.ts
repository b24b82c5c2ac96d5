import { AV_CHANNEL_ORDER_UNSPEC, AV_SAMPLE_FMT_FLTP } from 'node-av/constants';
import { SoftwareResampleContext } from 'node-av/lib';
import type { AudioFormat } from '../sample-sink.ts';

/** Hz: everything is measured at the rate of telephony, which is what most recorders write. */
export const telephoneRate = 8000;

export interface Resampler {
  /** The result's arrays are reused by the next call. */
  convert(channels: readonly Float32Array[], frames: number): Piece;
  /** What is still inside, at the end. */
  flush(): Piece;
  free(): void;
}
interface Piece {
  channels: readonly Float32Array[];
  frames: number;
}

const nothing: Piece = { channels: [], frames: 0 };

/** Brings sound of any rate to the one wanted. */
export function createResampler({ sampleRate, channels: count }: AudioFormat, wanted = telephoneRate): Resampler {
  if (sampleRate === wanted)
    return { convert: (channels, frames) => ({ channels, frames }), flush: () => nothing, free() {} };
  const context = new SoftwareResampleContext();
  const layout = { nbChannels: count, order: AV_CHANNEL_ORDER_UNSPEC, mask: 0n };
  context.allocSetOpts2(layout, AV_SAMPLE_FMT_FLTP, wanted, layout, AV_SAMPLE_FMT_FLTP, sampleRate);
  if (context.init() < 0) throw new Error(`cannot convert ${count} channels from ${sampleRate} Hz`);
  let capacity = 0;
  let output: Float32Array[] = [];
  let buffers: Buffer[] = [];

  function run(input: Buffer[] | null, frames: number): Piece {
    const most = context.getOutSamples(frames);
    if (most > capacity) {
      capacity = most;
      output = Array.from({ length: count }, () => new Float32Array(most));
      buffers = output.map((samples) => Buffer.from(samples.buffer));
    }
    const written = context.convertSync(buffers, capacity, input, frames);
    return { channels: output, frames: Math.max(0, written) };
  }
  return {
    convert: (channels, frames) =>
      run(
        channels.map((samples) => Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)),
        frames,
      ),
    flush: () => run(null, 0),
    free: () => context.free(),
  };
}
