/** Calls made for a test: two parties who take turns, as bursts of noise with pauses, 8 kHz. */

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const RATE = 8000;

/** A WAV header for 16-bit PCM. @param dataBytes as the header shall claim */
export function wavHeader(channels: number, dataBytes: number): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + dataBytes, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE * channels * 2, 28);
  header.writeUInt16LE(channels * 2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(dataBytes, 40);
  return header;
}

/** Ten seconds of stereo: 4 s agent, 1 s pause, 4 s customer, 1 s pause; every seed sounds otherwise. */
export function tenSeconds(seed: number): Buffer {
  const block = Buffer.alloc(10 * RATE * 4);
  let state = seed * 2654435761 + 1;
  for (let i = 0; i < 10 * RATE; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    const second = i / RATE;
    const syllable = Math.abs(Math.sin(second * 9)) * 9000;
    const value = Math.round((state / 2 ** 31) * syllable);
    if (second < 4) block.writeInt16LE(value, 4 * i);
    else if (second >= 5 && second < 9) block.writeInt16LE(value, 4 * i + 2);
  }
  return block;
}

/** A short stereo call. */
export const makeWav = (seed: number, seconds = 10): Buffer => {
  const block = tenSeconds(seed);
  const data = Buffer.concat(Array.from({ length: Math.ceil(seconds / 10) }, () => block)).subarray(
    0,
    seconds * RATE * 4,
  );
  return Buffer.concat([wavHeader(2, data.length), data]);
};

/** Calls with names as a recorder gives them. */
export async function makeCalls(folder: string, { count, seconds }: { count: number; seconds: number }): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let i = 0; i < count; i++) {
    const name = `20260309_${String(90000 + i * 100).padStart(6, '0')}_80${10 + i}_138${String(10000000 + i)}.wav`;
    await writeFile(join(folder, name), makeWav(i + 1, seconds));
  }
}

/** A call of hours, written piece by piece. */
export async function writeLongCall(path: string, hours: number): Promise<void> {
  const blocks = hours * 360;
  const out = createWriteStream(path);
  out.write(wavHeader(2, blocks * 10 * RATE * 4));
  for (let i = 0; i < blocks; i++) if (!out.write(tenSeconds((i % 5) + 1))) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
}
