import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { CoreContext } from '../context.ts';
import { createTemplates } from '../scoring/templates-service.ts';
import type { ServiceOf } from '../service.ts';
import { callSeeder, type SeedCall } from '../test-support/seed-calls.ts';
import { createTestCore, samplesDir, warmWorkers } from '../test-support/test-core.ts';
import { createTraining } from './training-service.ts';

let context: CoreContext;
let training: ServiceOf<'training'>;
let seed: (call: SeedCall) => { recordingId: string; reviewId: string };
const file = '20260302_091503_8012_13800138001.wav';

beforeEach(async () => {
  const core = createTestCore({ ports: { spawnWorker: warmWorkers } });
  onTestFinished(() => core.close());
  context = core.context;
  training = createTraining(context, { templates: await createTemplates(context) });
  seed = callSeeder(context.library);
});

function seedSample(more: SeedCall = {}): string {
  return seed({
    file,
    path: join(samplesDir, file),
    phone: '13800138001',
    agent: '8012',
    agentName: '张敏',
    durationMs: 20_000,
    ...more,
  }).recordingId;
}

function seedTranscript(recordingId: string, sentences: [number, number, 'agent' | 'customer', string][]): void {
  const { raw } = context.library;
  raw
    .prepare("INSERT INTO transcripts (id, recording_id, source, created_at) VALUES ('t', ?, 'import', 1)")
    .run(recordingId);
  const insert = raw.prepare(
    "INSERT INTO transcript_segments (transcript_id, seq, speaker, start_ms, end_ms, text) VALUES ('t', ?, ?, ?, ?, ?)",
  );
  for (const [seq, [start, end, speaker, text]] of sentences.entries()) insert.run(seq, speaker, start, end, text);
}

const save = (recordingId: string, more: object = {}) =>
  training.saveClip({ recordingId, startMs: 2000, endMs: 6000, ...more }, {});

describe('saving a clip', () => {
  test('hides the number of a customer who calls from a land line', async () => {
    const id = seedSample({ phone: '02188886666' });
    seedTranscript(id, [[2000, 6000, 'agent', '来电是02188886666']]);
    expect((await save(id)).text).toBe('坐席：来电是021****6666');
  });

  test('takes the sentences that overlap it, with numbers masked even when dictated over several', async () => {
    const id = seedSample();
    seedTranscript(id, [
      [0, 1999, 'agent', '之前'],
      [1500, 2500, 'agent', '您好，请说手机号'],
      [2600, 4000, 'customer', '一三九一二三四'],
      [4000, 4500, 'agent', '嗯'],
      [4500, 5500, 'customer', '五六七八'],
      [6000, 7000, 'agent', '之后'],
    ]);
    const clip = await save(id);
    expect(clip.text.split('\n')).toEqual(['坐席：您好，请说手机号', '客户：一三九****', '坐席：嗯', '客户：五六七八']);
    expect(clip).toMatchObject({ title: '您好，请说手机号', kind: 'bad', startMs: 2000, endMs: 6000, itemId: null });
    expect(clip.audioUrl).toBe(`clips/${clip.id}/audio`);
  });

  test('is titled by its item, in the language of the library', async () => {
    const id = seedSample();
    const clip = await save(id, { itemId: 'wait-limit', kind: 'good' });
    expect(clip).toMatchObject({
      title: '等待不超过一分钟',
      templateId: 'service-standard',
      itemTitle: { zh: '等待不超过一分钟' },
      kind: 'good',
    });
  });

  test("without item and words is titled by the file, the customer's number hidden", async () => {
    const clip = await save(seedSample());
    expect(clip.title).toBe('20260302_091503_8012_138****8001.wav');
    expect(JSON.stringify(clip)).not.toContain('13800138001');
  });

  test.each([
    ['ends before it starts', 5000, 4000],
    ['is empty', 5000, 5000],
    ['reaches beyond the recording', 5000, 20_001],
  ])('is refused when it %s', async (_what, startMs, endMs) => {
    const recordingId = seedSample();
    await expect(training.saveClip({ recordingId, startMs, endMs }, {})).rejects.toMatchObject({
      code: 'CLIP_RANGE_INVALID',
    });
    expect(await training.listClips({}, {})).toEqual([]);
  });

  test('of a recording that is not there says so', async () => {
    await expect(save('gone')).rejects.toMatchObject({ code: 'RECORDING_NOT_FOUND' });
  });
});

test('clips are listed newest first, by item, kind, and words of title, note, speech or agent', async () => {
  const id = seedSample();
  seedTranscript(id, [[2000, 3000, 'agent', '让您久等了']]);
  const first = await save(id, { itemId: 'wait-limit', note: '100%的例子' });
  const second = await save(id, { kind: 'good', title: '好的开场', startMs: 8000, endMs: 9000 });
  const found = async (filter: object) => (await training.listClips(filter, {})).map((clip) => clip.id);
  expect((await found({})).sort()).toEqual([first.id, second.id].sort());
  expect(await found({ itemId: 'wait-limit' })).toEqual([first.id]);
  expect(await found({ kind: 'good' })).toEqual([second.id]);
  expect(await found({ q: ' 久等 ' })).toEqual([first.id]);
  expect(await found({ q: '100%' })).toEqual([first.id]);
  expect(await found({ q: '_' })).toEqual([]);
  expect(await found({ q: '张敏' })).toHaveLength(2);
});

