import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CoreContext } from '../context.ts';
import { createSearch } from '../search/search-service.ts';
import { createTestCore, samplesDir, type TestCore } from '../test-support/test-core.ts';
import { createTranscripts, type Transcripts } from './transcripts-service.ts';

let core: TestCore;
let context: CoreContext;
let transcripts: Transcripts;
let search: ReturnType<typeof createSearch>;
beforeEach(() => {
  core = createTestCore();
  context = core.context;
  transcripts = createTranscripts(context);
  search = createSearch(context, { training: { saveClip: () => Promise.reject(new Error('no clip is made here')) } });
});
afterEach(() => core.close());

let made = 0;
async function addRecording(startedAt: number | null, file = `call-${made}.wav`): Promise<string> {
  made += 1;
  const id = `r${made}`;
  await context.library.db
    .insertInto('recordings')
    .values({
      id,
      path: `/calls/${file}`,
      file,
      origin: 'referenced',
      size_bytes: 1,
      mtime_ms: 0,
      sha256: id,
      status: 'imported',
      started_at: startedAt,
      playback: 'original',
      imported_at: 0,
    })
    .execute();
  return id;
}
function writeFile(name: string, content: string): string {
  const path = join(context.dirs.inbox, name);
  writeFileSync(path, content);
  return path;
}
const dialogue = (...texts: string[]) => texts.map((text, index) => `[00:00:0${index}] 坐席：${text}\n`).join('');
const hits = async (text: string) => (await search.find({ query: { spoken: { text } } }, {})).total?.hits;

