import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { recordingIds, recordingViews } from '../../../db/index.ts';
import { addReview } from '../../test-support/library-rows.ts';
import { tempDir } from '../../test-support/test-core.ts';
import { correctCalls } from '../correct-calls.ts';
import { callNames, createTestImports, otherCall, place, shortCall, type TestImports } from './test-imports.ts';

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
const records = () => app.core.context.library.db.selectFrom('call_records').selectAll().orderBy('id').execute();
const cdr = (name: string, ...rows: string[]) => {
  const path = join(calls, name);
  writeFileSync(path, ['文件,工号,姓名,班组,方向,挂机方', ...rows].join('\n'));
  return { path };
};
const last = async () => (await app.imports.history({}, {}))[0]!;

it('what an import brought goes, what it changed becomes what it was, and originals stay', async () => {
  place(calls, shortCall);
  await app.run({ paths: [calls], cdr: cdr('first.csv', `${shortCall},8015,罗士信,一组,呼入,客户`) });
  const [before, rowsBefore] = [await shown(), await records()];

  place(calls, otherCall);
  const second = cdr(
    'second.csv',
    `${shortCall},8099,裴元庆,二组,呼出,坐席`,
    `${otherCall},8013,伍云召,二组,呼入,客户`,
    'never-came.wav,8013,伍云召,二组,呼入,客户',
  );
  const { jobId } = await app.run({ paths: [calls], cdr: second });
  expect((await shown()).map(({ agentId }) => agentId)).toEqual(['8013', '8099']);
  expect(await app.imports.undoPlan({ jobId }, {})).toEqual({ removed: 1, kept: [], restored: 1, rows: 3 });

  app.analysed.length = 0;
  await app.imports.undo({ jobId }, {});
  expect(await shown()).toEqual(before);
  expect(await records()).toEqual(rowsBefore);
  expect(app.analysed).toEqual([before[0]!.id]);
  expect(await last()).toMatchObject({ jobId, undone: expect.any(Number) });
  // Nothing outside the library was touched: the same folder comes in again.
  expect(await app.run({ paths: [calls], cdr: second })).toMatchObject({ imported: 1, failed: [] });
});

it('calls that somebody has worked on stay and are named, and what a person corrected stays too', async () => {
  const [first, second] = callNames;
  place(calls, first);
  place(calls, second);
  const { jobId } = await app.run({ paths: [calls] });
  const { context } = app.core;
  const [corrected, reviewed] = (await shown()).map(({ id }) => id);
  await addReview(context.library, reviewed!, {});
  await correctCalls(context, [corrected!], { team: '夜班组' });
  const plan = await app.imports.undo({ jobId }, {});
  expect(plan).toMatchObject({ removed: 0, restored: 0 });
  expect(plan.kept.map(({ id }) => id).sort()).toEqual([corrected, reviewed].sort());
  expect(await shown()).toHaveLength(2);

  const later = await app.run({
    paths: [calls],
    cdr: cdr('later.csv', `${second},8099,裴元庆,二组,呼出,坐席`, `${first},8099,裴元庆,二组,呼出,坐席`),
  });
  await correctCalls(context, [reviewed!], { direction: 'inbound' });
  await app.imports.undo({ jobId: later.jobId }, {});
  const after = new Map((await shown()).map((call) => [call.id, call]));
  expect(after.get(reviewed!)).toMatchObject({ direction: 'inbound', team: null });
  expect(after.get(corrected!)).toMatchObject({ direction: null, team: '夜班组' });
});

it('an import that still runs is not taken back', async () => {
  place(calls, shortCall);
  const { jobId } = await app.imports.start({ paths: [calls], transcripts: true, analyze: false, copyIn: false }, {});
  await expect(app.imports.undo({ jobId }, {})).rejects.toMatchObject({ code: 'IMPORT_UNFINISHED' });
  await app.end(jobId);
  expect(await app.imports.undo({ jobId }, {})).toMatchObject({ removed: 1 });
  expect(await shown()).toEqual([]);
});

it('names of past imports hide numbers', async () => {
  const folder = join(calls, '13900001111');
  place(folder, shortCall);
  await app.run({ paths: [folder] });
  expect((await last()).label).toBe('139****1111');
});
