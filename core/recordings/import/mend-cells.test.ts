import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { recordingIds, recordingViews } from '../../../db/index.ts';
import { tempDir } from '../../test-support/test-core.ts';
import { createTestImports, otherCall, place, shortCall, type TestImports } from './test-imports.ts';

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

const shown = async () => {
  const { library } = app.core.context;
  const ids = await recordingIds(library, {}, { by: 'file', descending: false }, { offset: 0, limit: 100 });
  return recordingViews(library, ids);
};
const cdr = (...rows: string[]) => {
  const path = join(calls, 'cdr.csv');
  writeFileSync(path, ['文件,工号,开始时间,客户号码,挂机方', ...rows].join('\n'));
  return { path };
};

it('what a person says of a cell goes into all calls whose cell says the same, and the result counts it understood', async () => {
  place(calls, shortCall, 'a.wav');
  place(calls, otherCall, 'b.wav');
  const { jobId, cdr: before } = await app.run({
    paths: [calls],
    cdr: cdr('a.wav,8015,2026-04-09 08:15,13900000001,甲方', 'b.wav,8016,昨天下午,13900000002,甲方'),
  });
  expect(before!.cells.kinds.map(({ field, value, count }) => [field, value, count])).toEqual([
    ['hangupBy', '甲方', 2],
    ['startedAt', '昨天下午', 1],
  ]);
  app.analysed.length = 0;
  expect(await app.imports.mendCells({ jobId, field: 'hangupBy', value: '甲方', text: '客户' }, {})).toEqual({
    rows: 2,
    calls: 2,
  });
  expect((await shown()).map(({ hangupBy }) => hangupBy)).toEqual(['customer', 'customer']);
  expect(app.analysed).toHaveLength(2);
  await app.imports.mendCells({ jobId, field: 'startedAt', value: '昨天下午', text: '2026-04-08 15:00' }, {});
  expect((await shown())[1]).toMatchObject({
    startedAt: Date.parse('2026-04-08T15:00+08:00'),
    businessDate: '2026-04-08',
  });
  const { cdr: after } = await app.imports.result({ jobId }, {});
  expect(after).toMatchObject({ rows: 2, matched: 2, failed: 0, cells: { count: 0, kinds: [] } });
});

it('a row that could not be used at all finds its call once its time is understood', async () => {
  place(calls, shortCall, '20260409_081500_8015_13900000001.wav');
  const { jobId, cdr: before } = await app.run({ paths: [calls], cdr: cdr(',8015,今早,13900000001,坐席') });
  expect(before).toMatchObject({ rows: 1, matched: 0, failed: 1 });
  await app.imports.mendCells({ jobId, field: 'startedAt', value: '今早', text: '2026-04-09 08:15:01' }, {});
  expect((await shown())[0]).toMatchObject({ hangupBy: 'agent' });
  expect((await app.imports.result({ jobId }, {})).cdr).toMatchObject({ matched: 1, failed: 0, problems: [] });
});

it('a text that is not understood either changes nothing, and an empty one lets the cells be', async () => {
  place(calls, shortCall, 'a.wav');
  const { jobId } = await app.run({ paths: [calls], cdr: cdr('a.wav,8015,2026-04-09 08:15,13900000001,甲方') });
  const mend = (text: string) => app.imports.mendCells({ jobId, field: 'hangupBy', value: '甲方', text }, {});
  await expect(mend('乙方')).rejects.toMatchObject({ code: 'CELL_UNREADABLE', params: { text: '乙方' } });
  expect((await app.imports.result({ jobId }, {})).cdr!.cells.count).toBe(1);
  await mend('');
  expect((await app.imports.result({ jobId }, {})).cdr!.cells.count).toBe(0);
  expect((await shown())[0]).toMatchObject({ hangupBy: null });
});

it('undoing the import takes what was mended along', async () => {
  place(calls, shortCall, 'a.wav');
  await app.run({ paths: [calls] });
  const before = await shown();
  const { jobId } = await app.run({ paths: [calls], cdr: cdr('a.wav,8015,今早,13900000001,甲方') });
  await app.imports.mendCells({ jobId, field: 'startedAt', value: '今早', text: '2026-04-09 08:15' }, {});
  await app.imports.undo({ jobId }, {});
  expect(await shown()).toEqual(before);
  await expect(
    app.imports.mendCells({ jobId, field: 'hangupBy', value: '甲方', text: '客户' }, {}),
  ).rejects.toMatchObject({ code: 'JOB_NOT_FOUND' });
});
