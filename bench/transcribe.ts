/**
 * What do the engines cost on the same call, and what does our way of calling them add to the plain call of the
 * binding? Run: node bench/transcribe.ts [--whisper FILE] [--sherpa FOLDER] [--threads N] [RECORDING]
 * Without models it runs ones that hold nothing learned and say two characters. Whisper's hears as long a window as
 * the real ones do, with half the width of Whisper tiny; SenseVoice's is a constant, so that only what surrounds the
 * network is measured. Each way is a fresh process; memory is the most that it held.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measure } from '../core/audio/measures/measure.ts';
import type { Pair } from '../core/audio/measures/spans.ts';
import { builtEngine } from '../core/transcripts/engines/built/built-engine.ts';
import type { Shape } from '../core/transcripts/engines/empty-ggml-model.ts';
import type { Engine } from '../core/transcripts/engines/engine.ts';
import { listen } from '../core/transcripts/engines/listen.ts';
import { sherpaEngine } from '../core/transcripts/engines/sherpa-engine.ts';
import { talkingModel, writeModel } from '../core/transcripts/engines/testing-ggml-model.ts';
import { writeTalkingSenseVoice } from '../core/transcripts/engines/testing-onnx-model.ts';
import { createWhisperEngine, promptOf, whisperEngine } from '../core/transcripts/engines/whisper-engine.ts';
import { genericBinding } from '../core/transcripts/engines/whisper-generic.ts';
import { vectorisedBinding } from '../core/transcripts/engines/whisper-vectorised.ts';

interface Order {
  path: string;
  speech: Pair[][];
  whisper: string;
  sherpa: string;
  threads: number;
}
interface Measured {
  wallS: number;
  /** Processor time. */
  cpuS: number;
  maxRssMb: number;
  sentences: number;
}

const language = 'zh';

const home = process.env.TINGJIAN_ENGINES ?? '';
const fastest = process.platform === 'linux' && process.arch === 'x64' ? vectorisedBinding : genericBinding;

const ways = {
  'whisper.cpp, ours': (order: Order) => run(createWhisperEngine([fastest]), order.whisper, order),
  'whisper.cpp, ours, binding of every platform': (order: Order) =>
    run(createWhisperEngine([genericBinding]), order.whisper, order),
  'whisper.cpp, plain call on the same pieces': async (order: Order) => {
    const { pieces, collect } = collector();
    await listen({ ...order, language: 'zh' }, collect, whisperEngine.packing, () => {});
    return plain(order, pieces);
  },
  'whisper.cpp, plain call on whole channels': async (order: Order) => {
    const { pieces, collect } = collector();
    const { duration } = await measure({ path: order.path });
    const speech = order.speech.map((): Pair[] => [[0, duration]]);
    const whole = { longest: Number.POSITIVE_INFINITY, join: 0, between: null };
    await listen({ path: order.path, speech, language: 'zh' }, collect, whole, () => {});
    return plain(order, pieces);
  },
  // Where a library has it: TINGJIAN_ENGINES names the folder `engines` of one.
  ...(home === '' ? {} : { 'whisper.cpp, built here': (order: Order) => run(builtEngine, order.whisper, order) }),
  'sherpa-onnx, ours': (order: Order) => run(sherpaEngine, order.sherpa, order),
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
  await engine.load(home);
  const recogniser = await engine.open({ model, language, vocabulary: [], threads: order.threads });
  let count = 0;
  await listen({ ...order, language: 'zh' }, recogniser, engine.packing, (heard) => {
    count += heard.length;
  });
  await recogniser.close();
  return count;
}

async function plain({ whisper, threads }: Order, pieces: Float32Array[]): Promise<number> {
  const model = fastest().open(whisper);
  let count = 0;
  for (const samples of pieces)
    count += (await model.run(samples, { language, threads, prompt: promptOf(language, []) })).length;
  await model.close();
  return count;
}

/** Four layers as Whisper tiny, half as wide. */
const narrow: Shape = { layers: 4, width: 192, heads: 3, hearing: 1500 };

async function main() {
  const { values, positionals } = parseArgs({
    options: { whisper: { type: 'string' }, sherpa: { type: 'string' }, threads: { type: 'string', default: '1' } },
    allowPositionals: true,
  });
  const dir = mkdtempSync(join(tmpdir(), 'bench-transcribe-'));
  try {
    const sample = fileURLToPath(new URL('../samples/20260302_093012_8013_13911112222.wav', import.meta.url));
    const path = resolve(positionals[0] ?? sample);
    const { duration, channels } = await measure({ path });
    const speech = channels.map((channel) => channel.speech.map(([start, end]): Pair => [start, end]));
    const order: Order = {
      path,
      speech,
      whisper: resolve(values.whisper ?? writeModel(join(dir, 'narrow.bin'), talkingModel(['您', '好'], narrow, 28))),
      sherpa: resolve(values.sherpa ?? writeTalkingSenseVoice(join(dir, 'sense-voice'), ['您', '好'])),
      threads: Number(values.threads),
    };
    const spoken = speech.flat().reduce((sum, [start, end]) => sum + end - start, 0);
    console.log(
      `${Math.round(duration)} s, ${channels.length} channels, ${Math.round(spoken)} s of speech, ${order.threads} thread(s)`,
    );
    if (!values.whisper)
      console.log("Whisper: no real weights, half of tiny's width: its times stand for no real model");
    if (!values.sherpa) console.log('SenseVoice: no network at all: its times are those of what surrounds one');
    const results = {} as Record<Way, Measured>;
    for (const way of Object.keys(ways) as Way[]) results[way] = await measured(way, order);
    console.table(results);
    const [ours, plain] = [results['whisper.cpp, ours'], results['whisper.cpp, plain call on the same pieces']];
    console.log(
      `ours against the plain call: ${added(ours.cpuS, plain.cpuS)} processor time, ${added(ours.maxRssMb, plain.maxRssMb)} memory`,
    );
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const added = (ours: number, plain: number): string =>
  `${ours >= plain ? '+' : ''}${Math.round((ours / plain - 1) * 100)} %`;

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
    const sentences = await ways[chosen as Way]!(order as Order);
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
