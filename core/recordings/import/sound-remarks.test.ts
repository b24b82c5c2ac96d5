import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { remarkText } from '../../contract/index.ts';
import { samplesDir, tempDir } from '../../test-support/test-core.ts';
import { type Completeness, soundRemarks } from './sound-remarks.ts';
import { sharedMedia } from './test-imports.ts';

const fixturesDir = fileURLToPath(new URL('../../audio/fixtures/', import.meta.url));
const audio = (dir: string) =>
  readdirSync(dir)
    .filter((file) => /\.(wav|mp3|m4a|ogg|flac|wma|au)$/.test(file))
    .map((file) => join(dir, file));

let dir: string;
beforeEach(() => {
  dir = tempDir();
});
afterEach(() => rmSync(dir, { recursive: true }));

async function remarksOfFile(path: string) {
  return soundRemarks(await sharedMedia.ingest({ path, peaksPath: join(dir, 'p.dat'), proxyBase: join(dir, 'proxy') }));
}
const remarksOfBytes = (name: string, bytes: Uint8Array) => {
  const path = join(dir, name);
  writeFileSync(path, bytes);
  return remarksOfFile(path);
};
const sample = (file: string) => readFileSync(join(samplesDir, file));
const fixture = (file: string) => readFileSync(join(fixturesDir, file));
const pcm = '20260302_091503_8012_13800138001.wav';

describe('a whole recording is taken without a word', () => {
  it.each([...audio(samplesDir), ...audio(fixturesDir)].map((path) => [path.split(/[\\/]/).at(-1)!, path]))(
    '%s',
    async (_name, path) => expect(await remarksOfFile(path)).toEqual([]),
  );
  it('also when the recorder could not fill in the size, or another chunk follows the sound', async () => {
    for (const size of [0, 0xffff_ffff, 0xffff_ffdb, 0x7fff_ffff, 0x7fff_f000]) {
      const bytes = sample(pcm);
      bytes.writeUInt32LE(size, bytes.indexOf('data') + 4);
      expect([size, await remarksOfBytes('open.wav', bytes)]).toEqual([size, []]);
    }
    const tail = Buffer.concat([Buffer.from('LIST'), Buffer.from([200, 0, 0, 0]), Buffer.alloc(200, 65)]);
    expect(await remarksOfBytes('list.wav', Buffer.concat([sample(pcm), tail]))).toEqual([]);
  });
});

describe('a file that lost its end says how much it should hold', () => {
  it.each([
    ['20260302_101544_8012_13700001111.mp3', 133_955, 'MP3 by its Info tag'],
    ['20260306_143000_8012_13811119999.flac', 135_143, 'FLAC by its stream info'],
    [pcm, 87_198, 'WAV by the size of its data'],
    ['20260303_140210_8015_13622223333.wav', 94_560, 'GSM in WAV by the size of its data'],
    ['20260305_101010_8016_13312345678.wav', 46_477, 'G.722 in WAV by the size of its data'],
  ])('%s', async (file, wholeMs) => {
    const bytes = sample(file);
    const [remark, ...more] = await remarksOfBytes(file, bytes.subarray(0, Math.round(bytes.length * 0.6)));
    expect(more).toEqual([]);
    expect(remark).toMatchObject({ code: 'SHORTER_THAN_CLAIMED' });
    if (remark?.code !== 'SHORTER_THAN_CLAIMED') return;
    expect(Math.abs(remark.claimedMs - wholeMs)).toBeLessThan(300);
    expect(Math.abs(remark.realMs / wholeMs - 0.6)).toBeLessThan(0.02);
  });
  it('a WAV whose header lies about the size, whatever rate it names', async () => {
    for (const rate of [8000, 44_100]) {
      const bytes = sample(pcm);
      bytes.writeUInt32LE(rate, 24);
      bytes.writeUInt32LE(4_000_000_000, bytes.indexOf('data') + 4);
      const [remark] = await remarksOfBytes('lying.wav', bytes);
      expect(remark).toMatchObject({ code: 'SHORTER_THAN_CLAIMED' });
      expect(remarkText(remark!, 'zh')).toMatch(/标明时长 \d+:\d\d:\d\d，实际只有 [01]:\d\d/);
    }
  });
});

describe('a file that says nothing of its length', () => {
  it('is known by a last MP3 frame or Ogg page that stops halfway', async () => {
    expect(await remarksOfBytes('cut.mp3', fixture('burst-no-tag.mp3').subarray(0, 2500))).toEqual([
      { code: 'CUT_OFF' },
    ]);
    expect(
      await remarksOfBytes('cut.ogg', sample('20260304_110000_8013_13144445555.ogg').subarray(0, 150_000)),
    ).toEqual([{ code: 'CUT_OFF' }]);
  });
  it('is not suspected for a tag behind the last frame', async () => {
    const tag = Buffer.alloc(128);
    tag.write('TAG客服录音');
    expect(await remarksOfBytes('tag.mp3', Buffer.concat([fixture('burst-no-tag.mp3'), tag]))).toEqual([]);
  });
});

describe('the rule', () => {
  const whole: Completeness = {
    durationMs: 60_000,
    claimedMs: 60_000,
    skippedMs: 0,
    endsInsidePiece: false,
    unreadMs: 0,
  };
  it('asks for more than 1 %, half a second at least and five at most', () => {
    const shorter = (claimedMs: number, byMs: number) =>
      soundRemarks({ ...whole, claimedMs, durationMs: claimedMs - byMs }).length === 1;
    expect([shorter(10_000, 500), shorter(10_000, 501)]).toEqual([false, true]);
    expect([shorter(100_000, 1000), shorter(100_000, 1001)]).toEqual([false, true]);
    expect([shorter(7_200_000, 5000), shorter(7_200_000, 5001)]).toEqual([false, true]);
  });
  it('tells of damage by the same measure, and never says two things about one sound', () => {
    expect(soundRemarks({ ...whole, skippedMs: 600 })).toEqual([]);
    expect(soundRemarks({ ...whole, skippedMs: 2600 })).toEqual([{ code: 'PARTS_DAMAGED', missingMs: 2600 }]);
    const ms = fc.integer({ min: 1, max: 36_000_000 });
    const facts = fc.record({
      durationMs: ms,
      claimedMs: fc.option(ms),
      skippedMs: ms,
      endsInsidePiece: fc.boolean(),
      unreadMs: ms,
    });
    fc.assert(
      fc.property(facts, (one) => {
        expect(soundRemarks(one).length).toBeLessThanOrEqual(1);
        if (one.claimedMs !== null && one.claimedMs <= one.durationMs)
          expect(soundRemarks(one)).not.toContainEqual(expect.objectContaining({ code: 'SHORTER_THAN_CLAIMED' }));
      }),
    );
  });
});
