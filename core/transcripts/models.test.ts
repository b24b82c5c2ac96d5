import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJobs, type Jobs } from '../jobs/jobs-service.ts';
import { createTestCore, type TestCore, tempDir } from '../test-support/test-core.ts';
import { talkingModel, writeModel } from './engines/testing-ggml-model.ts';
import { writeTalkingSenseVoice } from './engines/testing-onnx-model.ts';
import { writeTalkingWhisper } from './engines/testing-onnx-whisper.ts';
import { createModels, type Models } from './models.ts';
import { type KnownModel, modelsFor } from './models-catalogue.ts';
import { createModelDownloads } from './models-download.ts';

const knownModels = modelsFor('linux', 'x64');
const weights = talkingModel(['您', '好']);
const known: KnownModel = {
  ...knownModels.find((model) => model.name === 'ggml-small.bin')!,
  name: 'ggml-test.bin',
  files: [
    {
      name: 'ggml-test.bin',
      from: '/some/where/ggml-test.bin',
      bytes: weights.length,
      sha256: createHash('sha256').update(weights).digest('hex'),
    },
  ],
};

let core: TestCore;
let jobs: Jobs;
let models: Models;
beforeEach(() => {
  core = createTestCore();
  jobs = createJobs(core.context);
  models = createModels(core.context, [known]);
});
afterEach(async () => {
  await jobs.stopAll();
  await core.close();
});

const inLibrary = (name: string) => join(core.context.dirs.models, name);

