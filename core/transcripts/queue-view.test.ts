import { cpSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createForkWorker } from '../host/fork-worker.ts';
import type { SpawnWorker } from '../ports.ts';
import { testPorts, warmWorkers } from '../test-support/test-core.ts';
import { endedBy } from './engines/testing-dying-process.ts';
import { talkingModel, writeModel } from './engines/testing-ggml-model.ts';
import { createQueueBench, type QueueBench } from './testing-queue.ts';

// Engine processes give way to everything else that runs on the machine.
vi.setConfig({ testTimeout: 60_000 });

let bench: QueueBench;
afterEach(() => bench.close());

const call = {};
const transcription = () => bench.services().transcription;
const jobs = () => bench.services().jobs;
const plain = { replace: false, overCorrections: false, first: false };

async function withBeeps(count: number): Promise<string[]> {
  bench = await createQueueBench();
  bench.writeBeeps(count);
  return [...(await bench.imported()).values()];
}
async function paused(recordingIds: string[], model = bench.model): Promise<string> {
  const { jobId } = await transcription().enqueue({ ...plain, recordingIds, model }, call);
  await jobs().pause({ id: jobId! }, call);
  return jobId!;
}
const waiting = async () =>
  (await transcription().queue({ limit: 100 }, call)).recordings.map((one) => one.recordingId);

describe('what waits', () => {
  it('is listed in the order in which it is worked on, and can be put first or taken out one by one', async () => {
    const ids = await withBeeps(5);
    const jobId = await paused(ids);
    const left = await waiting();
    expect(left.length).toBeGreaterThan(2);
    expect(left).toEqual(ids.slice(-left.length));
    const [wanted, unwanted] = [left.at(-1)!, left[0]!];
    await transcription().prioritise({ recordingId: wanted }, call);
    expect(await waiting()).toEqual([wanted, ...left.slice(0, -1)]);
    expect(await transcription().withdraw({ recordingIds: [unwanted] }, call)).toEqual({ withdrawn: 1 });
    expect(await waiting()).not.toContain(unwanted);
    await jobs().resume({ id: jobId }, call);
    expect(await bench.ended(jobId)).toMatchObject({ state: 'done', total: 4, done: 4, failed: 0 });
    expect(await bench.transcriptOf(unwanted)).toBeNull();
    expect(await bench.transcriptOf(wanted)).not.toBeNull();
    expect(await waiting()).toEqual([]);
  });

  it('goes on where the one in work is taken out', async () => {
    bench = await createQueueBench({ spawnWorker: enginesOnly(hangingOnce()) });
    bench.writeBeeps(2);
    await bench.writeTalks(1);
    const files = await bench.imported();
    const inWork = files.get('talk-0.wav');
    const asked = { ...plain, recordingIds: [inWork!, ...files.values()], model: bench.model };
    const { jobId } = await transcription().enqueue(asked, call);
    const first = async () => (await transcription().queue({ limit: 1 }, call)).recordings[0];
    await expect.poll(first).toMatchObject({ recordingId: inWork, fraction: 0 });
    await transcription().withdraw({ recordingIds: [inWork!] }, call);
    expect(await bench.ended(jobId)).toMatchObject({ state: 'done', total: 2, done: 2, failed: 0 });
    expect(await bench.transcriptOf(inWork!)).toBeNull();
  });

  it('loses what is removed from the library, and nothing fails for it', async () => {
    const ids = await withBeeps(4);
    const jobId = await paused(ids);
    const left = await waiting();
    await bench.services().recordings.remove({ ids: [left[0]!] }, call);
    expect(await waiting()).toEqual(left.slice(1));
    await jobs().resume({ id: jobId }, call);
    expect(await bench.ended(jobId)).toMatchObject({ state: 'done', total: 3, failed: 0 });
  });

  it('makes room for the call that is wanted now, whatever the way it is to be transcribed', async () => {
    const ids = await withBeeps(4);
    const other = join(bench.library, 'other');
    cpSync(bench.model, other, { recursive: true });
    const long = await paused(ids.slice(0, 3));
    const before = await waiting();
    await jobs().resume({ id: long }, call);
    const { jobId } = await transcription().enqueue(
      { ...plain, recordingIds: [ids[3]!], model: other, first: true },
      call,
    );
    await bench.ended(jobId);
    expect(await bench.ended(long)).toMatchObject({ state: 'done', total: 3, done: 3 });
    const madeAt = async (id: string) => (await bench.transcriptOf(id))!.createdAt;
    expect(await madeAt(ids[3]!)).toBeLessThan(await madeAt(before.at(-1)!));
  });
});

