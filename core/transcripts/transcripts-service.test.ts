import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CoreContext } from '../context.ts';
import { createTestCore, samplesDir, type TestCore } from '../test-support/test-core.ts';
import { searchable } from '../text/chinese.ts';
import { createTranscripts, type Transcripts } from './transcripts-service.ts';

let core: TestCore;
let context: CoreContext;
let transcripts: Transcripts;
beforeEach(() => {
  core = createTestCore();
  context = core.context;
  transcripts = createTranscripts(context);
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
const search = (text: string) => transcripts.search({ text }, {});

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
    expect((await search('流量')).total).toBe(0);
    expect((await search('套餐')).total).toBe(1);
    await context.library.db.deleteFrom('recordings').where('id', '=', id).execute();
    expect((await search('套餐')).total).toBe(0);
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

describe('the transcript beside a recording', () => {
  it('is found by the same base name; what is no transcript is named where there is none', async () => {
    const folder = join(context.dirs.inbox, "it's $(x) 录音");
    mkdirSync(folder);
    const audio = join(folder, 'a.b.wav');
    expect(await transcripts.findBeside(audio)).toEqual({ transcript: null, unreadable: null });
    writeFileSync(join(folder, 'a.b.json'), '{"format":{"duration":3}}');
    writeFileSync(join(folder, 'a.srt'), '1\n00:00:00,000 --> 00:00:01,000\n坐席：您好\n');
    mkdirSync(join(folder, 'a.b.vtt'));
    expect(await transcripts.findBeside(audio)).toEqual({ transcript: null, unreadable: join(folder, 'a.b.json') });
    writeFileSync(join(folder, 'a.b.TXT'), '坐席：您好');
    expect(await transcripts.findBeside(audio)).toEqual({ transcript: join(folder, 'a.b.TXT'), unreadable: null });
  });
});

describe('search', () => {
  it('shows the newest call first, with the total and by pages', async () => {
    for (const [index, startedAt] of [10, 30, null, 20].entries())
      await transcripts.attachFile(
        await addRecording(startedAt, `${startedAt}.wav`),
        writeFile(`${index}.txt`, dialogue('您好', '请问您好吗')),
      );
    const first = await transcripts.search({ text: '您好', offset: 0, limit: 3 }, {});
    expect(first.total).toBe(8);
    expect(first.hits.map((hit) => [hit.file, hit.start])).toEqual([
      ['30.wav', 0],
      ['30.wav', 1],
      ['20.wav', 0],
    ]);
    const last = await transcripts.search({ text: '您好', offset: 6, limit: 3 }, {});
    expect(last.hits.map((hit) => hit.file)).toEqual(['null.wav', 'null.wav']);
  });

  it('takes no notice of punctuation, width, case and traditional forms', async () => {
    await transcripts.attachFile(
      await addRecording(1),
      writeFile('a.txt', dialogue('感謝您，的來電 ＶＩＰ客戶', '𠮷野家')),
    );
    for (const text of ['感谢您的来电', '謝您的', 'vip客户', ' 电V', '𠮷野', '野家', '𠮷'])
      expect([text, (await search(text)).total]).toEqual([text, 1]);
    expect(await search('，。')).toEqual({ total: 0, hits: [] });
    expect((await search('"OR* NEAR(')).total).toBe(0);
  });

  it('neither finds nor shows a card number, even one dictated over two sentences', async () => {
    const spoken = dialogue('卡号四一一一一一一一', '一一一一一一一一', '谢谢', '手机13800138001');
    await transcripts.attachFile(await addRecording(1), writeFile('a.txt', spoken));
    for (const text of ['四一一一', '一一一一一', '13800138001', '0013']) expect((await search(text)).total).toBe(0);
    expect((await search('手机')).hits[0]!.text).toBe('手机138****8001');
    expect((await search('8001')).total).toBe(1);
  });

  it('finds exactly what a scan of all sentences finds, from one character up', async () => {
    const word = fc.string({
      unit: fc.constantFrom('您', '好', '请', '问', 'a', 'b', '😀', '，', ' ', '查'),
      maxLength: 6,
    });
    const sentence = word.filter((text) => /[^，\s]/.test(text));
    const query = word.filter((text) => text !== '');
    const plain = (text: string) => searchable(text).replace(/[\s\p{P}]/gu, '');
    await fc.assert(
      fc.asyncProperty(fc.array(sentence, { minLength: 1, maxLength: 9 }), query, async (texts, text) => {
        await context.library.db.deleteFrom('recordings').execute();
        await transcripts.attachFile(await addRecording(1), writeFile('p.txt', dialogue(...texts)));
        const stored = await context.library.db.selectFrom('transcript_segments').select('text').execute();
        const wanted = plain(text);
        const scanned = stored.filter((row) => wanted !== '' && plain(row.text).includes(wanted)).length;
        const like = context.library.raw
          .prepare('SELECT count(*) AS n FROM transcript_segments WHERE text LIKE ?')
          .get(`%${text}%`) as { n: number };
        const { total } = await search(text);
        expect(total).toBe(scanned);
        if (wanted !== '') expect(total).toBeGreaterThanOrEqual(like.n);
      }),
      { numRuns: 150 },
    );
  });
});
