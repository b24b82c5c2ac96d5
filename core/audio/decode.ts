import { setImmediate } from 'node:timers/promises';
import { AV_CHANNEL_ORDER_UNSPEC, AV_SAMPLE_FMT_FLTP } from 'node-av/constants';
import { avChannelLayoutDefault, type ChannelLayout, Frame, Packet, SoftwareResampleContext } from 'node-av/lib';
import { mp3FrameBytes, oggEndsInsidePage } from './claimed-length.ts';
import type { OpenAudio } from './open-audio.ts';
import type { AudioFormat, Block } from './sample-sink.ts';
import type { OnProgress } from './worker-protocol.ts';

/**
 * All sound of an opened file in order, from its first audible sample on: encoder delay that the file
 * declares (MP3 LAME tag, MP4 edit list, Opus pre-skip) is cut off, as players cut it, and time 0 is what is
 * left. What a damaged file still holds is given; its broken pieces are left out and noted in `audio.damage`.
 * Lengths claimed by headers play no part. Memory does not grow with the length of the file.
 * @param onProgress told of the seconds that were decoded or left out, every few packets
 */
export async function* decodeBlocks(audio: OpenAudio, onProgress?: OnProgress): AsyncGenerator<Block, void> {
  const { format: demuxer, decoder, stream } = audio;
  const packet = new Packet();
  const frame = new Frame();
  packet.alloc();
  frame.alloc();
  const converter = createConverter(audio);
  const { num, den } = stream.timeBase;
  const secondsOf = ({ duration }: Packet) => (Math.max(0, Number(duration)) * num) / den;
  let decoded = 0;
  function* receive() {
    while (decoder.receiveFrameSync(frame) >= 0) {
      const block = converter.convert(frame);
      frame.unref();
      if (!block) continue;
      decoded += block.frames / block.format.sampleRate;
      yield block;
    }
  }
  try {
    for (let status = 0, packets = 1; status >= 0; packets++) {
      // The binding gives a frame's memory back only when the event loop turns.
      if (packets % packetsPerTurn === 0) {
        onProgress?.(decoded + audio.damage.skippedSeconds);
        await setImmediate();
      }
      status = demuxer.readFrameSync(packet);
      if (status >= 0 && packet.streamIndex === stream.index) {
        audio.damage.soundEnd = Number(packet.pos) + packet.size;
        // A broken packet is refused here; the next one may be whole again.
        if (decoder.sendPacketSync(packet) < 0) audio.damage.skippedSeconds += secondsOf(packet);
        if (audio.codec === 'mp3') audio.damage.endsInsidePiece = isCutFrame(packet);
        yield* receive();
      }
      packet.unref();
    }
    decoder.sendPacketSync(null);
    yield* receive();
    if (audio.container === 'ogg') audio.damage.endsInsidePiece = oggEndsInsidePage(audio.path);
  } finally {
    converter.free();
    frame.free();
    packet.free();
  }
}

const packetsPerTurn = 256;

/** An MP3 packet that holds fewer bytes than its header says: only the last one of a file can. */
function isCutFrame(packet: Packet): boolean {
  const { data } = packet;
  const whole = data && mp3FrameBytes(data);
  return whole != null && data!.length < whole;
}

/** Brings frames of any sample format to planar floats in the format of the first frame. */
function createConverter(audio: OpenAudio) {
  let resampler: SoftwareResampleContext | undefined;
  let output: AudioFormat | undefined;
  let input = '';
  let capacity = 0;
  let buffers: Buffer[] = [];
  let channels: Float32Array[] = [];
  const mayHoldNonFinite = audio.codec.startsWith('pcm_f');

  function adapt(frame: Frame): AudioFormat {
    const rate = audio.correctedRate ?? frame.sampleRate;
    output ??= { sampleRate: rate, channels: frame.channels };
    const format = output;
    const key = `${frame.format}/${rate}/${frame.channels}`;
    if (key !== input) {
      resampler?.free();
      resampler = new SoftwareResampleContext();
      // Equal counts of channels are never remixed, whatever loudspeakers the header names.
      const same = frame.channels === format.channels;
      const layout = (count: number) => (same ? unnamed(count) : avChannelLayoutDefault(count));
      const [out, from] = [layout(format.channels), layout(frame.channels)];
      resampler.allocSetOpts2(out, AV_SAMPLE_FMT_FLTP, format.sampleRate, from, frame.format as never, rate);
      if (resampler.init() < 0) throw new Error(`cannot convert ${key}`);
      input = key;
    }
    return format;
  }
  function reserve(frames: number, count: number) {
    if (frames <= capacity) return;
    capacity = frames;
    channels = Array.from({ length: count }, () => new Float32Array(frames));
    buffers = channels.map((samples) => Buffer.from(samples.buffer));
  }
  return {
    /** The frame's samples, or null when it holds none. The result is overwritten by the next call. */
    convert(frame: Frame): Block | null {
      if (frame.nbSamples === 0 || frame.channels === 0) return null;
      const format = adapt(frame);
      reserve(resampler!.getOutSamples(frame.nbSamples), format.channels);
      const frames = resampler!.convertSync(buffers, capacity, frame.extendedData, frame.nbSamples);
      if (frames <= 0) return null;
      if (mayHoldNonFinite) for (const samples of channels) silenceNonFinite(samples, frames);
      return { format, channels, frames };
    },
    free: () => resampler?.free(),
  };
}

const unnamed = (nbChannels: number): ChannelLayout => ({ nbChannels, order: AV_CHANNEL_ORDER_UNSPEC, mask: 0n });

function silenceNonFinite(samples: Float32Array, frames: number) {
  for (let i = 0; i < frames; i++) if (!Number.isFinite(samples[i]!)) samples[i] = 0;
}
