import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sample, shortestCall, truth, writeWav } from '../audio/testing.ts';
import { labelledCalls } from '../test-support/labelled-calls.ts';
import { samplesDir } from '../test-support/test-core.ts';
import { talkingModel, writeModel } from './engines/testing-ggml-model.ts';
import { writeTalkingSenseVoice } from './engines/testing-onnx-model.ts';
import { runQueueAndDieAfter } from './test-queue-process.ts';
import { createQueueBench, type QueueBench } from './testing-queue.ts';

// Engine processes give way to everything else that runs on the machine.
vi.setConfig({ testTimeout: 60_000 });

let bench: QueueBench;
beforeEach(async () => {
  bench = await createQueueBench();
});
afterEach(() => bench.close());

const call = {};
const services = () => bench.services();
const { imported, ended, transcriptOf } = {
  imported: () => bench.imported(),
  ended: (jobId: string | null) => bench.ended(jobId),
  transcriptOf: (recordingId: string) => bench.transcriptOf(recordingId),
};

const stereo = truth().find(({ channels, file }) => channels === 2 && file.endsWith('.wav'))!;

describe('a queued recording', () => {
  it('gets a transcript with a speaker per channel, the engine, and the model by name and checksum', async () => {
    copyFileSync(sample(stereo.file), join(bench.calls, stereo.file));
    const [id] = (await imported()).values();
    const { jobId, queued } = await services().transcription.enqueue(
      { recordingIds: [id!], model: bench.model, replace: false, first: false },
      call,
    );
    expect(queued).toBe(1);
    expect(await ended(jobId)).toMatchObject({ kind: 'transcribe', state: 'done', done: 1, failed: 0 });
    const transcript = (await transcriptOf(id!))!;
    expect(transcript).toMatchObject({ source: 'engine', engine: 'sherpa-onnx', timing: 'exact' });
    const sha256 = createHash('sha256')
      .update(readFileSync(join(bench.model, 'model.onnx')))
      .digest('hex');
    expect(transcript.model).toEqual({ file: 'talking', sha256 });
    expect(new Set(transcript.segments.map(({ speaker }) => speaker))).toEqual(new Set(['agent', 'customer']));
    const starts = transcript.segments.map(({ start }) => start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(transcript.segments[0]).toMatchObject({ text: '您好', words: [{ text: '您' }, { text: '好' }] });
    for (const { speaker, start, end } of transcript.segments) {
      const others = stereo.segments.filter((one) => one.speaker === speaker);
      expect(others.some((one) => start < one.end + 0.5 && end > one.start - 0.5)).toBe(true);
    }
    const rules = await services().findings.list({ recordingIds: [id!] }, call);
    expect(rules.length).toBeGreaterThan(0);
  });

  it('of silence and hold music gets no words from the most talkative model', async () => {
    const rate = 8000;
    const music = Int16Array.from({ length: rate * 12 }, (_, at) => {
      const beat = Math.floor(at / (rate * 0.4)) % 8;
      const note = 262 * 2 ** ([0, 4, 7, 12, 7, 4, 5, 9][beat]! / 12);
      return 5000 * (Math.sin((2 * Math.PI * note * at) / rate) + 0.5 * Math.sin((4 * Math.PI * note * at) / rate));
    });
    writeWav(join(bench.calls, 'music.wav'), rate, [music]);
    writeWav(join(bench.calls, 'silence.wav'), rate, [new Int16Array(rate * 5)]);
    const talking = writeModel(join(bench.library, 'talking.bin'), talkingModel(['您', '好']));
    const ids = [...(await imported()).values()];
    for (const one of [bench.model, talking]) {
      const { jobId } = await services().transcription.enqueue(
        { recordingIds: ids, model: one, replace: true, first: false },
        call,
      );
      expect(await ended(jobId)).toMatchObject({ state: 'done', failed: 0 });
      for (const id of ids) expect((await transcriptOf(id))!.segments).toEqual([]);
    }
  });

  it('gets no words from the hold music between its sentences', async () => {
    const held = labelledCalls(samplesDir).find(
      ({ call: { recording }, waits }) => recording.channels === 2 && waits.some(({ kind }) => kind === 'music'),
    )!;
    copyFileSync(sample(held.file), join(bench.calls, held.file));
    const [id] = (await imported()).values();
    const { jobId } = await services().transcription.enqueue(
      { recordingIds: [id!], model: bench.model, replace: false, first: false },
      call,
    );
    await ended(jobId);
    const { segments } = (await transcriptOf(id!))!;
    expect(segments.length).toBeGreaterThan(5);
    for (const music of held.waits.filter(({ kind }) => kind === 'music'))
      expect(segments.filter(({ start, end }) => end > music.start + 1 && start < music.end - 1)).toEqual([]);
  });

  it('keeps the transcript that a person imported, unless its replacement is asked for', async () => {
    bench.writeBeeps(1);
    const [id] = (await imported()).values();
    const words = join(bench.library, 'words.txt');
    writeFileSync(words, '坐席：您好\n客户：我要投诉\n');
    await services().transcripts.attach({ recordingId: id!, path: words }, call);
    const asked = { recordingIds: [id!], model: bench.model, first: false };
    expect(await services().transcription.enqueue({ ...asked, replace: false }, call)).toEqual({
      jobId: null,
      queued: 0,
      kept: 1,
    });
    expect(await transcriptOf(id!)).toMatchObject({ source: 'import', segments: { length: 2 } });
    const { jobId } = await services().transcription.enqueue({ ...asked, replace: true }, call);
    await ended(jobId);
    expect(await transcriptOf(id!)).toMatchObject({ source: 'engine' });
  });

  it('keeps the words that are there when the engine hears none in its speech', async () => {
    const { file } = shortestCall();
    copyFileSync(sample(file), join(bench.calls, file));
    const [id] = (await imported()).values();
    const words = join(bench.library, 'words.txt');
    writeFileSync(words, '坐席：您好\n客户：我要投诉\n');
    await services().transcripts.attach({ recordingId: id!, path: words }, call);
    const mute = writeTalkingSenseVoice(join(bench.library, 'mute'), []);
    const { jobId } = await services().transcription.enqueue(
      { recordingIds: [id!], model: mute, replace: true, first: false },
      call,
    );
    expect(await ended(jobId)).toMatchObject({ state: 'done', done: 1, failed: 1 });
    expect(await services().transcription.outcome({ jobId: jobId! }, call)).toMatchObject({
      failed: [{ code: 'ENGINE_HEARD_NOTHING', recordingId: id }],
    });
    expect(await transcriptOf(id!)).toMatchObject({ source: 'import', segments: { length: 2 } });
  });

  it('whose file is gone fails by itself and stays as it was', async () => {
    bench.writeBeeps(2);
    const files = await imported();
    rmSync(join(bench.calls, 'beep-0.wav'));
    const { jobId } = await services().transcription.enqueue(
      { recordingIds: [...files.values()], model: bench.model, replace: false, first: false },
      call,
    );
    expect(await ended(jobId)).toMatchObject({ state: 'done', done: 2, failed: 1 });
    expect(await transcriptOf(files.get('beep-0.wav')!)).toBeNull();
    expect(await transcriptOf(files.get('beep-1.wav')!)).not.toBeNull();
  });
});

describe('the queue', () => {
  it('names a missing model before anything is queued', async () => {
    bench.writeBeeps(1);
    const recordingIds = [...(await imported()).values()];
    const asked = { recordingIds, replace: false, first: false };
    await expect(services().transcription.enqueue(asked, call)).rejects.toMatchObject({ code: 'MODEL_MISSING' });
    await expect(services().transcription.enqueue({ ...asked, model: 'ggml-small.bin' }, call)).rejects.toMatchObject({
      code: 'MODEL_MISSING',
      params: { model: 'ggml-small.bin' },
    });
    expect((await services().jobs.list(undefined, call)).some((job) => job.kind === 'transcribe')).toBe(false);
  });

  it('of five goes on after its process was killed, and keeps what was finished', async () => {
    await bench.writeTalks(5);
    const ids = [...(await imported()).values()];
    await runQueueAndDieAfter(2, bench.library, ids, bench.model);
    const before = await Promise.all(ids.map(transcriptOf));
    expect(before.filter((transcript) => transcript !== null)).toHaveLength(2);
    await bench.reopen();
    const job = (await services().jobs.list(undefined, call)).find(({ kind }) => kind === 'transcribe')!;
    expect(await ended(job.id)).toMatchObject({ state: 'done', total: 5, done: 5, failed: 0 });
    const after = await Promise.all(ids.map(transcriptOf));
    for (const [index, transcript] of before.entries()) if (transcript) expect(after[index]).toEqual(transcript);
    expect(after.every((transcript) => transcript!.segments.length > 0)).toBe(true);
  });

  it('pauses and resumes, takes the wanted call first, adds to what runs, and can be cancelled', async () => {
    bench.writeBeeps(4);
    const ids = [...(await imported()).values()];
    const asked = { model: bench.model, replace: false, first: false };
    const { jobId } = await services().transcription.enqueue({ ...asked, recordingIds: ids.slice(0, 3) }, call);
    await services().jobs.pause({ id: jobId! }, call);
    const open = await Promise.all(ids.slice(0, 3).map(transcriptOf));
    const waiting = ids.slice(0, 3).filter((_, index) => open[index] === null);
    expect(waiting.length).toBeGreaterThan(0);
    expect(await services().transcription.prioritise({ recordingId: waiting.at(-1)! }, call)).toEqual({
      waiting: true,
    });
    await services().jobs.resume({ id: jobId! }, call);
    const more = await services().transcription.enqueue({ ...asked, recordingIds: [ids[3]!, waiting[0]!] }, call);
    expect(more).toMatchObject({ jobId, queued: 1 });
    expect(await ended(jobId)).toMatchObject({ state: 'done', total: 4, done: 4 });
    const made = await Promise.all(waiting.map(async (id) => (await transcriptOf(id))!.createdAt));
    expect(made.at(-1)).toBe(Math.min(...made));
    const again = await services().transcription.enqueue({ ...asked, recordingIds: ids, replace: true }, call);
    expect(await services().jobs.cancel({ id: again.jobId! }, call)).toMatchObject({ state: 'cancelled' });
    expect(await services().transcription.prioritise({ recordingId: ids[3]! }, call)).toEqual({ waiting: false });
  });
});
