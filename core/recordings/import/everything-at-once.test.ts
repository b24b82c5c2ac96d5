import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeWav } from '../../audio/testing.ts';
import type { ImportResult } from '../../contract/index.ts';
import { biff8, compoundFile } from './tables/test-xls.ts';
import { callNames, freshImports, place } from './test-imports.ts';

const at = freshImports();
const tone = (hz: number) =>
  Int16Array.from({ length: 8000 }, (_, i) => Math.round(9000 * Math.sin((2 * Math.PI * hz * i) / 8000)));

const rowsOf = (a: string) => [
  ['录音文件', '工号', '姓名', '开始时间', '客户号码', '挂机方'],
  [a, '8015', '秦琼', '2026-03-03 14:02:10', '13622223333', '客户'],
  ['20260302_093012_8013_13911112222.wav', '8013', '尉迟恭', '3月2日早上', '13911112222', '甲方'],
  ['20260304_163020_8017_18600006666.mp3', '8017', '程咬金', '2026-03-04 16:30:20', '18600006666', '甲方'],
  ['没有这个文件.wav', '8020', '罗成', '2026-03-04 17:00:00', '13800000000', '坐席'],
  ['', '8021', '徐茂公', '后天', '', '坐席'],
];

/** The same table as each of the files that go by `.xls`: a workbook, a page, tabbed text, XML of 2003. */
const disguises = (rows: readonly string[][]): [Uint8Array, ...string[]] => [
  compoundFile('Workbook', biff8([{ name: '话单', rows: rows.map((row) => [...row]) }])),
  `<table>${asRows(rows, 'tr', (text) => `<td>${text}</td>`)}</table>`,
  rows.map((row) => row.join('\t')).join('\n'),
  `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="话单"><Table>${asRows(rows, 'Row', (text) => `<Cell><Data ss:Type="String">${text}</Data></Cell>`)}</Table></Worksheet></Workbook>`,
];
const asRows = (rows: readonly string[][], row: string, cell: (text: string) => string) =>
  rows.map((cells) => `<${row}>${cells.map(cell).join('')}</${row}>`).join('');

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
  place(at.calls, a);
  place(at.calls, b, '20260302_093012_8013_13911112222 (1).wav');
  place(at.calls, c, '20260304_163020_8017_18600006666.mp3');
  place(join(at.calls, '补传'), c, '20260304_163020_8017_18600006666.mp3');
  place(at.calls, d, 'rec0007');
  writeWav(join(at.calls, '20260306-081500_8101-in.wav'), 8000, [tone(300)]);
  writeWav(join(at.calls, '20260306-081500_8101-out.wav'), 8000, [tone(500)]);
  at.put('早班.zip', 'PK\u0003\u0004');
  at.put('夜班.rar', 'Rar!');
  at.put('8024.v3', 'V3 sound');
  at.put('坏的.wav', 'no sound at all');
  at.put('Thumbs.db', 'x');
  at.put(`${a.replace('.wav', '')}.srt`, '1\n00:00:00,000 --> 00:00:01,000\n您好\n');
  const [first, ...others] = disguises(rowsOf(a));
  const path = at.put('话单.xls', first);
  others.forEach((content, i) => void at.put(`话单_${i}.xls`, content));
  at.put('话单_加密.xlsx', compoundFile('EncryptedPackage', Buffer.alloc(5000)));

  const result = await at.app.run({ paths: [at.calls], cdr: { path } });
  expect(result).toMatchObject({ state: 'done', imported: 5, duplicates: 1, transcripts: 1 });
  expect(result.failed.map(({ file, code }) => [file, code])).toEqual([['坏的.wav', 'NOT_AUDIO']]);
  expect(Object.fromEntries(result.leftOut.map(({ kind, files }) => [kind, files.toSorted()]))).toEqual({
    archive: ['夜班.rar', '早班.zip'],
    'call-records': ['话单_0.xls', '话单_1.xls', '话单_2.xls', '话单_加密.xlsx'],
    system: ['Thumbs.db'],
    unknown: ['8024.v3'],
  });
  expect(result.cdr).toMatchObject({ rows: 5, matched: 3, waiting: 1, failed: 1, rules: { file: 2, 'near-file': 1 } });
  expectAccounted(result, 1, 2);

  const { jobId } = result;
  expect(await at.app.imports.mendCells({ jobId, field: 'hangupBy', value: '甲方', text: '客户' }, {})).toEqual({
    rows: 2,
    calls: 2,
  });
  await at.app.imports.mendCells({ jobId, field: 'startedAt', value: '3月2日早上', text: '2026-03-02 09:30:12' }, {});
  const mended = new Map((await at.shown()).map((call) => [call.agentId, call]));
  expect(mended.get('8013')).toMatchObject({
    hangupBy: 'customer',
    startedAt: Date.parse('2026-03-02T09:30:12+08:00'),
  });
  expect(mended.get('8017')).toMatchObject({ hangupBy: 'customer' });
  expectAccounted(await at.app.imports.result({ jobId }, {}), 1, 2);

  expect(await at.app.imports.undo({ jobId }, {})).toMatchObject({ removed: 5, kept: [], restored: 0 });
  expect(await at.shown()).toEqual([]);
  const left = await at.app.core.context.library.db.selectFrom('call_records').selectAll().execute();
  expect(left).toEqual([]);
});

it('each disguise of .xls tells the same of the calls; an encrypted workbook is named and keeps nothing out', async () => {
  const [a] = callNames;
  place(at.calls, a);
  for (const [i, content] of disguises(rowsOf(a)).entries()) {
    const { cdr } = await at.app.run({ paths: [at.calls], cdr: { path: at.put(`话单_${i}.xls`, content) } });
    expect(cdr, `${i}`).toMatchObject({
      rows: 5,
      matched: 1,
      waiting: 3,
      failed: 1,
      repeated: i === 0 ? 0 : 4,
      error: null,
    });
  }
  const locked = at.put('话单_加密.xlsx', compoundFile('EncryptedPackage', Buffer.alloc(5000)));
  const { cdr, state } = await at.app.run({ paths: [at.calls], cdr: { path: locked } });
  expect([state, cdr?.error?.code]).toEqual(['done', 'CDR_ENCRYPTED']);
});
