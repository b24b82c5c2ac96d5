import { AV_CHANNEL_ORDER_NATIVE, AV_SAMPLE_FMT_S16 } from 'node-av/constants';
import { avChannelLayoutDefault, Codec, CodecContext, FFmpegError, Frame, Packet, Rational } from 'node-av/lib';
import { type AtomicFile, openAtomicFile } from './atomic-file.ts';
import { interleave16 } from './pcm16.ts';
import type { SampleSink } from './sample-sink.ts';

/**
 * Writes the sound as 16-bit FLAC: what the player uses where the original cannot be played or sought exactly
 * (reasons: docs/decisions/0002-playback-proxy.md). Sample 0 of the proxy is sample 0 of the peaks.
 * @throws DomainError DISK_FULL, OUTPUT_NOT_WRITABLE
 */
export function createFlacProxySink(path: string): SampleSink {
  let file: AtomicFile | undefined;
  let encoder: FlacEncoder | undefined;
  return {
    start({ sampleRate, channels }) {
      file = openAtomicFile(path);
      encoder = createFlacEncoder(sampleRate, Math.min(2, channels), (bytes) => file!.append(bytes));
      file.append(flacHeader(encoder.streamInfo()));
    },
    push: (channels, frames) => encoder!.encode(toStereo(channels, frames), frames),
    end() {
      encoder!.finish();
      // Length and checksum of the sound are known only now.
      file!.patch(flacHeader(encoder!.streamInfo()), 0);
      encoder!.free();
      file!.commit();
    },
    abort() {
      encoder?.free();
      file?.discard();
    },
  };
}

/** More than two channels: the first stays left, all others are mixed to the right, so that everybody is heard. */
function toStereo(channels: readonly Float32Array[], frames: number): readonly Float32Array[] {
  if (channels.length <= 2) return channels;
  const [first, ...others] = channels as [Float32Array, ...Float32Array[]];
  const mixed = new Float32Array(frames);
  for (const other of others) for (let i = 0; i < frames; i++) mixed[i]! += other[i]! / others.length;
  return [first, mixed];
}

/** The marker and the one metadata block that a FLAC file must have. */
function flacHeader(streamInfo: Buffer): Buffer {
  const lastBlock = 0x80;
  return Buffer.concat([Buffer.from('fLaC'), Buffer.from([lastBlock, 0, 0, streamInfo.length]), streamInfo]);
}

type FlacEncoder = ReturnType<typeof createFlacEncoder>;

function createFlacEncoder(sampleRate: number, channels: number, write: (bytes: Uint8Array) => void) {
  const codec = Codec.findEncoderByName('flac' as never);
  if (!codec) throw new Error('this FFmpeg has no FLAC encoder');
  const channelLayout = { ...avChannelLayoutDefault(channels), order: AV_CHANNEL_ORDER_NATIVE };
  const context = new CodecContext();
  context.allocContext3(codec);
  Object.assign(context, { sampleRate, channelLayout, sampleFormat: AV_SAMPLE_FMT_S16 });
  context.timeBase = new Rational(1, sampleRate);
  context.threadCount = 1;
  FFmpegError.throwIfError(context.open2Sync(codec, null), 'open FLAC encoder');
  const packet = new Packet();
  packet.alloc();

  // All frames but the last must have the encoder's own size.
  const blockFrames = context.frameSize;
  const block = new Int16Array(blockFrames * channels);
  let held = 0;
  let position = 0n;

  function send(nbSamples: number) {
    const buffer = Buffer.from(block.buffer, 0, nbSamples * channels * 2);
    const timeBase = { num: 1, den: sampleRate };
    const frame = Frame.fromAudioBuffer(buffer, {
      ...{ nbSamples, format: AV_SAMPLE_FMT_S16, sampleRate, channelLayout, timeBase },
      pts: position,
    });
    FFmpegError.throwIfError(context.sendFrameSync(frame), 'encode FLAC');
    frame.free();
    position += BigInt(nbSamples);
    drain();
  }
  function drain() {
    while (context.receivePacketSync(packet) >= 0) {
      // The closing packet carries no sound, only the finished stream info.
      if (packet.data?.length) write(packet.data);
      packet.unref();
    }
  }
  return {
    encode(samples: readonly Float32Array[], frames: number) {
      for (let from = 0; from < frames; ) {
        const to = Math.min(frames, from + blockFrames - held);
        interleave16(samples, from, to, block, held);
        held += to - from;
        from = to;
        if (held === blockFrames) {
          send(held);
          held = 0;
        }
      }
    },
    finish() {
      if (held > 0) send(held);
      context.sendFrameSync(null);
      drain();
    },
    streamInfo: () => Buffer.from(context.extraData!),
    free() {
      packet.free();
      context.freeContext();
    },
  };
}
