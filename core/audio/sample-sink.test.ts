import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFlacProxySink } from './flac-proxy-sink.ts';
import { createPeaksSink } from './peaks-sink.ts';
import { type Block, pump, type SampleSink } from './sample-sink.ts';
import { decodeAll } from './testing.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sinks-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

/** The sound in pieces of the given lengths, the arrays reused as the decoder does it. */
function* pieces(channels: Float32Array[], lengths: number[]): Generator<Block> {
  const total = channels[0]!.length;
  const reused = channels.map(() => new Float32Array(total));
  for (let at = 0, piece = 0; at < total; piece++) {
    const frames = Math.min(total - at, lengths[piece % lengths.length]!);
    for (const [c, samples] of channels.entries()) reused[c]!.set(samples.subarray(at, at + frames));
    yield { format: { sampleRate: 8000, channels: channels.length }, channels: reused, frames };
    at += frames;
  }
}

const sound = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 1, max: 3000 }),
    fc.infiniteStream(fc.integer({ min: -32768, max: 32767 })),
  )
  .map(([channels, frames, values]) =>
    Array.from({ length: channels }, () => Float32Array.from({ length: frames }, () => values.next().value / 32768)),
  );
const lengths = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 5 });

it('peaks do not depend on the pieces in which the sound arrives', async () => {
  await fc.assert(
    fc.asyncProperty(sound, lengths, async (channels, sizes) => {
      await pump(pieces(channels, sizes), [createPeaksSink(join(dir, 'pieces.dat'))]);
      await pump(pieces(channels, [channels[0]!.length]), [createPeaksSink(join(dir, 'whole.dat'))]);
      expect(readFileSync(join(dir, 'pieces.dat'))).toEqual(readFileSync(join(dir, 'whole.dat')));
    }),
    { numRuns: 30 },
  );
});

it('the FLAC proxy gives every 16-bit sample back, in whatever pieces it came', async () => {
  await fc.assert(
    fc.asyncProperty(sound, lengths, async (channels, sizes) => {
      const stereo = channels.slice(0, 2);
      const path = join(dir, 'proxy.flac');
      await pump(pieces(stereo, sizes), [createFlacProxySink(path)]);
      expect((await decodeAll(path)).channels).toEqual(
        stereo.map((samples) => Int16Array.from(samples, (v) => v * 32768)),
      );
    }),
    { numRuns: 30 },
  );
});

it('starts no sink for a file without sound', async () => {
  expect(await pump([], [createPeaksSink(join(dir, 'none.dat'))])).toBeNull();
  expect(existsSync(join(dir, 'none.dat'))).toBe(false);
});

it('takes back what all sinks wrote when one of them fails', async () => {
  const failing: SampleSink = {
    start() {},
    push() {
      throw new Error('broken measure');
    },
    end() {},
  };
  const blocks = pieces([new Float32Array(1000)], [100]);
  await expect(pump(blocks, [createPeaksSink(join(dir, 'p.dat')), failing])).rejects.toThrow('broken measure');
  expect(existsSync(join(dir, 'p.dat')) || existsSync(join(dir, 'p.dat.part'))).toBe(false);
});

it('the next samples wait until a slow sink has taken the last', async () => {
  const taken: string[] = [];
  const slow: SampleSink = {
    start: () => void taken.push('start'),
    async push(_channels, frames) {
      taken.push(`${frames} come`);
      await new Promise(setImmediate);
      taken.push(`${frames} taken`);
    },
    async end() {
      await new Promise(setImmediate);
      taken.push('end');
    },
  };
  await pump(pieces([new Float32Array(5)], [3, 2]), [slow]);
  expect(taken).toEqual(['start', '3 come', '3 taken', '2 come', '2 taken', 'end']);
});
