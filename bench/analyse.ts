/**
 * How fast is sound measured beside decoding it alone, does memory grow with length, and is a wait at the end of a
 * long call found at its place? Run: node bench/analyse.ts
 * Each measurement is a fresh process; processor time, so that a busy machine does not change it.
 */
import { fork } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Decoder, Demuxer, Encoder, Muxer, pipeline } from 'node-av/api';
import type { FFEncoderCodec } from 'node-av/constants';
import { decodeBlocks } from '../core/audio/decode.ts';
import { measure } from '../core/audio/measures/measure.ts';
import { openAudio } from '../core/audio/open-audio.ts';
import { toPcm16 } from '../core/audio/pcm16.ts';
import { pump } from '../core/audio/sample-sink.ts';
import { wavHeader } from '../core/audio/wav-header.ts';
import type { Call } from '../core/findings/call.ts';
import { findWaits } from '../core/findings/waits.ts';

interface Run {
  /** Of sound. */
  seconds: number;
  /** Of processor time. */
  ms: number;
  maxRssMb: number;
  waits: [number, number][];
}

const ways = {
  async decode(path: string) {
    const audio = openAudio(path);
    const sound = await pump(decodeBlocks(audio), []);
    audio.close();
    return { seconds: sound!.frames / sound!.sampleRate, waits: [] };
  },
  async measure(path: string) {
    const measures = await measure({ path });
    const call: Call = {
      recording: { id: '', durationS: measures.duration, channels: 2, agentChannel: 0, agentNo: null, direction: null },
      callRecord: null,
      transcript: null,
      measures,
    };
    const waits = findWaits(call, 30)!.map(({ start, end }): [number, number] => [start, end]);
    return { seconds: measures.duration, waits };
  },
};
type Way = keyof typeof ways;

const sample = (file: string) => fileURLToPath(new URL(`../samples/${file}`, import.meta.url));
const talk = sample('20260302_091503_8012_13800138001.wav');
/** Music from 28.4 to 102.4 s; the agent is back at 102.9 s. */
const hold = sample('20260302_101544_8012_13700001111.mp3');

/** Writes stereo recordings one after the other into a WAV. @returns its length in seconds */
async function join16(sources: readonly string[], to: string): Promise<number> {
  const format = { sampleRate: 8000, channels: 2 };
  const out = openSync(to, 'w');
  writeSync(out, wavHeader(format, 0));
  let bytes = 0;
  for (const source of sources) {
    const audio = openAudio(source);
    for await (const { channels, frames } of decodeBlocks(audio)) {
      bytes += writeSync(out, toPcm16(channels, 0, frames));
    }
    audio.close();
  }
  writeSync(out, wavHeader(format, bytes), 0, undefined, 0);
  closeSync(out);
  return bytes / 4 / format.sampleRate;
}

async function toMp3(from: string, to: string): Promise<void> {
  await using input = await Demuxer.open(from);
  const stream = input.audio()!;
  using decoder = await Decoder.create(stream);
  using encoder = await Encoder.create('libmp3lame' as FFEncoderCodec, { decoder, bitrate: '32k', autoResample: true });
  await using output = await Muxer.open(to);
  await pipeline(input, decoder, encoder, output).completion;
}

function run(way: Way, path: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [way, path]);
    child.once('message', (message) => resolve(message as Run));
    child.once('exit', (code) => reject(new Error(`${way} of ${path} ended with ${code}`)));
  });
}

async function best(way: Way, path: string): Promise<Run> {
  const runs = [await run(way, path), await run(way, path)];
  return runs.reduce((a, b) => (b.ms < a.ms ? b : a));
}

async function main() {
  const dir = mkdtempSync(join(tmpdir(), 'bench-analyse-'));
  try {
    const times = (count: number) => Array.from({ length: count }, () => talk);
    const [hour, mostlyHold, threeHours, late] = ['hour', 'hold', 'three-hours', 'late'].map((name) =>
      join(dir, `${name}.wav`),
    ) as [string, string, string, string];
    await join16(times(41), hour);
    await join16(
      Array.from({ length: 27 }, () => hold),
      mostlyHold,
    );
    await join16(times(124), threeHours);
    const before = await join16(times(20), late);
    await join16([...times(20), hold], late);
    const lateMp3 = join(dir, 'late.mp3');
    await toMp3(late, lateMp3);
    const rows = [];
    for (const [name, path] of [
      ['1 h talk, WAV', hour],
      ['1 h mostly hold music, WAV', mostlyHold],
      ['3 h talk, WAV', threeHours],
      ['31 min, MP3', lateMp3],
    ] as const) {
      const plain = await best('decode', path);
      const whole = await best('measure', path);
      rows.push({
        stereo: name,
        'sound s': Math.round(whole.seconds),
        'decode ×real time': Math.round((plain.seconds * 1000) / plain.ms),
        'measure ×real time, a core': Math.round((whole.seconds * 1000) / whole.ms),
        [`all ${availableParallelism()} cores`]: Math.round((whole.seconds * 1000 * availableParallelism()) / whole.ms),
        'peak RSS MB': Math.round(whole.maxRssMb),
        'decode peak RSS MB': Math.round(plain.maxRssMb),
      });
      if (path === lateMp3)
        console.log(
          `wait expected ${(before + 28.4).toFixed(1)}–${(before + 102.9).toFixed(1)} s, found`,
          whole.waits.map((wait) => wait.map((at) => at.toFixed(1)).join('–')).join(', '),
        );
    }
    console.table(rows);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const [way, path] = process.argv.slice(2);
if (way && path) {
  const before = process.cpuUsage();
  const found = await ways[way as Way](path);
  const spent = process.cpuUsage(before);
  const told: Run = {
    ...found,
    ms: (spent.user + spent.system) / 1000,
    maxRssMb: process.resourceUsage().maxRSS / 1024,
  };
  process.send!(told);
  process.disconnect();
} else {
  await main();
}