describe('models', () => {
  it('that are known are listed with what they cost, there or not', async () => {
    expect(await models.list()).toMatchObject([
      { name: 'ggml-test.bin', engine: 'whisper.cpp', present: false, sizeBytes: weights.length, partBytes: 0 },
    ]);
    expect((await models.list())[0]!.known).toMatchObject({ errorPercent: 17.5, speedServer: null });
  });

  it('of one’s own are copied in and listed, files and folders', async () => {
    const outside = tempDir();
    const file = writeModel(join(outside, 'house.bin'), weights);
    const folder = writeTalkingSenseVoice(join(outside, 'sense'), ['您']);
    expect(await models.add(file)).toMatchObject({
      name: 'house.bin',
      engine: 'whisper.cpp',
      present: true,
      known: null,
    });
    expect(await models.add(folder)).toMatchObject({ name: 'sense', engine: 'sherpa-onnx', present: true });
    expect(readFileSync(inLibrary('house.bin')).equals(weights)).toBe(true);
    expect(readFileSync(inLibrary('sense/tokens.txt'))).toEqual(readFileSync(join(folder, 'tokens.txt')));
    expect((await models.list()).map(({ name }) => name)).toEqual(['ggml-test.bin', 'house.bin', 'sense']);
    expect(await models.pathOf('sherpa-onnx', '')).toBe(inLibrary('sense'));
    expect(await models.remove('house.bin')).toBe(true);
    expect(existsSync(inLibrary('house.bin'))).toBe(false);
  });

  it('of Whisper in ONNX are copied in with all their files and nothing else, and known again by their encoder', async () => {
    const folder = writeTalkingWhisper(join(tempDir(), 'downloads'), ['您']);
    writeFileSync(join(folder, 'readme.md'), 'x');
    expect(await models.add(folder)).toMatchObject({ name: 'downloads', engine: 'sherpa-onnx', present: true });
    expect(readdirSync(inLibrary('downloads')).sort()).toEqual([
      'test-decoder.onnx',
      'test-encoder.onnx',
      'test-tokens.txt',
    ]);
    const file = (name: string) => ({ name, from: '/m', bytes: statSync(join(folder, name)).size, sha256: 'x' });
    const files = ['test-encoder.onnx', 'test-decoder.onnx', 'test-tokens.txt'].map(file);
    models = createModels(core.context, [{ ...known, name: 'whisper-test', engine: 'sherpa-onnx', files }]);
    expect(await models.add(join(folder, 'test-decoder.onnx'))).toMatchObject({ name: 'whisper-test', present: true });
  });

  it('that are known are known again under any folder name, by a network that was chosen, and are used when none is', async () => {
    const folder = writeTalkingSenseVoice(join(tempDir(), 'as-downloaded-2024'), ['您']);
    const small: KnownModel = {
      ...known,
      name: 'sense-voice-small',
      engine: 'sherpa-onnx',
      files: [{ name: 'model.onnx', from: '/m', bytes: statSync(join(folder, 'model.onnx')).size, sha256: 'x' }],
    };
    models = createModels(core.context, [small]);
    expect(await models.add(join(folder, 'model.onnx'))).toMatchObject({ name: 'sense-voice-small', inUse: true });
    expect(await core.context.settings.get()).toMatchObject({
      transcriptionEngine: 'sherpa-onnx',
      transcriptionModel: 'sense-voice-small',
    });
    // The size is that of the published file, its content is not.
    expect(await models.checksum('sense-voice-small')).toMatchObject({ published: 'x' });
    expect(await models.add(writeModel(join(tempDir(), 'house.bin'), weights))).toMatchObject({ inUse: false });
  });

  it('that were put there by hand and are not whole are told from whole ones, and not chosen by themselves', async () => {
    writeFileSync(inLibrary('ggml-test.bin'), weights.subarray(0, 1000));
    expect(await models.list()).toMatchObject([{ present: true, wrongSize: true, inUse: false }]);
    await expect(models.pathOf('whisper.cpp', '')).rejects.toMatchObject({ code: 'MODEL_MISSING' });
    writeFileSync(inLibrary('ggml-test.bin'), weights);
    expect(await models.list()).toMatchObject([{ present: true, wrongSize: false, inUse: true }]);
  });

  it('that a browser sent leave nothing behind in the inbox', async () => {
    const batch = join(core.context.dirs.inbox, 'batch');
    const folder = writeTalkingSenseVoice(join(batch, 'sense'), ['您']);
    writeFileSync(join(folder, 'README.md'), 'x');
    expect(await models.add(folder)).toMatchObject({ name: 'sense', present: true });
    expect(existsSync(batch)).toBe(false);
  });

  it('of any name are taken, listed, and can be removed again', async () => {
    for (const [given, name] of [
      ['house.gguf', 'house.gguf.bin'],
      ['house', 'house.bin'],
      ['house.part', 'house.part.bin'],
    ] as const)
      expect(await models.add(writeModel(join(tempDir(), given), weights))).toMatchObject({ name, present: true });
    expect(await models.remove('house.part.bin')).toBe(true);
    const separation = join(tempDir(), 'speaker-separation');
    expect(await models.add(writeTalkingSenseVoice(separation, ['您']))).toMatchObject({
      name: 'speaker-separation-model',
    });
    expect(await models.add(writeTalkingSenseVoice(join(tempDir(), 'sense.part'), ['您']))).toMatchObject({
      name: 'sense.part-model',
      present: true,
    });
  });

  it('whose place is given with dots stay in their folder', async () => {
    const folder = writeTalkingSenseVoice(join(tempDir(), 'sense'), ['您']);
    mkdirSync(join(folder, 'inner'));
    expect(await models.add(`${folder}/inner/..`)).toMatchObject({ name: 'sense', present: true });
    expect(existsSync(join(core.context.dirs.root, 'model.onnx'))).toBe(false);
  });

  it('that cannot be copied leave nothing behind', async () => {
    mkdirSync(inLibrary('house.bin'));
    writeFileSync(join(inLibrary('house.bin'), 'in-the-way'), '');
    await expect(models.add(writeModel(join(tempDir(), 'house.bin'), weights))).rejects.toThrow();
    expect(existsSync(inLibrary('house.bin.part'))).toBe(false);
  });

  it('that are cut off are not taken', async () => {
    const file = writeModel(join(tempDir(), 'cut.bin'), weights.subarray(0, -1));
    await expect(models.add(file)).rejects.toMatchObject({ code: 'MODEL_DAMAGED' });
    expect(await models.list()).toHaveLength(1);
  });

  it('are looked for by name in the library only', async () => {
    writeFileSync(join(core.context.dirs.root, 'secret.bin'), 'x');
    for (const name of ['../secret.bin', 'none.bin', '..', ''])
      await expect(models.pathOf('whisper.cpp', name)).rejects.toMatchObject({ code: 'MODEL_MISSING' });
    expect(await models.remove('../secret.bin')).toBe(false);
  });
});

