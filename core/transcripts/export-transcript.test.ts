import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addAgent, addRecording } from '../test-support/library-rows.ts';
import { createTestCore, samplesDir, type TestCore, tempDir } from '../test-support/test-core.ts';
import { parseTranscript } from './parse-transcript.ts';
import { createTranscripts, type Transcripts } from './transcripts-service.ts';

let core: TestCore;
let transcripts: Transcripts;
let out: string;
beforeEach(async () => {
  core = createTestCore();
  transcripts = createTranscripts(core.context);
  out = tempDir();
  const { library } = core.context;
  await addAgent(library, '8012', '张敏', 'zm');
  await addRecording(library, 'r1', {
    file: '20260302_091503_8012_13800138001.wav',
    agent_no: '8012',
    phone: '13800138001',
    started_at: Date.parse('2026-03-02T09:15:03+08:00'),
    duration_ms: 87_198,
  });
});
afterEach(async () => {
  await core.close();
  rmSync(out, { recursive: true });
});

const attach = (content: string) => {
  const path = join(out, 'came.txt');
  writeFileSync(path, content);
  return transcripts.attach({ recordingId: 'r1', path }, {});
};
const write = (format: 'docx' | 'csv', language: 'zh' | 'en' = 'zh', dir?: string) =>
  transcripts.exportFile({ recordingId: 'r1', format, language, ...(dir ? { dir } : {}) }, {});
const partsOf = (path: string) =>
  Object.fromEntries(Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]) => [name, strFromU8(bytes)]));
/** Paragraphs of the document as people read them. */
const read = (xml: string) =>
  Array.from(xml.matchAll(/<w:p>.*?<\/w:p>/gs), ([paragraph]) =>
    Array.from(paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g), ([, text]) => text).join(''),
  );

describe('a transcript as a document', () => {
  it('says whose call it was and holds every sentence in a table with headings that repeat', async () => {
    await transcripts.attach(
      { recordingId: 'r1', path: join(samplesDir, '20260302_091503_8012_13800138001.json') },
      {},
    );
    const { path, downloadUrl } = await write('docx');
    expect(downloadUrl).toBe(`exports/${encodeURIComponent('20260302_091503_8012_138____8001.docx')}`);
    const xml = partsOf(path)['word/document.xml']!;
    const lines = read(xml);
    expect(lines.slice(0, 6)).toEqual([
      '通话转写',
      '坐席：8012 张敏',
      '通话时间：2026-03-02 09:15:03',
      '客户号码：138****8001',
      '时长：00:01:27',
      '录音文件：20260302_091503_8012_138****8001.wav',
    ]);
    expect(xml).toContain('<w:tblHeader/>');
    const { segments } = (await transcripts.get({ recordingId: 'r1' }, {}))!;
    expect(lines.slice(7)).toEqual([
      ...['时间', '说话人', '内容'],
      ...segments.flatMap(({ speaker, start, text }) => [
        `${String(Math.floor(start / 60)).padStart(2, '0')}:${String(Math.floor(start % 60)).padStart(2, '0')}`,
        speaker === 'agent' ? '坐席' : '客户',
        text,
      ]),
    ]);
  });
  it('hides spoken numbers, carries no markup of the speaker’s, and reads in English too', async () => {
    await attach('坐席：<b>您的</b> & 号码 13912345678\n客户：对\u0007\uFFFE\n');
    const { path } = await write('docx', 'en', out);
    const lines = read(partsOf(path)['word/document.xml']!);
    expect(lines[0]).toBe('Call transcript');
    expect(lines.slice(-6)).toEqual([
      '00:00',
      'Agent',
      '&lt;b&gt;您的&lt;/b&gt; &amp; 号码 139****5678',
      expect.stringMatching(/^00:0\d$/),
      'Customer',
      '对',
    ]);
  });
});

it('hides the number of a customer who calls from a land line, in the words and in the names', async () => {
  await addRecording(core.context.library, 'r2', { file: '02188886666.wav', phone: '02188886666', sha256: 'r2' });
  const came = join(out, 'came.txt');
  writeFileSync(came, '坐席：您的来电是02188886666对吗\n');
  await transcripts.attach({ recordingId: 'r2', path: came }, {});
  const { path } = await transcripts.exportFile({ recordingId: 'r2', format: 'docx', language: 'zh', dir: out }, {});
  expect(path).not.toContain('8888');
  expect(read(partsOf(path)['word/document.xml']!).join('\n')).not.toContain('8888');
});

describe('a transcript as a table', () => {
  it('opens in a spreadsheet as text, formulas included, and is read again as it was', async () => {
    await attach('坐席：=HYPERLINK("http://x","y")\n客户：\'-1\n坐席：您好，"请讲"\n');
    const { path } = await write('csv', 'zh', out);
    const bytes = readFileSync(path);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString().split('\r\n')[1]).toMatch(/^00:00:00\.000,[\d:.]+,坐席,"'=HYPERLINK/);
    const { segments } = (await transcripts.get({ recordingId: 'r1' }, {}))!;
    expect(parseTranscript(bytes, path)!.sentences).toEqual(segments.map(({ id: _id, ...sentence }) => sentence));
  });
});

it('says so where there is no transcript or no recording', async () => {
  await expect(write('docx')).rejects.toMatchObject({ code: 'TRANSCRIPT_MISSING' });
  await expect(
    transcripts.exportFile({ recordingId: 'gone', format: 'csv', language: 'zh' }, {}),
  ).rejects.toMatchObject({ code: 'RECORDING_NOT_FOUND' });
});

it('every export is written to the audit log, also one that is only read', async () => {
  await attach('坐席：您好\n');
  await transcripts.export({ recordingId: 'r1', format: 'txt' }, {});
  await write('csv');
  const log = core.context.library.raw.prepare("SELECT detail FROM audit_log WHERE action = 'transcript.exported'");
  expect(
    log
      .pluck()
      .all()
      .map((detail) => JSON.parse(detail as string)),
  ).toEqual([{ format: 'txt' }, { format: 'csv' }]);
});
