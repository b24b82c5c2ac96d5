import { expect, it } from 'vitest';
import { freshImports, otherCall, place, shortCall } from './test-imports.ts';

const at = freshImports();
const cdr = (...rows: string[]) => ({
  path: at.put('cdr.csv', ['文件,工号,开始时间,客户号码,挂机方', ...rows].join('\n')),
});

it('what a person says of a cell goes into all calls whose cell says the same, and the result counts it understood', async () => {
  place(at.calls, shortCall, 'a.wav');
  place(at.calls, otherCall, 'b.wav');
  const { jobId, cdr: before } = await at.app.run({
    paths: [at.calls],
    cdr: cdr('a.wav,8015,2026-04-09 08:15,13900000001,甲方', 'b.wav,8016,昨天下午,13900000002,甲方'),
  });
  expect(before!.cells.kinds.map(({ field, value, count }) => [field, value, count])).toEqual([
    ['hangupBy', '甲方', 2],
    ['startedAt', '昨天下午', 1],
  ]);
  at.app.analysed.length = 0;
  expect(await at.app.imports.mendCells({ jobId, field: 'hangupBy', value: '甲方', text: '客户' }, {})).toEqual({
    rows: 2,
    calls: 2,
  });
  expect((await at.shown()).map(({ hangupBy }) => hangupBy)).toEqual(['customer', 'customer']);
  expect(at.app.analysed).toHaveLength(2);
  await at.app.imports.mendCells({ jobId, field: 'startedAt', value: '昨天下午', text: '2026-04-08 15:00' }, {});
  expect((await at.shown())[1]).toMatchObject({
    startedAt: Date.parse('2026-04-08T15:00+08:00'),
    businessDate: '2026-04-08',
  });
  const { cdr: after } = await at.app.imports.result({ jobId }, {});
  expect(after).toMatchObject({ rows: 2, matched: 2, failed: 0, cells: { count: 0, kinds: [] } });
});

it('a row that could not be used at all finds its call once its time is understood', async () => {
  place(at.calls, shortCall, '20260409_081500_8015_13900000001.wav');
  const { jobId, cdr: before } = await at.app.run({ paths: [at.calls], cdr: cdr(',8015,今早,13900000001,坐席') });
  expect(before).toMatchObject({ rows: 1, matched: 0, failed: 1 });
  await at.app.imports.mendCells({ jobId, field: 'startedAt', value: '今早', text: '2026-04-09 08:15:01' }, {});
  expect((await at.shown())[0]).toMatchObject({ hangupBy: 'agent' });
  expect((await at.app.imports.result({ jobId }, {})).cdr).toMatchObject({ matched: 1, failed: 0, problems: [] });
});

it('a text that is not understood either changes nothing, and an empty one lets the cells be', async () => {
  place(at.calls, shortCall, 'a.wav');
  const { jobId } = await at.app.run({ paths: [at.calls], cdr: cdr('a.wav,8015,2026-04-09 08:15,13900000001,甲方') });
  const mend = (text: string) => at.app.imports.mendCells({ jobId, field: 'hangupBy', value: '甲方', text }, {});
  await expect(mend('乙方')).rejects.toMatchObject({ code: 'CELL_UNREADABLE', params: { text: '乙方' } });
  expect((await at.app.imports.result({ jobId }, {})).cdr!.cells.count).toBe(1);
  await mend('');
  expect((await at.app.imports.result({ jobId }, {})).cdr!.cells.count).toBe(0);
  expect((await at.shown())[0]).toMatchObject({ hangupBy: null });
});

it('undoing the import takes what was mended along', async () => {
  place(at.calls, shortCall, 'a.wav');
  await at.app.run({ paths: [at.calls] });
  const before = await at.shown();
  const { jobId } = await at.app.run({ paths: [at.calls], cdr: cdr('a.wav,8015,今早,13900000001,甲方') });
  await at.app.imports.mendCells({ jobId, field: 'startedAt', value: '今早', text: '2026-04-09 08:15' }, {});
  await at.app.imports.undo({ jobId }, {});
  expect(await at.shown()).toEqual(before);
  await expect(
    at.app.imports.mendCells({ jobId, field: 'hangupBy', value: '甲方', text: '客户' }, {}),
  ).rejects.toMatchObject({ code: 'JOB_NOT_FOUND' });
});

it('days are read in the order of the whole column, also of the rows that were understood at once', async () => {
  place(at.calls, shortCall, 'a.wav');
  const { jobId } = await at.app.run({
    paths: [at.calls],
    cdr: cdr('b.wav,8015,31/03/2026 09:00,13900000002,客户', 'a.wav,8015,五号早上,13900000001,客户'),
  });
  await at.app.imports.mendCells({ jobId, field: 'startedAt', value: '五号早上', text: '05/03/2026 09:00' }, {});
  expect((await at.shown())[0]).toMatchObject({ businessDate: '2026-03-05' });
});

it('a row that is told by what was mended takes the place of the one before', async () => {
  place(at.calls, shortCall, '20260409_081500.wav');
  const { jobId } = await at.app.run({
    paths: [at.calls],
    cdr: cdr(',8.015E+20,2026-04-09 08:15,13900000001,客户'),
  });
  const rows = () => at.app.core.context.library.db.selectFrom('call_records').select('agent_no').execute();
  expect(await rows()).toEqual([{ agent_no: null }]);
  await at.app.imports.mendCells({ jobId, field: 'agentId', value: '8.015E+20', text: '8015' }, {});
  expect(await rows()).toEqual([{ agent_no: '8015' }]);
  const { cdr: after } = await at.app.imports.result({ jobId }, {});
  expect(after!.matched + after!.waiting + after!.further + after!.failed).toBe(1);
});
