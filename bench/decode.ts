/**
 * How fast are recordings taken in, what do peaks and proxy cost on top of plain decoding, and does memory
 * grow with length? Run: node bench/decode.ts
 * Each measurement is a fresh process, the better of three runs.
 */
import { fork } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Packet } from 'node-av/lib';
import { decodeBlocks } from '../core/audio/decode.ts';
import { ingest } from '../core/audio/ingest.ts';
import { openAudio } from '../core/audio/open-audio.ts';
import { toPcm16 } from '../core/audio/pcm16.ts';
import { pump } from '../core/audio/sample-sink.ts';
import { wavHeader } from '../core/audio/wav-header.ts';

interface Measured {
  /** Of sound. */
  seconds: number;
  /** Of processor time: a busy machine does not change it. */
  ms: number;
  maxRssMb: number;
}

const ways = {
  async decode(path: string) {
    const audio = openAudio(path);
    const sound = await pump(decodeBlocks(audio), []);
    audio.close();
    return sound!.frames / sound!.sampleRate;
  },
  async ingest(path: string, dir: string) {
    const request = { path, peaksPath: join(dir, 'peaks.dat'), proxyBase: join(dir, 'proxy') };
    return (await ingest(request)).durationMs / 1000;
  },
};
type Way = keyof typeof ways;

const samples = fileURLToPath(new URL('../samples/', import.meta.url));
const hour = 3600;

/** An hour of WAV: the sound of a sample again and again. */
async function makeHourOfWav(from: string, to: string) {
  const out = openSync(to, 'w');
  const format = { sampleRate: 8000, channels: 2 };
  const dataBytes = hour * format.sampleRate * format.channels * 2;
  writeSync(out, wavHeader(format, dataBytes));
  for (let left = dataBytes; left > 0; ) {
    const audio = openAudio(from);
    for await (const { channels, frames } of decodeBlocks(audio)) {
      const bytes = toPcm16(channels, 0, frames).subarray(0, left);
      writeSync(out, bytes);
      left -= bytes.length;
      if (left === 0) break;
    }
    audio.close();
  }
  closeSync(out);
}

/** An hour of MP3: the frames of a sample again and again. */
function makeHourOfMp3(from: string, to: string) {
  const out = openSync(to, 'w');
  const packet = new Packet();
  packet.alloc();
  const frameSeconds = 576 / 8000;
  for (let left = hour; left > 0; ) {
    const audio = openAudio(from);
    while (left > 0 && audio.format.readFrameSync(packet) >= 0) {
      writeSync(out, packet.data!);
      left -= frameSeconds;
      packet.unref();
    }
    audio.close();
  }
  closeSync(out);
}

function measure(way: Way, path: string, dir: string): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [way, path, dir]);
    child.once('message', (message) => resolve(message as Measured));
    child.once('exit', (code) => reject(new Error(`${way} of ${path} ended with ${code}`)));
  });
}

async function best(way: Way, path: string, dir: string): Promise<Measured> {
  const runs = [await measure(way, path, dir), await measure(way, path, dir), await measure(way, path, dir)];
  return runs.reduce((a, b) => (b.ms < a.ms ? b : a));
}

async function main() {
  const dir = mkdtempSync(join(tmpdir(), 'bench-decode-'));
  try {
    const find = (extension: string) => join(samples, readdirSync(samples).find((file) => file.endsWith(extension))!);
    await makeHourOfWav(find('.wav'), join(dir, 'hour.wav'));
    makeHourOfMp3(find('.mp3'), join(dir, 'hour.mp3'));
    const recordings = readdirSync(samples).filter((file) => /\.(wav|mp3|ogg|m4a|flac)$/.test(file));
    const rows = [];
    for (const path of [
      ...recordings.map((file) => join(samples, file)),
      join(dir, 'hour.wav'),
      join(dir, 'hour.mp3'),
    ]) {
      const audio = openAudio(path);
      const { codec, container } = audio;
      audio.close();
      const plain = await best('decode', path, dir);
      const whole = await best('ingest', path, dir);
      rows.push({
        file: `${container} ${codec}`,
        'sound s': Math.round(whole.seconds),
        'decode ×real time': Math.round((plain.seconds * 1000) / plain.ms),
        'ingest ×real time': Math.round((whole.seconds * 1000) / whole.ms),
        'ingest ÷ decode': Number((whole.ms / plain.ms).toFixed(2)),
        'peak RSS MB': Math.round(whole.maxRssMb),
      });
    }
    console.table(rows);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const [way, path, dir] = process.argv.slice(2);
if (way && path && dir) {
  const before = process.cpuUsage();
  const seconds = await ways[way as Way](path, dir);
  const spent = process.cpuUsage(before);
  const measured: Measured = {
    seconds,
    ms: (spent.user + spent.system) / 1000,
    maxRssMb: process.resourceUsage().maxRSS / 1024,
  };
  process.send!(measured);
  process.disconnect();
} else {
  await main();
}