describe('attaching a transcript', () => {
  it('stores, reads and exports it, and says that transcripts changed', async () => {
    const stop = new AbortController();
    const events = context.events.subscribe(stop.signal);
    const next = events.next();
    const id = await addRecording(1, 'a.mp3');
    const transcript = await transcripts.attach(
      { recordingId: id, path: join(samplesDir, '20260302_101544_8012_13700001111.srt') },
      {},
    );
    expect(transcript).toMatchObject({ recordingId: id, source: 'import', timing: 'exact' });
    expect(transcript.segments).toHaveLength(10);
    expect(transcript.segments[4]).toMatchObject({ speaker: 'agent', start: 102.891, end: 114.164 });
    expect((await next).value).toEqual({ type: 'changed', topic: 'transcripts' });
    stop.abort();
    const exported = await transcripts.export({ recordingId: id, format: 'vtt' }, {});
    expect(exported.fileName).toBe('a.vtt');
    await transcripts.attachFile(id, writeFile('again.vtt', exported.content));
    const again = await transcripts.get({ recordingId: id }, {});
    const plain = (segments: typeof transcript.segments) => segments.map(({ id: _id, ...rest }) => rest);
    expect(plain(again!.segments)).toEqual(plain(transcript.segments));
  });

  it('takes the replaced words out of the search index', async () => {
    const id = await addRecording(1);
    await transcripts.attachFile(id, writeFile('a.txt', dialogue('流量超出')));
    await transcripts.attachFile(id, writeFile('b.txt', dialogue('套餐变更')));
    expect(await hits('流量')).toBe(0);
    expect(await hits('套餐')).toBe(1);
    await context.library.db.deleteFrom('recordings').where('id', '=', id).execute();
    expect(await hits('套餐')).toBe(0);
  });

  it('names the file that is no transcript, the recording that is missing and the transcript that is missing', async () => {
    const id = await addRecording(1);
    const note = writeFile('note.txt', '明天回访');
    await expect(transcripts.attachFile(id, note)).rejects.toMatchObject({
      code: 'TRANSCRIPT_UNREADABLE',
      params: { file: 'note.txt' },
    });
    await expect(transcripts.attachFile('gone', note)).rejects.toMatchObject({ code: 'RECORDING_NOT_FOUND' });
    await expect(transcripts.attachFile(id, `${note}x`)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
    await expect(transcripts.export({ recordingId: id, format: 'srt' }, {})).rejects.toMatchObject({
      code: 'TRANSCRIPT_MISSING',
    });
    expect(await transcripts.get({ recordingId: id }, {})).toBeNull();
  });
});

describe('sentences whose times lie outside the recording', () => {
  const cue = (start: string, end: string, text: string) => `${start} --> ${end}\n${text}\n\n`;
  const remarks = async (id: string) => {
    const { remarks: stored } = await context.library.db
      .selectFrom('recordings')
      .select('remarks')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return JSON.parse(stored) as unknown[];
  };
  const lasting = async (durationMs: number) => {
    const id = await addRecording(1);
    await context.library.db.updateTable('recordings').set({ duration_ms: durationMs }).where('id', '=', id).execute();
    return id;
  };
  const inside = cue('00:00:01,000', '00:00:02,000', '坐席：您好') + cue('00:00:03,000', '00:00:04,000', '客户：你好');

  it('are left out and counted, those before the start too; a better file takes the remark away', async () => {
    const id = await lasting(6000);
    const stray = cue('-00:00:02,000', '-00:00:01,000', '坐席：喂') + cue('11:00:00,000', '11:00:01,000', '客户：在吗');
    const { segments } = await transcripts.attach({ recordingId: id, path: writeFile('a.srt', inside + stray) }, {});
    expect(segments.map(({ text }) => text)).toEqual(['您好', '你好']);
    expect(await remarks(id)).toEqual([{ code: 'TRANSCRIPT_OUTSIDE', file: 'a.srt', kept: 0, leftOut: 2 }]);
    await transcripts.attach({ recordingId: id, path: writeFile('b.srt', inside) }, {});
    expect(await remarks(id)).toEqual([]);
  });

  it('are kept with a remark where most are outside: it is the wrong call, or its times are those of the day', async () => {
    const id = await lasting(6000);
    const day = inside.replaceAll('00:00:0', '09:15:0');
    const { segments } = await transcripts.attach({ recordingId: id, path: writeFile('a.srt', day) }, {});
    expect(segments).toHaveLength(2);
    expect(await remarks(id)).toEqual([{ code: 'TRANSCRIPT_OUTSIDE', file: 'a.srt', kept: 2, leftOut: 0 }]);
  });
});

describe('sentences after the end of the sound', () => {
  it('stay, with a remark: the sound may be what is lost', async () => {
    const id = await addRecording(1);
    await context.library.db.updateTable('recordings').set({ duration_ms: 2000 }).where('id', '=', id).execute();
    const path = writeFile(
      'a.srt',
      '00:00:01,000 --> 00:00:02,000\n坐席：您好\n\n00:01:03,000 --> 00:01:04,000\n客户：你好\n',
    );
    const { segments } = await transcripts.attach({ recordingId: id, path }, {});
    expect(segments).toHaveLength(2);
    const stored = await context.library.db.selectFrom('recordings').select('remarks').where('id', '=', id).execute();
    expect(JSON.parse(stored[0]!.remarks)).toEqual([
      { code: 'TRANSCRIPT_OUTSIDE', file: 'a.srt', kept: 1, leftOut: 0 },
    ]);
  });
});

describe('the transcript beside a recording', () => {
  it('is found by the same base name; what is no transcript is named where there is none', async () => {
    const folder = join(context.dirs.inbox, "it's $(x) 录音");
    mkdirSync(folder);
    const audio = join(folder, 'a.b.wav');
    expect(await transcripts.findBeside(audio)).toEqual({ transcript: null, unreadable: null });
    // What the recorder knows of the call is no transcript that failed.
    writeFileSync(join(folder, 'a.b.json'), '{"format":{"duration":3},"calls":[{"agent":"8012"}]}');
    expect(await transcripts.findBeside(audio)).toEqual({ transcript: null, unreadable: null });
    writeFileSync(join(folder, 'a.b.json'), '{"segments":[{"start":3');
    writeFileSync(join(folder, 'a.srt'), '1\n00:00:00,000 --> 00:00:01,000\n坐席：您好\n');
    mkdirSync(join(folder, 'a.b.vtt'));
    expect(await transcripts.findBeside(audio)).toEqual({ transcript: null, unreadable: join(folder, 'a.b.json') });
    writeFileSync(join(folder, 'a.b.TXT'), '坐席：您好');
    expect(await transcripts.findBeside(audio)).toEqual({ transcript: join(folder, 'a.b.TXT'), unreadable: null });
  });
});
