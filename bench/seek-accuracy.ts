/**
 * Does Chromium play what the position says? Recordings of a quiet tone with a burst every 5 s: seek, play, and
 * compare when the burst is heard with where the player says it is. Results: docs/decisions/0002.
 * Run: node bench/seek-accuracy.ts. Needs a browser of the Chromium family (TINGJIAN_CHROMIUM names one).
 */
import { createReadStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { chromium } from '@playwright/test';
import { Decoder, Demuxer, Encoder, Muxer, pipeline } from 'node-av/api';
import { AV_CODEC_FLAG_QSCALE, FF_QP2LAMBDA, type FFEncoderCodec } from 'node-av/constants';
import { ingest } from '../core/audio/ingest.ts';
import { toPcm16 } from '../core/audio/pcm16.ts';
import { wavHeader } from '../core/audio/wav-header.ts';
import { findChromium } from '../scripts/lib/chromium.mjs';

const sampleRate = 8000;
const seconds = 60;
const burstEvery = 5;

/** Quiet 300 Hz, and 50 ms of loud 1 kHz every 5 s. */
function makeWav(path: string) {
  const samples = Float32Array.from({ length: seconds * sampleRate }, (_, i) => {
    const t = i / sampleRate;
    const burst = t % burstEvery < 0.05 ? 0.8 * Math.sin(2 * Math.PI * 1000 * t) : 0;
    return 0.03 * Math.sin(2 * Math.PI * 300 * t) + burst;
  });
  const data = toPcm16([samples], 0, samples.length);
  writeFileSync(path, Buffer.concat([wavHeader({ sampleRate, channels: 1 }, data.length), data]));
}

interface Variant {
  file: string;
  encoder: string;
  bitrate?: string;
  /** The encoder's own scale: turns variable rate on. */
  quality?: number;
}
const variants: Variant[] = [
  { file: 'a-law.wav', encoder: 'pcm_alaw' },
  { file: 'lossless.flac', encoder: 'flac' },
  { file: 'aac.m4a', encoder: 'aac', bitrate: '32k' },
  { file: 'opus.ogg', encoder: 'libopus', bitrate: '24k' },
  { file: 'constant-rate.mp3', encoder: 'libmp3lame', bitrate: '16k' },
  { file: 'variable-rate.mp3', encoder: 'libmp3lame', quality: 4 },
];

async function encode(from: string, to: string, { encoder: name, bitrate, quality }: Variant) {
  const input = await Demuxer.open(from);
  const decoder = await Decoder.create(input.audio()!);
  const encoder = await Encoder.create(name as FFEncoderCodec, {
    ...{ decoder, bitrate, autoResample: true },
    configure(context) {
      if (quality === undefined) return;
      context.setFlags(AV_CODEC_FLAG_QSCALE);
      context.globalQuality = quality * FF_QP2LAMBDA;
    },
  });
  const output = await Muxer.open(to);
  await pipeline(input, decoder, encoder, output).completion;
  await output.close();
  await input.close();
}

/** Hands the files out with byte ranges, as the product does. */
function serve(dir: string) {
  const server = createServer((request, response) => {
    if (request.url === '/') return response.setHeader('content-type', 'text/html').end('<!doctype html>');
    const path = join(dir, basename(decodeURIComponent(request.url!)));
    const size = statSync(path, { throwIfNoEntry: false })?.size;
    if (size === undefined) return response.writeHead(404).end();
    const [, first = '0', last = ''] = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? '') ?? [];
    const [start, end] = [Number(first), last ? Number(last) : size - 1];
    response.writeHead(request.headers.range ? 206 : 200, {
      'accept-ranges': 'bytes',
      'content-length': end - start + 1,
      'content-range': `bytes ${start}-${end}/${size}`,
    });
    return createReadStream(path, { start, end }).pipe(response);
  });
  return new Promise<typeof server>((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/**
 * Runs in the page. Seconds from where the position says the next burst is to where it is heard, plus what the
 * browser takes from decoding to hearing, which is the same for all files.
 */
const listen = `async ([url, seekTo, burstEvery]) => {
  const media = new Audio(url);
  const playable = await new Promise((resolve) => {
    media.oncanplaythrough = () => resolve(true);
    media.onerror = () => resolve(false);
  });
  if (!playable) return null;
  const context = new AudioContext({ sampleRate: 8000 });
  const tap = context.createScriptProcessor(1024, 1, 1);
  context.createMediaElementSource(media).connect(tap);
  tap.connect(context.destination);
  let heard = null;
  tap.onaudioprocess = ({ inputBuffer, playbackTime }) => {
    const at = inputBuffer.getChannelData(0).findIndex((value) => Math.abs(value) > 0.3);
    if (at >= 0) heard ??= playbackTime + at / 8000;
  };
  await new Promise((resolve) => {
    media.onseeked = resolve;
    media.currentTime = seekTo;
  });
  await media.play();
  const leads = [];
  while (heard === null) {
    leads.push(media.currentTime - context.currentTime);
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
  media.pause();
  await context.close();
  leads.sort((a, b) => a - b);
  return heard + leads[leads.length >> 1] - Math.ceil(seekTo / burstEvery) * burstEvery;
}`;

async function main() {
  const dir = mkdtempSync(join(tmpdir(), 'bench-seek-'));
  const server = await serve(dir);
  const browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: ['--autoplay-policy=no-user-gesture-required', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    makeWav(join(dir, 'original.wav'));
    const files = ['original.wav'];
    for (const variant of variants) {
      const path = join(dir, variant.file);
      await encode(join(dir, 'original.wav'), path, variant);
      const { proxyPath } = await ingest({ path, peaksPath: `${path}.dat`, proxyBase: `${path}.proxy` });
      files.push(variant.file, ...(proxyPath ? [basename(proxyPath)] : []));
    }
    const page = await browser.newPage();
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);
    const rows = [];
    let latency: number | undefined;
    for (const file of files) {
      const offsets = [];
      for (const seekTo of [0.5, 22.25, 46]) {
        const arguments_ = JSON.stringify([`/${encodeURIComponent(file)}`, seekTo, burstEvery]);
        const offset = await page.evaluate<number | null>(`(${listen})(${arguments_})`);
        if (offset !== null) latency ??= offset;
        offsets.push(offset === null ? 'does not play' : `${Math.round((offset - latency!) * 1000)} ms`);
      }
      rows.push({ file, 'seek 0.5 s': offsets[0], 'seek 22.25 s': offsets[1], 'seek 46 s': offsets[2] });
    }
    console.log(`Chromium ${browser.version()}`);
    console.table(rows);
  } finally {
    await browser.close();
    server.close();
    rmSync(dir, { recursive: true });
  }
}

await main();
