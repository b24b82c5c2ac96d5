import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { recordingIds, recordingViews } from '../../../db/index.ts';
import { writeWav } from '../../audio/testing.ts';
import type { ImportResult } from '../../contract/index.ts';
import { tempDir } from '../../test-support/test-core.ts';
import { biff8, compoundFile } from './tables/test-xls.ts';
import { callNames, createTestImports, place, type TestImports } from './test-imports.ts';

let app: TestImports;
let calls: string;
beforeEach(() => {
  app = createTestImports();
  calls = tempDir();
});
afterEach(async () => {
  await app.close();
  rmSync(calls, { recursive: true });
});

const tone = (hz: number) =>
  Int16Array.from({ length: 8000 }, (_, i) => Math.round(9000 * Math.sin((2 * Math.PI * hz * i) / 8000)));
const put = (name: string, content: string | Uint8Array) => {
  const path = join(calls, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
};
const shown = async () => {
  const { library } = app.core.context;
  const ids = await recordingIds(library, {}, { by: 'file', descending: false }, { offset: 0, limit: 100 });
  return recordingViews(library, ids);
};

/** Every file that was found is a recording, a failure, a side of a call, a transcript, the call records, or left out. */
function expectAccounted(result: ImportResult, sidesBeyondOne: number, besides: number): void {
  const left = result.leftOut.reduce((sum, { count }) => sum + count, 0);
  expect(result.total + sidesBeyondOne + left + besides).toBe(result.filesFound);
  expect(result.imported + result.duplicates + result.failed.length).toBe(result.total);
  const { rows, matched, waiting, further, failed } = result.cdr!;
  expect(matched + waiting + further + failed).toBe(rows);
}

it('a folder with everything in it at once ends accounted for; a cell mended there mends its call; undo takes all back', async () => {
  const [a, b, c, d] = callNames;
  place(calls, a);
  place(calls, b, '20260302_093012_8013_13911112222 (1).wav');
  place(calls, c, '20260304_163020_8017_18600006666.mp3');
  place(join(calls, '补传'), c, '20260304_163020_8017_18600006666.mp3');
  place(calls, d, 'rec0007');
  writeWav(join(calls, '20260306-081500_8101-in.wav'), 8000, [tone(300)]);
  writeWav(join(calls, '20260306-081500_8101-out.wav'), 8000, [tone(500)]);
  put('早班.zip', 'PK\u0003\u0004');
  put('夜班.rar', 'Rar!');
  put('8024.v3', 'V3 sound');
  put('坏的.wav', 'no sound at all');
  put('Thumbs.db', 'x');
  put(`${a.replace('.wav', '')}.srt`, '1\n00:00:00,000 --> 00:00:01,000\n您好\n');
  const rows = [
    ['录音文件', '工号', '姓名', '开始时间', '客户号码', '挂机方'],
    [a, '8015', '秦琼', '2026-03-03 14:02:10', '13622223333', '客户'],
    ['20260302_093012_8013_13911112222.wav', '8013', '尉迟恭', '3月2日早上', '13911112222', '甲方'],
    ['20260304_163020_8017_18600006666.mp3', '8017', '程咬金', '2026-03-04 16:30:20', '18600006666', '甲方'],
    ['没有这个文件.wav', '8020', '罗成', '2026-03-04 17:00:00', '13800000000', '坐席'],
    ['', '8021', '徐茂公', '后天', '', '坐席'],
  ];
  const book = compoundFile('Workbook', biff8([{ name: '话单', rows }]));
  const path = put('话单.xls', book);
  put('话单_网页.xls', `<table><tr><td>${rows[0]!.join('</td><td>')}</td></tr></table>`);
  put('话单_文本.xls', rows.map((row) => row.join('\t')).join('\n'));
  put('话单_表格.xls', '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>');
  put('话单_加密.xlsx', compoundFile('EncryptedPackage', Buffer.alloc(5000)));

  const result = await app.run({ paths: [calls], cdr: { path } });
  expect(result).toMatchObject({ state: 'done', imported: 5, duplicates: 1, transcripts: 1 });
  expect(result.failed.map(({ file, code }) => [file, code])).toEqual([['坏的.wav', 'NOT_AUDIO']]);
  expect(Object.fromEntries(result.leftOut.map(({ kind, files }) => [kind, files.toSorted()]))).toEqual({
    archive: ['夜班.rar', '早班.zip'],
    'call-records': ['话单_加密.xlsx', '话单_文本.xls', '话单_表格.xls', '话单_网页.xls'].toSorted(),
    system: ['Thumbs.db'],
    unknown: ['8024.v3'],
  });
  expect(result.cdr).toMatchObject({ rows: 5, matched: 3, waiting: 1, failed: 1, rules: { file: 2, 'near-file': 1 } });
  expectAccounted(result, 1, 2);

  const { jobId } = result;
  expect(await app.imports.mendCells({ jobId, field: 'hangupBy', value: '甲方', text: '客户' }, {})).toEqual({
    rows: 2,
    calls: 2,
  });
  await app.imports.mendCells({ jobId, field: 'startedAt', value: '3月2日早上', text: '2026-03-02 09:30:12' }, {});
  const mended = new Map((await shown()).map((call) => [call.agentId, call]));
  expect(mended.get('8013')).toMatchObject({
    hangupBy: 'customer',
    startedAt: Date.parse('2026-03-02T09:30:12+08:00'),
  });
  expect(mended.get('8017')).toMatchObject({ hangupBy: 'customer' });
  expectAccounted(await app.imports.result({ jobId }, {}), 1, 2);

  expect(await app.imports.undo({ jobId }, {})).toMatchObject({ removed: 5, kept: [], restored: 0 });
  expect(await shown()).toEqual([]);
  const left = await app.core.context.library.db.selectFrom('call_records').selectAll().execute();
  expect(left).toEqual([]);
});
