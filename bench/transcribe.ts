/**
 * What do the engines cost on the same call, and what does our way of calling them add to the plain call of the
 * binding? Run: node bench/transcribe.ts [RECORDING [WHISPER_MODEL [SENSE_VOICE_FOLDER]]]
 * Without models it runs ones that are wired to say two characters: Whisper's has the shape, and so the times, of
 * Whisper tiny, except that real sentences are longer; SenseVoice's is a constant, so that only what surrounds the
 * network is measured. Each way is a fresh process.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure } from '../core/audio/measures/measure.ts';
import type { Pair } from '../core/audio/measures/spans.ts';
import type { Engine } from '../core/transcripts/engines/engine.ts';
import { listen } from '../core/transcripts/engines/listen.ts';
import { sherpaEngine } from '../core/transcripts/engines/sherpa-engine.ts';
import { talkingModel, tiny, writeModel } from '../core/transcripts/engines/testing-ggml-model.ts';
import { writeTalkingSenseVoice } from '../core/transcripts/engines/testing-onnx-model.ts';
import { whisperEngine } from '../core/transcripts/engines/whisper-engine.ts';

interface Order {
  path: string;
  speech: Pair[][];
  whisper: string;
  senseVoice: string;
}
interface Measured {
  wallS: number;
  /** Processor time. */
  cpuS: number;
  maxRssMb: number;
  sentences: number;
}

const threads = 1;
const settings = { language: 'zh', vocabulary: [], threads };

const ways = {
  'whisper.cpp, ours': (order: Order) => run(whisperEngine, order.whisper, order),
  'whisper.cpp, plain call on the same pieces': async (order: Order) => {
    const { pieces, collect } = collector();
    await listen({ ...order, language: 'zh' }, collect, whisperEngine.packing, () => {});
    return plain(order.whisper, pieces);
  },
  'whisper.cpp, plain call on whole channels': async (order: Order) => {
    const { pieces, collect } = collector();
    const { duration } = await measure({ path: order.path });
    const speech = order.speech.map((): Pair[] => [[0, duration]]);
    const whole = { longest: Number.POSITIVE_INFINITY, join: 0, between: null };
    await listen({ path: order.path, speech, language: 'zh' }, collect, whole, () => {});
    return plain(order.whisper, pieces);
  },
  'sherpa-onnx, ours': (order: Order) => run(sherpaEngine, order.senseVoice, order),
};
type Way = keyof typeof ways;

/** Takes the sound that an engine would hear. */
function collector() {
  const pieces: Float32Array[] = [];
  const recognise = async (samples: Float32Array) => {
    pieces.push(samples);
    return [];
  };
  return { pieces, collect: { recognise, close: async () => {} } };
}

async function run(engine: Engine, model: string, order: Order): Promise<number> {
  await engine.load();
  const recogniser = await engine.open({ model, ...settings });
  let count = 0;
  await listen({ ...order, language: 'zh' }, recogniser, engine.packing, (heard) => {
    count += heard.length;
  });
  await recogniser.close();
  return count;
}

async function plain(model: string, pieces: Float32Array[]): Promise<number> {
  const binding = createRequire(import.meta.url)(`@fugood/node-whisper-${process.platform}-${process.arch}`);
  const context = new binding.WhisperContext({ filePath: model, useGpu: false });
  let count = 0;
  for (const samples of pieces) {
    const audio = Int16Array.from(samples, (sample) => Math.round(sample * 32767));
    const prompt = '以下是普通话客服通话的转写，使用简体中文和标点符号。';
    const options = { language: 'zh', maxThreads: threads, prompt };
    count += (await context.transcribeData(audio.buffer, options).promise).segments.length;
  }
  await context.release();
  return count;
}

async function main() {
  const [recording, whisper, senseVoice] = process.argv.slice(2).map((path) => resolve(path));
  const dir = mkdtempSync(join(tmpdir(), 'bench-transcribe-'));
  try {
    const sample = fileURLToPath(new URL('../samples/20260302_091503_8012_13800138001.wav', import.meta.url));
    const path = recording ?? sample;
    const { duration, channels } = await measure({ path });
    const speech = channels.map((channel) => channel.speech.map(([start, end]): Pair => [start, end]));
    const order: Order = {
      path,
      speech,
      whisper: whisper ?? writeModel(join(dir, 'tiny.bin'), talkingModel(['您', '好'], tiny, 28)),
      senseVoice: senseVoice ?? writeTalkingSenseVoice(join(dir, 'sense-voice'), ['您', '好']),
    };
    const spoken = speech.flat().reduce((sum, [start, end]) => sum + end - start, 0);
    console.log(
      `${Math.round(duration)} s, ${channels.length} channels, ${Math.round(spoken)} s of speech, ${threads} thread`,
    );
    for (const way of Object.keys(ways) as Way[]) console.log(way, await measured(way, order));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function measured(way: Way, order: Order): Promise<Measured> {
  const child = fork(fileURLToPath(import.meta.url), { env: { ...process.env, BENCH_WAY: way } });
  child.send(order);
  const [result] = await once(child, 'message');
  return result as Measured;
}

const { BENCH_WAY: chosen } = process.env;
if (chosen) {
  process.once('message', async (order) => {
    const from = performance.now();
    const sentences = await ways[chosen as Way](order as Order);
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const round = (value: number) => Math.round(value * 10) / 10;
    process.send!({
      wallS: round((performance.now() - from) / 1000),
      cpuS: round((userCPUTime + systemCPUTime) / 1e6),
      maxRssMb: Math.round(maxRSS / 1024),
      sentences,
    });
    process.disconnect();
    process.exit();
  });
} else await main();