it('every known model is named once, with the checksum of every file', () => {
  expect(new Set(knownModels.map(({ name }) => name)).size).toBe(knownModels.length);
  for (const file of knownModels.flatMap(({ files }) => files)) {
    expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(basename(file.from)).toBe(file.name);
  }
});

it.each([
  { platform: 'win32', processor: 'x64', engines: ['sherpa-onnx', 'sherpa-onnx', 'whisper.cpp'] },
  { platform: 'linux', processor: 'x64', engines: ['sherpa-onnx', 'whisper.cpp', 'sherpa-onnx'] },
  { platform: 'darwin', processor: 'arm64', engines: ['sherpa-onnx', 'whisper.cpp', 'sherpa-onnx'] },
] as const)(
  'on $platform $processor SenseVoice stands first, and of Whisper the form that suits the machine',
  ({ platform, processor, engines }) => {
    const [first, ...whisper] = modelsFor(platform, processor);
    expect(first).toMatchObject({ name: 'sense-voice-small', recommended: true });
    expect([first!.engine, whisper[0]!.engine, whisper.at(-1)!.engine]).toEqual(engines);
    expect(new Set(whisper.map(({ name }) => name))).toEqual(new Set(knownModels.slice(1).map(({ name }) => name)));
  },
);

function* endless(): Generator<Buffer> {
  for (;;) yield Buffer.alloc(65_536);
}

