/**
 * What do the engines cost on the same call, and what does our way of calling them add to the plain call of the
 * binding? Run: node bench/transcribe.ts [--whisper FILE] [--sherpa FOLDER] [--onnx FOLDER] [--threads N] [RECORDING]
 * Without models it runs ones that hold nothing learned and say two characters. Whisper's hears as long a window as
 * the real ones do, with half the width of Whisper tiny; those of sherpa-onnx are constants, so that only what surrounds
 * the network is measured. Each way is a fresh process; its processor time is that of it and of the programs that it
 * started, memory the most that it held itself. whisper.cpp is built first, where make and a compiler are, unless
 * TINGJIAN_ENGINES names the folder `engines` of a library that has it.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measure } from '../core/audio/measures/measure.ts';
import type { Pair } from '../core/audio/measures/spans.ts';
import { buildProgram } from '../core/transcripts/engines/built/build-program.ts';
import { builtEngine } from '../core/transcripts/engines/built/built-engine.ts';
import {
  builtFolder,
  builtGoal,
  builtSources,
  enginesFolder,
} from '../core/transcripts/engines/built/built-program.ts';
import { findToolchain } from '../core/transcripts/engines/built/toolchain.ts';
import type { Shape } from '../core/transcripts/engines/empty-ggml-model.ts';
import type { Engine } from '../core/transcripts/engines/engine.ts';
import { listen } from '../core/transcripts/engines/listen.ts';
import { sherpaEngine } from '../core/transcripts/engines/sherpa-engine.ts';
import type { Packing } from '../core/transcripts/engines/speech-pieces.ts';
import { talkingModel, writeModel } from '../core/transcripts/engines/testing-ggml-model.ts';
import { writeTalkingSenseVoice } from '../core/transcripts/engines/testing-onnx-model.ts';
import { writeTalkingWhisper } from '../core/transcripts/engines/testing-onnx-whisper.ts';
import { createWhisperEngine, promptOf, whisperCppPacking } from '../core/transcripts/engines/whisper-engine.ts';
import { genericBinding } from '../core/transcripts/engines/whisper-generic.ts';
import { vectorisedBinding } from '../core/transcripts/engines/whisper-vectorised.ts';

interface Order {
  path: string;
  speech: Pair[][];
  whisper: string;
  sherpa: string;
  onnx: string;
  threads: number;
}
interface Measured {
  wallS: number;
  /** Processor time, with that of the programs that were started. */
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
    const { pieces, collect } = collector(whisperCppPacking);
    await listen({ ...order, language: 'zh' }, collect, () => {});
    return plain(order, pieces);
  },
  'whisper.cpp, plain call on whole channels': async (order: Order) => {
    const { pieces, collect } = collector({ longest: Number.POSITIVE_INFINITY, join: 0, between: null });
    const { duration } = await measure({ path: order.path });
    const speech = order.speech.map((): Pair[] => [[0, duration]]);
    await listen({ path: order.path, speech, language: 'zh' }, collect, () => {});
    return plain(order, pieces);
  },
  'whisper.cpp, built here': (order: Order) => run(builtEngine, order.whisper, order),
  'sherpa-onnx, SenseVoice': (order: Order) => run(sherpaEngine, order.sherpa, order),
  'sherpa-onnx, Whisper': (order: Order) => run(sherpaEngine, order.onnx, order),
};
type Way = keyof typeof ways;

/** Takes the sound that an engine would hear. */
function collector(packing: Packing) {
  const pieces: Float32Array[] = [];
  const recognise = async (samples: Float32Array) => {
    pieces.push(samples);
    return [];
  };
  return { pieces, collect: { packing, recognise, close: async () => {} } };
}

async function run(engine: Engine, model: string, order: Order): Promise<number> {
  await engine.load(home);
  const recogniser = await engine.open({ model, language, vocabulary: [], threads: order.threads });
  let count = 0;
  await listen({ ...order, language: 'zh' }, recogniser, (heard) => {
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
    options: {
      whisper: { type: 'string' },
      sherpa: { type: 'string' },
      onnx: { type: 'string' },
      threads: { type: 'string', default: '1' },
    },
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
      onnx: resolve(values.onnx ?? writeTalkingWhisper(join(dir, 'whisper-onnx'), ['您', '好'])),
      threads: Number(values.threads),
    };
    const spoken = speech.flat().reduce((sum, [start, end]) => sum + end - start, 0);
    console.log(
      `${Math.round(duration)} s, ${channels.length} channels, ${Math.round(spoken)} s of speech, ${order.threads} thread(s)`,
    );
    if (!values.whisper)
      console.log("Whisper: no real weights, half of tiny's width: its times stand for no real model");
    if (!values.sherpa || !values.onnx)
      console.log('sherpa-onnx: no network at all: its times are those of what surrounds one');
    const engines = home || (await build(dir));
    const results = {} as Record<Way, Measured>;
    for (const way of Object.keys(ways) as Way[])
      if (engines !== null || way !== 'whisper.cpp, built here')
        results[way] = await measured(way, order, engines ?? '');
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

/** @returns the folder of engines; null where there is no compiler */
async function build(dir: string): Promise<string | null> {
  const toolchain = await findToolchain();
  if (!toolchain) return null;
  console.log('building whisper.cpp …');
  const engines = enginesFolder(dir);
  await buildProgram({
    make: toolchain.make,
    source: builtSources(),
    target: builtFolder(engines),
    goal: builtGoal,
    signal: new AbortController().signal,
    tell: () => {},
  });
  return engines;
}

/** Seconds of processor time of the programs that this process started and that have ended; known on Linux only. */
function childrenCpuS(): number {
  if (process.platform !== 'linux') return 0;
  const ticksPerSecond = 100;
  // What is behind the name, which is in brackets and may hold spaces, begins with the third field.
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  const [user, system] = [fields[13], fields[14]].map(Number);
  return (user! + system!) / ticksPerSecond;
}

async function measured(way: Way, order: Order, engines: string): Promise<Measured> {
  const env = { ...process.env, BENCH_WAY: way, TINGJIAN_ENGINES: engines };
  const child = fork(fileURLToPath(import.meta.url), { env });
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
      cpuS: round((userCPUTime + systemCPUTime) / 1e6 + childrenCpuS()),
      maxRssMb: Math.round(maxRSS / 1024),
      sentences,
    });
    process.disconnect();
    process.exit();
  });
} else await main();