test('moving the ends takes the other words, and a range outside the recording is refused', async () => {
  const id = seedSample();
  seedTranscript(id, [
    [2000, 3000, 'agent', '一'],
    [7000, 8000, 'customer', '二'],
  ]);
  const clip = await save(id);
  const moved = await training.updateClip(
    { id: clip.id, startMs: 6500, endMs: 9000, note: '注意语气', itemId: 'smile' },
    {},
  );
  expect(moved).toMatchObject({
    text: '客户：二',
    note: '注意语气',
    title: clip.title,
    itemId: 'smile',
    startMs: 6500,
  });
  expect(moved.itemTitle?.zh).toBe('听得见的微笑');
  await expect(training.updateClip({ id: clip.id, endMs: 99_000 }, {})).rejects.toMatchObject({
    code: 'CLIP_RANGE_INVALID',
  });
  await expect(training.updateClip({ id: 'gone' }, {})).rejects.toMatchObject({ code: 'CLIP_NOT_FOUND' });
});

test('removing tells how many there were', async () => {
  const clip = await save(seedSample());
  expect(await training.removeClips({ ids: [clip.id, 'gone'] }, {})).toEqual({ removed: 1 });
  expect(await training.listClips({}, {})).toEqual([]);
});

/** Frames and channels as the WAV's own header and length tell. */
function wavOf(path: string): { channels: number; rate: number; frames: number } {
  const bytes = readFileSync(path);
  const channels = bytes.readUInt16LE(22);
  return { channels, rate: bytes.readUInt32LE(24), frames: (bytes.length - 44) / (channels * 2) };
}

describe('exporting clips', () => {
  test('cuts the sound to the millisecond and writes the words beside it', async () => {
    const id = seedSample();
    seedTranscript(id, [[2000, 3000, 'customer', '我的卡号是4111111111111111']]);
    const clip = await save(id, { itemId: 'wait-limit', endMs: 3123, note: '回拨13911112222' });
    const { files } = await training.exportClips({ ids: [clip.id] }, {});
    expect(files.map((one) => basename(one.path))).toEqual([
      '20260302_8012_24.14 等待不超过一分钟_0002.wav',
      '20260302_8012_24.14 等待不超过一分钟_0002.txt',
    ]);
    expect(files[0]?.downloadUrl).toBe(`exports/${encodeURIComponent(basename(files[0]!.path))}`);
    expect(wavOf(files[0]!.path)).toEqual({ channels: 2, rate: 8000, frames: 1.123 * 8000 });
    const text = readFileSync(files[1]!.path, 'utf8');
    expect(text).toContain('评分项：24.14 等待不超过一分钟');
    expect(text).toContain('[00:02] 客户：我的卡号是************1111');
    expect(text).toContain('回拨139****2222');
    expect(text).not.toMatch(/13800138001|13911112222/);
  });

  test('gives clips of the same name numbers and never the customer in a name', async () => {
    const id = seedSample();
    const clips = [await save(id), await save(id, { title: '../13800138001: "x"' }), await save(id)];
    const dir = join(context.dirs.root, 'course');
    const { files } = await training.exportClips({ ids: clips.map((clip) => clip.id), dir }, {});
    const names = readdirSync(dir).sort();
    expect(names).toHaveLength(6);
    expect(names.join()).not.toContain('13800138001');
    expect(names).toContain('20260302_8012_.._138xxxx8001_ _x__0002.wav');
    expect(names.some((name) => name.endsWith('_0002-2.wav'))).toBe(true);
    expect(files.every((one) => one.downloadUrl === '')).toBe(true);
  });

  test('of many clips puts each of them into one archive, and tells how far it is', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 18; i++)
      ids.push((await save(seedSample(), { startMs: 1000 + i * 100, endMs: 1500 + i * 100 })).id);
    const stop = new AbortController();
    const events = context.events.subscribe(stop.signal);
    const { files } = await training.exportClips({ ids, zip: true, progressId: 'p' }, {});
    expect(await events.next()).toMatchObject({ value: { type: 'progress', id: 'p', done: 18, total: 18 } });
    stop.abort();
    expect(files.map(({ path }) => basename(path))).toEqual([expect.stringMatching(/^片段_\d{8}_18\.zip$/)]);
    expect(readdirSync(context.dirs.exports)).toEqual([basename(files[0]!.path)]);
    const members = unzipSync(readFileSync(files[0]!.path));
    const sounds = Object.entries(members).filter(([name]) => name.endsWith('.wav'));
    expect(sounds).toHaveLength(18);
    expect(Object.keys(members)).toHaveLength(36);
    // 0.5 s of two channels of 16 bit at 8 kHz, and the header.
    for (const [, bytes] of sounds) expect(bytes.length).toBe(44 + 0.5 * 8000 * 4);
    expect(Object.keys(members).join()).not.toContain('13800138001');
  });

  test('as an archive that is cancelled leaves nothing behind', async () => {
    const ids = [(await save(seedSample())).id, (await save(seedSample(), { startMs: 3000 })).id];
    const stop = AbortSignal.abort();
    await expect(training.exportClips({ ids, zip: true }, { signal: stop })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    expect(readdirSync(context.dirs.exports)).toEqual([]);
  });

  test('leaves nothing behind when a recording is gone', async () => {
    const present = await save(seedSample());
    const gone = await save(seedSample({ path: '/nowhere/13800138001.wav', file: '13800138001.wav' }));
    await expect(training.exportClips({ ids: [present.id, gone.id] }, {})).rejects.toMatchObject({
      code: 'RECORDING_FILE_MISSING',
      params: { file: '138****8001.wav' },
    });
    expect(readdirSync(context.dirs.exports)).toEqual([]);
  });

  test('into a place that is no folder names the file that could not be written', async () => {
    const clip = await save(seedSample());
    const blocked = join(context.dirs.root, 'a-file');
    writeFileSync(blocked, '');
    await expect(training.exportClips({ ids: [clip.id], dir: blocked }, {})).rejects.toMatchObject({
      code: 'OUTPUT_NOT_WRITABLE',
    });
  });
});
