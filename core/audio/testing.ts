/** What the tests of this room share. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decodeBlocks } from './decode.ts';
import { openAudio } from './open-audio.ts';
import { type PeaksHeader, peaksHeaderBytes } from './peaks-format.ts';
import { wavHeader } from './wav-header.ts';

export const sample = (file: string) => fileURLToPath(new URL(`../../samples/${file}`, import.meta.url));
export const fixture = (file: string) => fileURLToPath(new URL(`./fixtures/${file}`, import.meta.url));

export interface TruthCall {
  file: string;
  /** Seconds. */
  duration: number;
  channels: number;
  segments: { speaker: 'agent' | 'customer'; start: number; end: number }[];
}
export const truth = (): TruthCall[] =>
  (JSON.parse(readFileSync(sample('truth.json'), 'utf8')) as Partial<TruthCall>[]).filter(
    (call): call is TruthCall => typeof call.file === 'string' && typeof call.duration === 'number',
  );

/** Half a minute on two channels, in WAV. */
export const shortestCall = (): TruthCall =>
  truth()
    .filter(({ channels, file }) => channels === 2 && file.endsWith('.wav'))
    .reduce((one, other) => (other.duration < one.duration ? other : one));

/** Writes 16-bit PCM. @param channels one array of samples each, all of one length */
export function writeWav(path: string, sampleRate: number, channels: Int16Array[]): void {
  const frames = channels[0]!.length;
  const data = Buffer.alloc(frames * channels.length * 2);
  for (let i = 0; i < frames; i++)
    channels.forEach((samples, c) => void data.writeInt16LE(samples[i]!, 2 * (i * channels.length + c)));
  writeFileSync(path, Buffer.concat([wavHeader({ sampleRate, channels: channels.length }, data.length), data]));
}

/** A whole file as 16-bit samples per channel. */
export async function decodeAll(path: string): Promise<{ sampleRate: number; channels: Int16Array[] }> {
  const audio = openAudio(path);
  try {
    const parts: number[][] = [];
    let sampleRate = 0;
    for await (const block of decodeBlocks(audio)) {
      sampleRate = block.format.sampleRate;
      block.channels.forEach((samples, c) => {
        parts[c] ??= [];
        for (let i = 0; i < block.frames; i++) parts[c].push(Math.round(samples[i]! * 32768));
      });
    }
    return { sampleRate, channels: parts.map((samples) => Int16Array.from(samples)) };
  } finally {
    audio.close();
  }
}

/** Peaks as another program would read them. */
export function readPeaks(
  path: string,
): PeaksHeader & { min(c: number, i: number): number; max(c: number, i: number): number } {
  const bytes = readFileSync(path);
  if (bytes.readInt32LE(0) !== 2 || bytes.readUInt32LE(4) !== 1) throw new Error('not 8-bit peaks of version 2');
  const header = {
    sampleRate: bytes.readInt32LE(8),
    samplesPerPixel: bytes.readInt32LE(12),
    length: bytes.readUInt32LE(16),
    channels: bytes.readInt32LE(20),
  };
  if (bytes.length !== peaksHeaderBytes + header.length * header.channels * 2) throw new Error('wrong size');
  const at = (c: number, i: number) => peaksHeaderBytes + 2 * (i * header.channels + c);
  return { ...header, min: (c, i) => bytes.readInt8(at(c, i)), max: (c, i) => bytes.readInt8(at(c, i) + 1) };
}

/** Seconds of the first sample that is louder than `level` (of 32768), or null. */
export function firstLoud(
  { sampleRate, channels }: Awaited<ReturnType<typeof decodeAll>>,
  level: number,
): number | null {
  const at = channels[0]!.findIndex((value) => Math.abs(value) > level);
  return at < 0 ? null : at / sampleRate;
}
