/** Corrections as a shell asks for them: through the router, with the rules, the queue and the search of a whole core. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Core, createCore } from '../../create-core.ts';
import { samplesDir, tempLibraryDir, testPorts, warmWorkers } from '../../test-support/test-core.ts';
import { type Client, type Connection, transports } from '../../test-support/transports.ts';
import { writeTalkingSenseVoice } from '../engines/testing-onnx-model.ts';

let library: string;
let core: Core;
let connection: Connection;
let client: Client;
let id: string;
beforeEach(async () => {
  library = tempLibraryDir();
  core = await createCore(testPorts(library, { spawnWorker: warmWorkers }));
  connection = await transports.MessagePort!(core.router);
  client = connection.client;
  const { jobId } = await client.imports.start({
    paths: [join(samplesDir, `${rude}.wav`)],
    analyze: false,
    transcripts: true,
    copyIn: false,
  });
  await expect.poll(async () => (await client.jobs.list()).find((job) => job.id === jobId)?.state).toBe('done');
  const { recordings } = await client.imports.result({ jobId });
  id = recordings[0]!.id;
});
afterEach(async () => {
  await connection.close();
  await core.close();
});

const rude = '20260302_093012_8013_13911112222';
const transcript = async () => (await client.transcripts.get({ recordingId: id }))!;
const sentenceWith = async (text: string) => (await transcript()).segments.find((one) => one.text.includes(text))!;
const finding = async () =>
  (await client.findings.list({ recordingIds: [id] })).find(({ rule }) => rule === 'forbidden-phrase');
const correct = async (from: string, to: string) => {
  const seen = await sentenceWith(from);
  const edit = { kind: 'text', sentence: seen.id, text: seen.text.replace(from, to) } as const;
  return client.corrections.apply({ recordingId: id, editId: crypto.randomUUID(), edit, seen: [seen] });
};

describe('the findings of a call', () => {
  it('follow its words: corrected away, a forbidden phrase is found no more; corrected in, it is; decisions stay', async () => {
    await client.findings.analyze({ recordingIds: [id], force: false });
    await expect.poll(async () => (await finding())?.value).toBe(6);
    const { id: findingId, evidence } = (await finding())!;
    const { id: reviewId } = await client.reviews.open({ recordingId: id });
    await client.reviews.decide({ reviewId, findingId, decision: true });
    const phrases = evidence.map(({ text }) => text!);
    expect(phrases[0]).toBe('不归我管');

    await correct('不归我管', '由我来办');
    await expect.poll(async () => (await finding())?.value).toBe(5);
    expect(await finding()).toMatchObject({ id: findingId, verdict: 'not_met', decision: true });

    for (const phrase of phrases.slice(1)) await correct(phrase, '好的');
    // While the customer still minds the agent's tone, a clean list is no proof.
    await expect.poll(async () => (await finding())?.verdict).toBe('cannot_tell');
    await correct('你这是什么态度', '谢谢你');
    await expect.poll(async () => (await finding())?.verdict).toBe('met');
    // What was decided is about the breach: the person said there was one.
    expect((await finding())?.decision).toBe(false);

    await correct('由我来办', '不归我管');
    await expect.poll(async () => (await finding())?.evidence.map(({ text }) => text)).toEqual(['不归我管']);
    expect(await finding()).toMatchObject({ id: findingId, verdict: 'not_met', decision: true });
  });
});

describe('a clip of a call', () => {
  it('says what the call says, corrected and undone', async () => {
    const { start, end } = await sentenceWith('不归我管');
    const span = { startMs: Math.round(start * 1000) + 1, endMs: Math.round(end * 1000) - 1 };
    const clip = await client.training.saveClip({ recordingId: id, ...span });
    expect(clip.text).toBe('坐席：这个不归我管。');
    const text = async () => (await client.training.listClips({}))[0]!.text;
    const { editId } = await correct('不归我管', '由我来办');
    await expect.poll(text).toBe('坐席：这个由我来办。');
    await client.corrections.undo({ recordingId: id, editId: editId! });
    await expect.poll(text).toBe('坐席：这个不归我管。');
  });
});

describe('an engine that listens again', () => {
  it('leaves corrected words alone unless told otherwise, and then they can be brought back', async () => {
    const model = writeTalkingSenseVoice(join(library, 'talking'), ['您', '好']);
    await correct('不归我管', '由我来办');
    const asked = { recordingIds: [id], model, replace: true };
    await expect(client.transcription.enqueue(asked)).rejects.toMatchObject({
      code: 'TRANSCRIPT_CORRECTED',
      status: 409,
      data: { params: { file: `${rude}.wav`, count: 1 } },
    });
    const { jobId } = await client.transcription.enqueue({ ...asked, overCorrections: true });
    await expect
      .poll(async () => (await client.jobs.list()).find((job) => job.id === jobId)?.state, { timeout: 60_000 })
      .toBe('done');
    expect(await transcript()).toMatchObject({ source: 'engine', corrections: 0 });
    const [kept] = await client.corrections.replaced({ recordingId: id });
    const back = await client.corrections.bringBack({ recordingId: id, replacedId: kept!.id });
    expect(back).toMatchObject({ source: 'import', corrections: 1 });
    expect(await sentenceWith('由我来办')).toBeDefined();
  }, 90_000);

  it('that was queued before the words were corrected keeps them too', async () => {
    const model = writeTalkingSenseVoice(join(library, 'talking'), ['您', '好']);
    const { jobId } = await client.transcription.enqueue({ recordingIds: [id], model, replace: true });
    await correct('不归我管', '由我来办');
    await expect
      .poll(async () => (await client.jobs.list()).find((job) => job.id === jobId)?.state, { timeout: 60_000 })
      .toBe('done');
    expect(await transcript()).toMatchObject({ source: 'import', corrections: 1 });
  }, 90_000);
});

describe('over the wire', () => {
  it('a step is undone and redone, the original is read, and a step that was overtaken is refused by its code', async () => {
    const first = await correct('不归我管', '由我来办');
    expect(first.transcript.corrections).toBe(1);
    const undone = await client.corrections.undo({ recordingId: id, editId: first.editId! });
    expect(undone.corrections).toBe(0);
    const again = await client.corrections.redo({ recordingId: id, editId: first.editId! });
    expect(again.segments.map(({ text }) => text)).toEqual(first.transcript.segments.map(({ text }) => text));
    expect(again.corrections).toBe(1);
    const { segments } = await client.corrections.original({ recordingId: id });
    expect(segments.filter(({ state }) => state === 'corrected').map(({ text }) => text)).toEqual([
      expect.stringContaining('不归我管'),
    ]);
    await client.corrections.apply({
      recordingId: id,
      editId: crypto.randomUUID(),
      edit: { kind: 'swap' },
      seen: again.segments,
    });
    await expect(
      client.corrections.apply({
        recordingId: id,
        editId: crypto.randomUUID(),
        edit: { kind: 'swap' },
        seen: again.segments,
      }),
    ).rejects.toMatchObject({ code: 'SENTENCE_CHANGED', defined: true });
    await expect(client.corrections.undo({ recordingId: id, editId: first.editId! })).rejects.toMatchObject({
      code: 'EDIT_OVERTAKEN',
      defined: true,
    });
    await expect(
      client.corrections.apply({
        recordingId: id,
        editId: crypto.randomUUID(),
        edit: { kind: 'text', sentence: 1, text: '' },
        seen: [],
      }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});