it('a plan says how many calls have a transcript, how long the others last, and what is missing', async () => {
  const ids = await withBeeps(3);
  const jobId = (await transcription().enqueue({ ...plain, recordingIds: ids.slice(0, 1), model: bench.model }, call))
    .jobId;
  await bench.ended(jobId);
  expect(await transcription().plan({ filter: {} }, call)).toMatchObject({
    recordings: 3,
    transcribed: 1,
    waiting: 0,
    missing: { calls: 2, ms: 2000 },
    all: { calls: 3, ms: 3000, corrected: 0 },
    engine: 'whisper.cpp',
    model: null,
    fault: { code: 'MODEL_MISSING', message: { zh: expect.stringContaining('https://') } },
  });
  await transcription().addModel({ path: writeModel(join(bench.library, 'house.bin'), talkingModel(['您'])) }, call);
  await paused(ids.slice(2), 'house.bin');
  expect(await transcription().plan({ recordingIds: ids }, call)).toMatchObject({
    waiting: 1,
    missing: { calls: 1 },
    all: { calls: 2 },
    model: 'house.bin',
    fault: null,
  });
});

describe('a failure', () => {
  /** Adds a model to the library, queues with it, and breaks it before the queue comes to it. */
  async function broken(breakIt: (path: string) => void, ids: string[]) {
    await transcription().addModel({ path: writeModel(join(bench.library, 'house.bin'), talkingModel(['您'])) }, call);
    const id = await paused(ids, 'house.bin');
    breakIt(join(bench.library, 'models', 'house.bin'));
    await jobs().resume({ id }, call);
    return id;
  }
  const faults: [string, string, (ids: string[]) => Promise<string>, SpawnWorker?][] = [
    ['a model that is gone', 'MODEL_MISSING', (ids) => broken((path) => rmSync(path), ids)],
    ['a model that is cut off', 'MODEL_DAMAGED', (ids) => broken((path) => truncateSync(path, 200_000), ids)],
    ['too little memory', 'ENGINE_KILLED', (ids) => broken(() => {}, ids), enginesOnly(endedBy('SIGKILL', 'model'))],
    [
      'an old processor',
      'ENGINE_UNAVAILABLE',
      (ids) => broken(() => {}, ids),
      enginesOnly(endedBy('SIGILL', 'engine')),
    ],
  ];

  it.each(faults)('by %s stops the job with a reason in both languages; the calls can be scored', async (...fault) => {
    const [, code, begin, spawnWorker] = fault;
    bench = await createQueueBench(spawnWorker ? { spawnWorker } : {});
    await bench.writeTalks(1);
    const [id] = (await bench.imported()).values();
    const jobId = await begin([id!]);
    expect(await bench.ended(jobId)).toMatchObject({ state: 'failed', done: 0, total: 1 });
    const { stopped } = await transcription().outcome({ jobId }, call);
    expect(stopped).toMatchObject({ code });
    expect(stopped!.message.zh).toMatch(/录音仍可评分。$/);
    expect(stopped!.message.en).toMatch(/can still be scored\.$/);
    expect(await bench.services().reviews.open({ recordingId: id! }, call)).toMatchObject({ state: 'draft' });
  });

  it('is told after the program was opened again, and is retried with the model that was asked for', async () => {
    const ids = await withBeeps(2);
    const jobId = await broken((path) => rmSync(path), ids);
    await bench.ended(jobId);
    await bench.reopen();
    expect(await transcription().outcome({ jobId }, call)).toMatchObject({ stopped: { code: 'MODEL_MISSING' } });
    await expect(transcription().retry({ jobId }, call)).rejects.toMatchObject({ code: 'MODEL_MISSING' });
    // Whatever the settings say by now.
    await transcription().addModel({ path: bench.model }, call);
    await bench.services().app.saveSettings({ transcriptionEngine: 'sherpa-onnx', transcriptionLanguage: 'yue' }, call);
    await expect(transcription().retry({ jobId }, call)).rejects.toMatchObject({ code: 'MODEL_MISSING' });
    await transcription().addModel({ path: join(bench.library, 'house.bin') }, call);
    const again = await transcription().retry({ jobId }, call);
    expect(again).toMatchObject({ queued: 2 });
    expect(await bench.ended(again.jobId)).toMatchObject({ state: 'done', failed: 0 });
    expect(await bench.ended(jobId)).toMatchObject({ state: 'cancelled' });
    for (const id of ids)
      expect(await bench.transcriptOf(id)).toMatchObject({ engine: 'whisper.cpp', model: { file: 'house.bin' } });
  });

  it('of one call is retried by itself, or put out of sight', async () => {
    const ids = await withBeeps(3);
    for (const file of ['beep-0.wav', 'beep-1.wav']) rmSync(join(bench.calls, file));
    await transcription().addModel({ path: bench.model }, call);
    await bench.services().app.saveSettings({ transcriptionEngine: 'sherpa-onnx' }, call);
    const { jobId } = await transcription().enqueue({ ...plain, recordingIds: ids }, call);
    expect(await bench.ended(jobId)).toMatchObject({ state: 'done', failed: 2 });
    // Failures of the queue are no failed imports.
    expect(await bench.services().imports.failures(undefined, call)).toEqual([]);
    bench.writeBeeps(1);
    const again = await transcription().retry({ jobId: jobId! }, call);
    expect(await bench.ended(again.jobId)).toMatchObject({ total: 2, failed: 1 });
    expect(await bench.transcriptOf(ids[0]!)).not.toBeNull();
    expect(await bench.ended(jobId)).toMatchObject({ failed: 0 });
    expect(await transcription().dismiss({ jobId: again.jobId! }, call)).toEqual({ dismissed: 1 });
    expect(await bench.ended(again.jobId)).toMatchObject({ failed: 0 });
  });
});

