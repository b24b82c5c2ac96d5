import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cut } from './cut.ts';
import { decodeAll, firstLoud, fixture, sample } from './testing.ts';
import { wavHeaderBytes } from './wav-header.ts';

let dir: string;
let outPath: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'cut-'));
  outPath = join(dir, 'clip.wav');
});
afterEach(() => rmSync(dir, { recursive: true }));

it('gives exactly the samples of the span, whatever the span', async () => {
  const path = sample('20260302_093012_8013_13911112222.wav');
  const whole = await decodeAll(path);
  const millis = fc.tuple(fc.integer({ min: 0, max: 31_000 }), fc.integer({ min: 1, max: 600 }));
  await fc.assert(
    fc.asyncProperty(millis, async ([from, length]) => {
      const result = await cut({ path, span: { start: from / 1000, end: (from + length) / 1000 }, outPath });
      expect(result.durationMs).toBe(length);
      const clip = await decodeAll(outPath);
      expect(clip.sampleRate).toBe(8000);
      expect(clip.channels).toEqual(whole.channels.map((samples) => samples.slice(from * 8, (from + length) * 8)));
    }),
    { numRuns: 15 },
  );
});

it('cuts an MP3 on the time axis of its waveform, to the millisecond', async () => {
  const path = fixture('burst-vbr.mp3');
  await cut({ path, span: { start: 0.95, end: 1.1 }, outPath });
  const clip = await decodeAll(outPath);
  expect(clip.channels[0]).toHaveLength(1200);
  expect(Math.abs(firstLoud(clip, 0.3 * 32768)! - 0.05)).toBeLessThan(0.001);
});

it('writes a header that any player reads', async () => {
  await cut({ path: sample('20260302_101544_8012_13700001111.mp3'), span: { start: 10, end: 11 }, outPath });
  const bytes = readFileSync(outPath);
  expect(bytes.length).toBe(wavHeaderBytes + 8000 * 2 * 2);
  expect([bytes.readUInt32LE(4), bytes.readUInt32LE(40)]).toEqual([bytes.length - 8, bytes.length - wavHeaderBytes]);
  expect([bytes.readUInt16LE(20), bytes.readUInt16LE(22), bytes.readUInt32LE(24), bytes.readUInt32LE(28)]).toEqual([
    1, 2, 8000, 32_000,
  ]);
});

it('ends where the recording ends', async () => {
  expect((await cut({ path: fixture('burst-gsm.wav'), span: { start: 1.5, end: 9 }, outPath })).durationMs).toBe(500);
});

it.each([
  [5, 6],
  [1, 1],
  [1.5, 1],
])('refuses %f to %f, where there is no sound', async (start, end) => {
  const request = { path: fixture('burst-gsm.wav'), span: { start, end }, outPath };
  await expect(cut(request)).rejects.toThrow(expect.objectContaining({ code: 'CLIP_RANGE_INVALID' }));
  expect(readdirSync(dir)).toEqual([]);
});
