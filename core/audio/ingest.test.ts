import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ingest } from './ingest.ts';
import { decodeAll, firstLoud, fixture, readPeaks, sample, truth, writeWav } from './testing.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'ingest-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const take = (path: string) => ingest({ path, peaksPath: join(dir, 'peaks.dat'), proxyBase: join(dir, 'proxy') });

describe('the labelled calls', () => {
  for (const call of truth()) {
    it(`gives length, channels and peaks of ${call.file}`, async () => {
      const facts = await take(sample(call.file));
      expect(Math.abs(facts.durationMs / 1000 - call.duration)).toBeLessThan(0.05);
      expect(facts.channels).toBe(call.channels);
      const peaks = readPeaks(join(dir, 'peaks.dat'));
      expect(peaks.channels).toBe(call.channels);
      expect(peaks.sampleRate).toBe(facts.sampleRate);
      expect(Math.abs((peaks.length * peaks.samplesPerPixel) / peaks.sampleRate - call.duration)).toBeLessThan(0.05);
      expect(existsSync(join(dir, 'proxy.flac'))).toBe(facts.needsProxy);
    });
  }

  it('names codec and container as the trade does', async () => {
    const names: string[] = [];
    for (const { file } of truth()) {
      const { codec, container, needsProxy } = await take(sample(file));
      names.push(`${container} ${codec}${needsProxy ? ' by proxy' : ''}`);
    }
    expect(names.sort()).toEqual([
      'flac flac',
      'mp3 mp3 by proxy',
      'mp3 mp3 by proxy',
      'mp4 aac',
      'ogg opus',
      'wav adpcm_g722 by proxy',
      'wav gsm_ms by proxy',
      'wav pcm_alaw',
      'wav pcm_mulaw',
      'wav pcm_s16le',
    ]);
  });
});

describe('peaks', () => {
  it('are the minimum and maximum of each channel', async () => {
    const path = sample('20260302_091503_8012_13800138001.wav');
    await take(path);
    const peaks = readPeaks(join(dir, 'peaks.dat'));
    const { channels } = await decodeAll(path);
    expect(peaks.samplesPerPixel).toBe(256);
    for (const [c, samples] of channels.entries()) {
      for (let i = 0; i < peaks.length; i++) {
        const pixel = samples.subarray(i * 256, (i + 1) * 256);
        expect([peaks.min(c, i), peaks.max(c, i)]).toEqual([
          Math.trunc(Math.min(...pixel) / 256) + 0,
          Math.trunc(Math.max(...pixel) / 256) + 0,
        ]);
      }
    }
  });

  for (const file of ['20260302_091503_8012_13800138001.wav', '20260302_101544_8012_13700001111.mp3']) {
    it(`show who speaks in ${file}`, async () => {
      await take(sample(file));
      const peaks = readPeaks(join(dir, 'peaks.dat'));
      const call = truth().find((one) => one.file === file)!;
      for (const { speaker, start, end } of call.segments.filter((one) => one.speaker === 'customer')) {
        const loudest = (c: number) => {
          const pixel = (seconds: number) => Math.round((seconds * peaks.sampleRate) / peaks.samplesPerPixel);
          let top = 0;
          for (let i = pixel(start + 0.1); i < pixel(end - 0.1); i++) top = Math.max(top, peaks.max(c, i));
          return top;
        };
        expect([speaker, loudest(1) > 8 * Math.max(1, loudest(0))]).toEqual(['customer', true]);
      }
    });
  }
});

describe('codecs of recorders', () => {
  const burst = 0.3 * 32768;
  it.each([
    // WMA and Speex carry a delay of their own; without a LAME tag nothing says that MP3's is to be cut off.
    ['burst-aac.m4a', 'aac', false, 0],
    ['burst-opus.ogg', 'opus', false, 0],
    ['burst-alac.m4a', 'alac', true, 0],
    ['burst-alaw.au', 'pcm_alaw', true, 0],
    ['burst-cbr.mp3', 'mp3', true, 0],
    ['burst-vbr.mp3', 'mp3', true, 0],
    ['burst-no-tag.mp3', 'mp3', true, 0.138],
    ['burst-gsm.wav', 'gsm_ms', true, 0],
    ['burst-adpcm-ms.wav', 'adpcm_ms', true, 0],
    ['burst-adpcm-ima.wav', 'adpcm_ima_wav', true, 0],
    ['burst-g722.wav', 'adpcm_g722', true, 0],
    ['burst-g723.wav', 'g723_1', true, 0.008],
    ['burst-g726.wav', 'adpcm_g726', true, 0],
    ['burst-speex.ogg', 'speex', true, 0.01],
    ['burst-vorbis.ogg', 'vorbis', true, 0],
    ['burst.wma', 'wmav2', true, -0.064],
  ])('%s: peaks and proxy share one time axis', async (file, codec, needsProxy, delay) => {
    const facts = await take(fixture(file));
    expect(facts).toMatchObject({ codec, needsProxy, channels: 1 });
    const peaks = readPeaks(join(dir, 'peaks.dat'));
    let pixel = 0;
    while (peaks.max(0, pixel) < 0.3 * 128) pixel++;
    const seen = (pixel * peaks.samplesPerPixel) / peaks.sampleRate;
    expect(Math.abs(seen - 1 - delay)).toBeLessThan(0.04);
    const heard = firstLoud(await decodeAll(facts.proxyPath ?? fixture(file)), burst)!;
    expect(Math.abs(heard - 1 - delay)).toBeLessThan(0.005);
  });

  it('the proxy is the decoded sound, bit for bit', async () => {
    const original = fixture('burst-gsm.wav');
    const { proxyPath } = await take(original);
    expect(await decodeAll(proxyPath!)).toEqual(await decodeAll(original));
  });

  it('mixes the third and further channels into the right one of the proxy', async () => {
    const path = join(dir, 'three.wav');
    const level = (value: number) => new Int16Array(8000).fill(value);
    writeWav(path, 8000, [level(1000), level(2000), level(4000)]);
    const facts = await take(path);
    expect(facts).toMatchObject({ channels: 3, needsProxy: true });
    expect(readPeaks(join(dir, 'peaks.dat')).channels).toBe(3);
    const { channels } = await decodeAll(facts.proxyPath!);
    expect(channels.map((samples) => samples[4000])).toEqual([1000, 3000]);
  });
});

it('leaves nothing but whole files', async () => {
  await take(fixture('burst-gsm.wav'));
  expect(readdirSync(dir).sort()).toEqual(['peaks.dat', 'proxy.flac']);
});