describe('after an import, where that is set', () => {
  it('what has no transcript is queued, also without a model: then the queue says what is missing', async () => {
    bench = await createQueueBench();
    await bench.services().app.saveSettings({ transcribeAfterImport: true }, call);
    bench.writeBeeps(2);
    const ids = [...(await bench.imported()).values()];
    const job = (await jobs().list(undefined, call)).find(({ kind }) => kind === 'transcribe')!;
    expect(await bench.ended(job.id)).toMatchObject({ state: 'failed', total: 2 });
    expect(await transcription().outcome({ jobId: job.id }, call)).toMatchObject({
      stopped: { code: 'MODEL_MISSING' },
    });
    await transcription().addModel({ path: bench.model }, call);
    await bench.services().app.saveSettings({ transcriptionEngine: 'sherpa-onnx' }, call);
    await bench.ended((await transcription().retry({ jobId: job.id }, call)).jobId);
    for (const id of ids) expect(await bench.transcriptOf(id)).not.toBeNull();
  });
});

const fork = createForkWorker(testPorts('').log);
const isEngine = (entry: URL) => entry.pathname.includes('/engines/');

/** Decoders run as ever. */
function enginesOnly(spawnWorker: SpawnWorker): SpawnWorker {
  return (entry) => (isEngine(entry) ? spawnWorker(entry) : warmWorkers(entry));
}

/** An engine process that never answers its first order. */
function hangingOnce(): SpawnWorker {
  let hung = false;
  return (entry) => {
    const handle = fork(entry);
    return {
      ...handle,
      post(message) {
        if (hung) handle.post(message);
        hung = true;
      },
    };
  };
}
