import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addReview } from '../../test-support/library-rows.ts';
import { correctCalls } from '../correct-calls.ts';
import { sayAgentSide } from '../say-agent-side.ts';
import { callNames, freshImports, otherCall, place, shortCall } from './test-imports.ts';

const at = freshImports();
const records = () => at.app.core.context.library.db.selectFrom('call_records').selectAll().orderBy('id').execute();
const cdr = (name: string, ...rows: string[]) => ({
  path: at.put(name, ['文件,工号,姓名,班组,方向,挂机方', ...rows].join('\n')),
});
const last = async () => (await at.app.imports.history({}, {}))[0]!;

it('what an import brought goes, what it changed becomes what it was, and originals stay', async () => {
  place(at.calls, shortCall);
  await at.app.run({ paths: [at.calls], cdr: cdr('first.csv', `${shortCall},8015,罗士信,一组,呼入,客户`) });
  const [before, rowsBefore] = [await at.shown(), await records()];

  place(at.calls, otherCall);
  const second = cdr(
    'second.csv',
    `${shortCall},8099,裴元庆,二组,呼出,坐席`,
    `${otherCall},8013,伍云召,二组,呼入,客户`,
    'never-came.wav,8013,伍云召,二组,呼入,客户',
  );
  const { jobId } = await at.app.run({ paths: [at.calls], cdr: second });
  expect((await at.shown()).map(({ agentId }) => agentId)).toEqual(['8013', '8099']);
  expect(await at.app.imports.undoPlan({ jobId }, {})).toEqual({ removed: 1, kept: [], restored: 1, rows: 3 });

  at.app.analysed.length = 0;
  await at.app.imports.undo({ jobId }, {});
  expect(await at.shown()).toEqual(before);
  expect(await records()).toEqual(rowsBefore);
  expect(at.app.analysed).toEqual([before[0]!.id]);
  expect(await last()).toMatchObject({ jobId, undone: expect.any(Number) });
  // Nothing outside the library was touched: the same folder comes in again.
  expect(await at.app.run({ paths: [at.calls], cdr: second })).toMatchObject({ imported: 1, failed: [] });
});

it('calls that somebody has worked on stay and are named, and what a person corrected stays too', async () => {
  const [first, second] = callNames;
  place(at.calls, first);
  place(at.calls, second);
  const { jobId } = await at.app.run({ paths: [at.calls] });
  const { context } = at.app.core;
  const [corrected, reviewed] = (await at.shown()).map(({ id }) => id);
  await addReview(context.library, reviewed!, {});
  await correctCalls(context, [corrected!], { team: '夜班组' });
  const plan = await at.app.imports.undo({ jobId }, {});
  expect(plan).toMatchObject({ removed: 0, restored: 0 });
  expect(plan.kept.map(({ id }) => id).sort()).toEqual([corrected, reviewed].sort());
  expect(await at.shown()).toHaveLength(2);

  const later = await at.app.run({
    paths: [at.calls],
    cdr: cdr('later.csv', `${second},8099,裴元庆,二组,呼出,坐席`, `${first},8099,裴元庆,二组,呼出,坐席`),
  });
  await correctCalls(context, [reviewed!], { direction: 'inbound' });
  await at.app.imports.undo({ jobId: later.jobId }, {});
  const after = new Map((await at.shown()).map((call) => [call.id, call]));
  expect(after.get(reviewed!)).toMatchObject({ direction: 'inbound', team: null });
  expect(after.get(corrected!)).toMatchObject({ direction: null, team: '夜班组' });
});

it('an import that still runs is not taken back', async () => {
  place(at.calls, shortCall);
  const { jobId } = await at.app.imports.start(
    { paths: [at.calls], transcripts: true, analyze: false, copyIn: false },
    {},
  );
  await expect(at.app.imports.undo({ jobId }, {})).rejects.toMatchObject({ code: 'IMPORT_UNFINISHED' });
  await at.app.end(jobId);
  expect(await at.app.imports.undo({ jobId }, {})).toMatchObject({ removed: 1 });
  expect(await at.shown()).toEqual([]);
});

it('names of past imports hide numbers', async () => {
  const folder = join(at.calls, '13900001111');
  place(folder, shortCall);
  await at.app.run({ paths: [folder] });
  expect((await last()).label).toBe('139****1111');
});

it('of two imports the later one has the last word until it is taken back too, in whatever order that is', async () => {
  const row = (agent: string, team: string) => `${shortCall},${agent},${agent},${team},呼入,客户`;
  for (const order of [
    [0, 1],
    [1, 0],
  ] as const) {
    rmSync(at.calls, { recursive: true });
    place(at.calls, shortCall);
    await at.app.run({ paths: [at.calls], cdr: cdr('zero.csv', row('8001', '零组')) });
    const [before, rowsBefore] = [await at.shown(), await records()];
    const imports = [
      (await at.app.run({ paths: [at.calls], cdr: cdr('one.csv', row('8101', '一组')) })).jobId,
      (await at.app.run({ paths: [at.calls], cdr: cdr('two.csv', row('8102', '二组')) })).jobId,
    ];
    await at.app.imports.undo({ jobId: imports[order[0]]! }, {});
    expect((await at.shown())[0]).toMatchObject(
      order[0] === 0 ? { agentId: '8102', team: '二组' } : { agentId: '8101', team: '一组' },
    );
    await at.app.imports.undo({ jobId: imports[order[1]]! }, {});
    expect(await at.shown()).toEqual(before);
    expect(await records()).toEqual(rowsBefore);
  }
});

it('a row that a later import read as well stays for that one', async () => {
  const first = await at.app.run({
    paths: [place(at.calls, shortCall)],
    cdr: cdr('one.csv', `${otherCall},8013,伍云召,二组,呼入,客户`),
  });
  await at.app.run({ paths: [at.calls], cdr: cdr('two.csv', `${otherCall},8013,伍云召,二组,呼入,客户`) });
  await at.app.imports.undo({ jobId: first.jobId }, {});
  expect(await records()).toHaveLength(1);
});

it('a call whose sides a person told apart stays', async () => {
  place(at.calls, shortCall);
  const { jobId } = await at.app.run({ paths: [at.calls] });
  const { library } = at.app.core.context;
  await library.db
    .updateTable('recordings')
    .set({ channels: 2, agent_channel: 0, agent_channel_from: 'assumed' })
    .execute();
  await sayAgentSide(at.app.core.context, [(await at.shown())[0]!.id], 'swap');
  expect(await at.app.imports.undo({ jobId }, {})).toMatchObject({ removed: 0, kept: [{ file: shortCall }] });
});
