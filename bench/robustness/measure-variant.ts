/** Writes a changed call to a file, in the coding wanted, and measures that. */
import { join } from 'node:path';
import { Decoder, Demuxer, Encoder, Muxer, pipeline } from 'node-av/api';
import type { FFEncoderCodec } from 'node-av/constants';
import { measure } from '../../core/audio/measures/measure.ts';
import type { Measures } from '../../core/audio/measures.ts';
import { writeWav } from '../../core/audio/testing.ts';
import type { Scene } from './scene.ts';
import type { Variant } from './variants.ts';

/** @param dir for the files; those of the call before are overwritten */
export async function measureVariant(scene: Scene, { change, encode }: Variant, dir: string): Promise<Measures> {
  const sound = { ...scene.sound, channels: scene.sound.channels.map((samples) => samples.slice()) };
  const changed = change?.(sound, scene) ?? sound;
  const wav = join(dir, 'call.wav');
  const pcm = changed.channels.map((values) =>
    Int16Array.from(values, (value) => Math.round(Math.max(-1, Math.min(0.9999, value)) * 32768)),
  );
  writeWav(wav, changed.rate, pcm);
  if (!encode) return measure({ path: wav });
  const [encoder, extension, bitrate] = encode;
  const path = join(dir, `coded.${extension}`);
  await encodeTo(wav, path, encoder, bitrate);
  return measure({ path });
}

async function encodeTo(from: string, to: string, name: string, bitrate?: string): Promise<void> {
  await using input = await Demuxer.open(from);
  using decoder = await Decoder.create(input.audio()!);
  const options = { decoder, autoResample: true, ...(bitrate ? { bitrate } : {}) };
  using encoder = await Encoder.create(name as FFEncoderCodec, options);
  await using output = await Muxer.open(to);
  await pipeline(input, decoder, encoder, output).completion;
}
