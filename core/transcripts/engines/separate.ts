/** Tells the voices of a mono recording apart, inside the engine process. */
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { decodeBlocks } from '../../audio/decode.ts';
import { createResampler, type Resampler } from '../../audio/measures/telephone-rate.ts';
import { openAudio } from '../../audio/open-audio.ts';
import { pump, type SampleSink } from '../../audio/sample-sink.ts';
import { DomainError } from '../../domain-error.ts';
import type { VoiceSpan } from '../voices/split-by-voice.ts';
import { engineRate } from './engine.ts';
import type { SeparateRequest } from './transcriber.ts';

interface Binding {
  OfflineSpeakerDiarization: new (
    config: unknown,
  ) => {
    sampleRate: number;
    process(samples: Float32Array): { start: number; end: number; speaker: number }[];
  };
}

const require = createRequire(import.meta.url);
/** Seconds: an interjection is kept, a breath is not; a pause within a turn does not end it. */
const shortest = 0.3;
const pause = 0.5;

/**
 * The first channel, as two voices.
 * @throws DomainError ENGINE_UNAVAILABLE, MODEL_DAMAGED; see openAudio; AUDIO_DAMAGED
 */
export async function separate({ path, models, threads }: SeparateRequest): Promise<VoiceSpan[]> {
  const separator = open(models, threads);
  const samples = await soundOf(path);
  return separator.process(samples).map(({ start, end, speaker }) => ({ start, end, voice: speaker }));
}

function open({ segmentation, embedding }: SeparateRequest['models'], numThreads: number) {
  const damaged = (cause?: unknown) =>
    new DomainError('MODEL_DAMAGED', { model: `${basename(segmentation)}, ${basename(embedding)}` }, { cause });
  const { OfflineSpeakerDiarization } = binding();
  try {
    const separator = new OfflineSpeakerDiarization({
      segmentation: { pyannote: { model: segmentation }, numThreads },
      embedding: { model: embedding, numThreads },
      clustering: { numClusters: 2 },
      minDurationOn: shortest,
      minDurationOff: pause,
    });
    if (separator.sampleRate !== engineRate) throw damaged();
    return separator;
  } catch (error) {
    throw error instanceof DomainError ? error : damaged(error);
  }
}

function binding(): Binding {
  try {
    return require('sherpa-onnx-node') as Binding;
  } catch (error) {
    const detail = String(error instanceof Error ? error.message : error).split('\n')[0]!;
    throw new DomainError('ENGINE_UNAVAILABLE', { engine: 'sherpa-onnx', detail }, { cause: error });
  }
}

/** The whole recording: voices are compared over all of it. One hour takes 230 MB. */
async function soundOf(path: string): Promise<Float32Array> {
  const pieces: Float32Array[] = [];
  let resampler: Resampler | undefined;
  const take = ({ channels, frames }: { channels: readonly Float32Array[]; frames: number }) => {
    if (frames > 0) pieces.push(channels[0]!.slice(0, frames));
  };
  const sink: SampleSink = {
    start(format) {
      resampler = createResampler(format, engineRate);
    },
    push: (channels, frames) => take(resampler!.convert(channels, frames)),
    end() {
      take(resampler!.flush());
      resampler!.free();
    },
    abort: () => resampler?.free(),
  };
  const audio = openAudio(path);
  try {
    if (!(await pump(decodeBlocks(audio), [sink]))) throw audio.silent;
  } finally {
    audio.close();
  }
  const samples = new Float32Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    samples.set(piece, at);
    at += piece.length;
  }
  return samples;
}
