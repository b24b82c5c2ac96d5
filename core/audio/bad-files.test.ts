import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DomainError } from '../domain-error.ts';
import { ingest } from './ingest.ts';
import { fixture, sample } from './testing.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'bad-files-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const take = (path: string) => ingest({ path, peaksPath: join(dir, 'peaks.dat'), proxyBase: join(dir, 'proxy') });
const put = (name: string, content: string | Buffer) => {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
};
async function codeOf(path: string) {
  try {
    await take(path);
    return 'taken';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}
const wav = () => readFileSync(sample('20260302_091503_8012_13800138001.wav'));
const mp3 = () => readFileSync(sample('20260304_163020_8017_18600006666.mp3'));
/** The WAV with a field of its header changed. */
function lie(change: (bytes: Buffer) => void): Buffer {
  const bytes = wav();
  change(bytes);
  return bytes;
}
const dataSizeAt = (bytes: Buffer) => bytes.indexOf('data') + 4;

describe('what is no recording', () => {
  const text = '这是一段普通的文字，不是录音。\n'.repeat(50);
  it.each(['wav', 'mp3', 'm4a', 'ogg', 'flac', 'amr', 'wma', 'aac', 'gsm', 'g722', 'g729'])(
    'text named .%s',
    async (extension) => {
      expect(await codeOf(put(`text.${extension}`, text))).toBe('NOT_AUDIO');
    },
  );

  it('a list that would make the decoder open other files', async () => {
    copyFileSync(fixture('burst-gsm.wav'), join(dir, 'victim.wav'));
    expect(await codeOf(put('concat.wav', 'ffconcat version 1.0\nfile victim.wav\n'))).toBe('NOT_AUDIO');
    const playlist = '#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nvictim.wav\n#EXT-X-ENDLIST\n';
    expect(await codeOf(put('hls.wav', playlist))).toBe('NOT_AUDIO');
    expect(await codeOf(put('hls.m4a', playlist))).toBe('NOT_AUDIO');
  });

  it('an empty file, a missing file, a folder, zeros', async () => {
    expect(await codeOf(put('empty.wav', ''))).toBe('FILE_EMPTY');
    expect(await codeOf(join(dir, 'missing.wav'))).toBe('FILE_NOT_FOUND');
    mkdirSync(join(dir, 'folder.wav'));
    expect(await codeOf(join(dir, 'folder.wav'))).toBe('NOT_AUDIO');
    expect(await codeOf(put('zeros.wav', Buffer.alloc(50_000)))).toBe('NOT_AUDIO');
  });

  it('a name that reads as a URL is only ever a file', async () => {
    expect(await codeOf(`concat:${sample('20260302_091503_8012_13800138001.wav')}`)).toBe('FILE_NOT_FOUND');
    copyFileSync(fixture('burst-gsm.wav'), join(dir, 'http:录音 $(x) \'"%20.wav'));
    expect(await codeOf(join(dir, 'http:录音 $(x) \'"%20.wav'))).toBe('taken');
  });
});

describe('damaged recordings', () => {
  it('keep what decodes when they were cut off', async () => {
    expect((await take(put('cut.mp3', mp3().subarray(0, 40_000)))).durationMs).toBe(15_702);
    const half = await take(put('cut.wav', wav().subarray(0, 1_000_000)));
    expect(half.durationMs).toBe(31_248);
  });

  it('go on behind a hole', async () => {
    const bytes = mp3();
    bytes.fill(0xa5, 30_000, 33_000);
    const { durationMs } = await take(put('hole.mp3', bytes));
    expect(durationMs).toBeGreaterThan(26_000);
    expect(durationMs).toBeLessThan(28_527);
  });

  it.each([
    ['header.wav', () => wav().subarray(0, 44)],
    ['header.mp3', () => mp3().subarray(0, 200)],
    ['no-index.m4a', () => readFileSync(fixture('burst-aac.m4a')).subarray(0, 3000)],
  ])('without any sound: %s', async (name, content) => {
    expect(await codeOf(put(name, content()))).toBe('AUDIO_DAMAGED');
    expect(readdirSync(dir)).toEqual([name]);
  });
});

describe('headers that lie', () => {
  it('about the size of the data: the length is what was read', async () => {
    for (const size of [0, 0xffff_fff0, 0xffff_ffff]) {
      const path = put(
        'size.wav',
        lie((bytes) => void bytes.writeUInt32LE(size, dataSizeAt(bytes))),
      );
      expect((await take(path)).durationMs).toBe(87_198);
    }
  });

  it('about the sample rate: the other fields tell it', async () => {
    const path = put('rate.wav', lie((bytes) => void bytes.writeUInt32LE(1, 24)).subarray(0, 320_080));
    const facts = await take(path);
    expect(facts).toMatchObject({ sampleRate: 8000, needsProxy: true });
    expect(Math.abs(facts.durationMs - 10_000)).toBeLessThan(5);
  });

  it('about the channels: refused', async () => {
    for (const channels of [65_535, 64, 0]) {
      const content = lie((bytes) => void bytes.writeUInt16LE(channels, 22));
      expect(await codeOf(put('channels.wav', content))).toBe('AUDIO_DAMAGED');
    }
  });

  it('about the length in a FLAC: played by proxy', async () => {
    const bytes = readFileSync(sample('20260306_143000_8012_13811119999.flac')).subarray(0, 400_000);
    const facts = await take(put('cut.flac', bytes));
    expect(facts.needsProxy).toBe(true);
    expect(existsSync(facts.proxyPath!)).toBe(true);
  });
});

describe('places that cannot be written', () => {
  it.skipIf(!existsSync('/dev/full'))('says that the disk is full, and leaves nothing behind', async () => {
    symlinkSync('/dev/full', join(dir, 'peaks.dat.part'));
    expect(await codeOf(fixture('burst-gsm.wav'))).toBe('DISK_FULL');
    expect(readdirSync(dir)).toEqual([]);
    symlinkSync('/dev/full', join(dir, 'proxy.flac.part'));
    expect(await codeOf(fixture('burst-gsm.wav'))).toBe('DISK_FULL');
  });

  it('says that the folder is missing', async () => {
    const request = {
      path: fixture('burst-gsm.wav'),
      peaksPath: join(dir, 'none', 'p.dat'),
      proxyBase: join(dir, 'p'),
    };
    await expect(ingest(request)).rejects.toThrow(expect.objectContaining({ code: 'OUTPUT_NOT_WRITABLE' }));
  });
});