describe('a download', () => {
  let server: Server;
  let ranges: (string | undefined)[];
  /** Bytes after which the connection breaks; null: it holds. */
  let breakAfter: number | null;
  let served: Buffer;
  beforeEach(async () => {
    ranges = [];
    breakAfter = null;
    served = weights;
    server = createServer((request, response) => {
      if (request.url !== '/mirror/some/where/ggml-test.bin') return void response.writeHead(404).end();
      const { range } = request.headers;
      ranges.push(range);
      const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
      const rest = served.subarray(from);
      response.writeHead(range ? 206 : 200, { 'content-length': rest.length });
      if (breakAfter === null) response.end(rest);
      else response.write(rest.subarray(0, breakAfter), () => setTimeout(() => response.destroy(), 50));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await core.context.settings.save({ modelMirror: `http://127.0.0.1:${port}/mirror/` });
  });
  afterEach(() => void server.close());

  const ended = async (id: string) => {
    const look = async () => (await jobs.list(undefined, {})).find((job) => job.id === id)!;
    await expect.poll(async () => (await look()).state, { timeout: 20_000 }).not.toMatch(/queued|running/);
    return { job: await look(), stopped: (await jobs.look(id)).stopped };
  };
  const downloads = () => createModelDownloads(core.context, { jobs, models, known: [known] });

  it('comes from the mirror that is set, and is there when it is whole', async () => {
    const { job } = await ended(await downloads().start('ggml-test.bin'));
    expect(job).toMatchObject({ kind: 'download', state: 'done', label: 'ggml-test.bin' });
    const log = core.context.library.raw.prepare("SELECT count(*) FROM audit_log WHERE action = 'model.download'");
    expect(log.pluck().get()).toBe(1);
    expect(readFileSync(inLibrary('ggml-test.bin')).equals(weights)).toBe(true);
    expect(await models.list()).toMatchObject([{ present: true, partBytes: 0, inUse: true }]);
    expect(await models.checksum('ggml-test.bin')).toEqual({
      sha256: known.files[0]!.sha256,
      published: known.files[0]!.sha256,
    });
  });

  it('is asked for once; with another mirror it goes on from there', async () => {
    breakAfter = 1_000_000;
    const id = await downloads().start('ggml-test.bin');
    expect(await downloads().start('ggml-test.bin')).toBe(id);
    await ended(id);
    breakAfter = null;
    const { modelMirror } = await core.context.settings.get();
    await core.context.settings.save({ modelMirror: modelMirror.replace('127.0.0.1', 'localhost') });
    const again = await downloads().start('ggml-test.bin');
    expect(again).not.toBe(id);
    expect(await ended(again)).toMatchObject({ job: { state: 'done' } });
    expect((await jobs.look(id)).job.state).toBe('cancelled');
    expect(ranges.at(-1)).toMatch(/^bytes=[1-9]/);
  });

  it('that broke goes on where it stopped', async () => {
    breakAfter = 1_000_000;
    const id = await downloads().start('ggml-test.bin');
    expect(await ended(id)).toMatchObject({ job: { state: 'failed' }, stopped: { code: 'DOWNLOAD_FAILED' } });
    const { partBytes, present } = (await models.list())[0]!;
    expect(present).toBe(false);
    expect(partBytes).toBe(statSync(inLibrary('ggml-test.bin.part')).size);
    expect(partBytes).toBeGreaterThan(0);
    breakAfter = null;
    await jobs.resume({ id }, {});
    expect(await ended(id)).toMatchObject({ job: { state: 'done' } });
    expect(ranges).toEqual([undefined, `bytes=${partBytes}-`]);
    expect(readFileSync(inLibrary('ggml-test.bin')).equals(weights)).toBe(true);
  });

  it('does not give up its part for a page that a network puts in the place of the file', async () => {
    breakAfter = 1_000_000;
    const id = await downloads().start('ggml-test.bin');
    await ended(id);
    const { partBytes } = (await models.list())[0]!;
    breakAfter = null;
    const file = server.listeners('request')[0] as () => void;
    server.removeAllListeners('request').on('request', (_, response) => response.end('<html>sign in</html>'));
    await jobs.resume({ id }, {});
    expect((await ended(id)).stopped).toMatchObject({ code: 'DOWNLOAD_FAILED' });
    expect((await models.list())[0]!.partBytes).toBe(partBytes);
    server.removeAllListeners('request').on('request', file);
    await jobs.resume({ id }, {});
    expect(await ended(id)).toMatchObject({ job: { state: 'done' } });
  });

  it('that goes on beyond the end of the file is stopped', async () => {
    server.removeAllListeners('request').on('request', (_, response) =>
      Readable.from(endless())
        .pipe(response)
        .on('error', () => {}),
    );
    const { stopped } = await ended(await downloads().start('ggml-test.bin'));
    expect(stopped).toMatchObject({ code: 'DOWNLOAD_FAILED' });
    expect((await models.list())[0]!.partBytes).toBeLessThan(2 * weights.length);
  });

  it('with another checksum is thrown away', async () => {
    served = Buffer.from(weights);
    served[served.length - 1]! ^= 1;
    const { stopped } = await ended(await downloads().start('ggml-test.bin'));
    expect(stopped).toMatchObject({ code: 'MODEL_CHECKSUM', params: { model: 'ggml-test.bin' } });
    expect(await models.list()).toMatchObject([{ present: false, partBytes: 0 }]);
  });

  it('that the mirror does not have says so', async () => {
    mkdirSync(core.context.dirs.models, { recursive: true });
    await core.context.settings.save({ modelMirror: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    const { stopped } = await ended(await downloads().start('ggml-test.bin'));
    expect(stopped).toMatchObject({ code: 'DOWNLOAD_FAILED', params: { detail: 'HTTP 404' } });
  });
});
