import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordingIds, recordingViews } from '../../../db/index.ts';
import { tempDir } from '../../test-support/test-core.ts';
import { compoundFile } from './tables/test-xls.ts';
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

const file = (name: string, content: string | Uint8Array) => {
  const path = join(calls, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return { path };
};
const shown = async () => {
  const { library } = app.core.context;
  const ids = await recordingIds(library, {}, { by: 'file', descending: false }, { offset: 0, limit: 100 });
  return recordingViews(library, ids);
};

describe('what an import leaves out', () => {
  it('is named by kind, numbers hidden, and every file is accounted for', async () => {
    place(calls, shortCall, '20260409_081500_8101_13900000001.wav');
    place(calls, otherCall, '20260409_081700_8101_13900000002');
    file('四月.zip', 'PK');
    file('b.rar', 'Rar!');
    file('13900000003.pcm', new Uint8Array(100));
    file('notes.docx', 'PK');
    file('speech.v3', 'V3 sound');
    file('alone.srt', '1\n');
    file('十月话单.xls', '录音文件\ta\n');
    file('.DS_Store', 'x');
    const result = await app.run({ paths: [calls] });
    expect(Object.fromEntries(result.leftOut.map(({ kind, files }) => [kind, files]))).toEqual({
      archive: ['b.rar', '四月.zip'],
      headerless: ['139****0003.pcm'],
      'call-records': ['十月话单.xls'],
      transcript: ['alone.srt'],
      document: ['notes.docx'],
      system: ['.DS_Store'],
      unknown: ['speech.v3'],
    });
    const left = result.leftOut.reduce((sum, { count }) => sum + count, 0);
    expect([result.imported, result.failed.length, left, result.filesFound]).toEqual([2, 0, 8, 10]);
  });
});

describe('call records that cannot be used', () => {
  it.each([
    ['encrypted', compoundFile('EncryptedPackage', Buffer.alloc(5000)), 'CDR_ENCRYPTED'],
    ['empty', '', 'FILE_EMPTY'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'CDR_UNREADABLE'],
  ] as const)('never keep the recordings out: %s', async (_what, content, code) => {
    place(calls);
    const result = await app.run({ paths: [calls], cdr: file('话单.xlsx', content) });
    expect(result).toMatchObject({ state: 'done', imported: 1, cdr: { rows: 0, error: { code } } });
  });
  it('that are not there are named too', async () => {
    place(calls);
    const result = await app.run({ paths: [calls], cdr: { path: join(calls, 'gone.csv') } });
    expect(result).toMatchObject({ imported: 1, cdr: { error: { code: 'FILE_NOT_FOUND' } } });
  });
});

describe('rows of call records', () => {
  it('are all accounted for: used, waiting, further, unusable; with what was not understood in them', async () => {
    place(calls, shortCall, 'a.wav');
    const { cdr } = await app.run({
      paths: [calls],
      cdr: file(
        'c.csv',
        [
          '录音文件,工号,客户号码,呼叫方向,开始时间,通话时长',
          'a.wav,8101,13900000001,进来的,2026-04-09 08:15:00,很久',
          'b.wav,8102,13900000002转,进来的,昨天下午,9',
          'c.wav,8103,张三 13900000003 李四 13900000004 1,呼入,2026-04-09 08:15:00,9',
          'c.wav,8104,13900000003,呼入,2026-04-09 08:15:00,0',
          ',8105,13900000005,呼入,昨天下午,9',
          ',,,,,',
        ].join('\n'),
      ),
    });
    expect(cdr).toMatchObject({ rows: 5, matched: 1, waiting: 2, further: 1, failed: 1, rules: { file: 1 } });
    expect(cdr?.cells.kinds.map(({ field, value, count, places }) => [field, value, count, places[0]?.line])).toEqual(
      expect.arrayContaining([
        ['direction', '进来的', 2, 2],
        ['startedAt', '昨天下午', 2, 3],
        ['talkSeconds', '很久', 1, 2],
      ]),
    );
    expect(JSON.stringify(cdr)).not.toMatch(/1390000000\d/);
  });
  it('of a queue’s attempts give the recording to who answered, whatever order they come in', async () => {
    place(calls, shortCall, 'q-600-13900000001-20260409-081500-1775693700.42.wav');
    const attempt = (agent: string, how: string, talk: number) =>
      `2026-04-09 08:15:00,13900000001,${agent},${how},${talk},q-600-13900000001-20260409-081500-1775693700.42.wav`;
    const text = `calldate,src,dst,disposition,billsec,recordingfile\n${attempt('8101', 'NO ANSWER', 0)}\n${attempt('8102', 'ANSWERED', 40)}\n${attempt('8103', 'NO ANSWER', 0)}\n`;
    const { cdr } = await app.run({ paths: [calls], cdr: file('c.csv', text) });
    expect(cdr).toMatchObject({ rows: 3, matched: 1, further: 2 });
    expect(await shown()).toMatchObject([{ agentId: '8102', direction: 'inbound' }]);
  });
  it('of a queue’s attempts without file names do the same, also when the recordings were there first', async () => {
    place(calls, shortCall, '20260409_081505_13900000001.wav');
    await app.run({ paths: [calls] });
    const rows = ['8101,未接,0', '8102,已接听,40', '8103,未接,0'].map(
      (end) => `2026-04-09 08:15:00,13900000001,${end}`,
    );
    const { cdr } = await app.run({
      paths: [calls],
      cdr: file('c.csv', `开始时间,客户号码,工号,接听状态,通话时长\n${rows.join('\n')}\n`),
    });
    expect(cdr).toMatchObject({ rows: 3, matched: 1, waiting: 2, rules: { number: 1 } });
    expect(await shown()).toMatchObject([{ agentId: '8102' }]);
  });
});

it('a look at call records before the import shows no number of a customer', async () => {
  const rows = '20260409_081500_8101_13900000001.wav,13900000001/13700000002,来电 13600000003,88887777\n';
  const preview = await app.imports.previewCdr(file('c.csv', `录音文件,客户号码,备注,主叫\n${rows}`), {});
  expect(preview.rows[0]).toEqual([
    '20260409_081500_8101_139****0001.wav',
    '139****0001/137****0002',
    '来电 136****0003',
    '****7777',
  ]);
});

describe('names that are nearly right', () => {
  it('find their recording where one only can be meant, and the rule is told', async () => {
    const [a, b, c, d] = callNames;
    place(calls, a, '20260409_081500_8101_13900000001 (2).wav');
    place(calls, b, 'memo - 副本.wav');
    place(calls, c, 'rec_20260409_081700_8103_13900000003.wav');
    place(calls, d, 'x-20260409_081800_8104_13900000004.wav');
    const text = [
      '录音文件,工号,客户号码,呼叫方向,开始时间',
      '20260409_081500_8101_13900000001.wav,8101,13900000001,呼入,2026-04-09 08:15:00',
      'memo.wav,8102,,呼出,',
      '20260409_081700_8103_13900000003.wav,8103,13900000003,呼出,2026-04-09 08:17:00',
      // Another agent: not the same call.
      'y.wav,8199,13900000004,呼出,2026-04-09 08:18:00',
    ].join('\n');
    const { cdr } = await app.run({ paths: [calls], cdr: file('c.csv', text) });
    expect(cdr).toMatchObject({ matched: 3, waiting: 1, rules: { 'near-file': 3, file: 0 } });
    const directions = Object.fromEntries(
      (await shown()).map(({ file: name, direction }) => [name.slice(0, 4), direction]),
    );
    expect(directions).toEqual({ '2026': 'inbound', memo: 'outbound', rec_: 'outbound', 'x-20': null });
  });
  it('are left alone where two recordings could be meant', async () => {
    place(calls, shortCall, 'memo (1).wav');
    place(calls, otherCall, 'memo (2).wav');
    const { cdr } = await app.run({ paths: [calls], cdr: file('c.csv', '录音文件,工号\nmemo.wav,8101\n') });
    expect(cdr).toMatchObject({ matched: 0, waiting: 1 });
  });
});

describe('a service number that passes to another person', () => {
  const told = (stem: string, name: string, team: string, day: string) =>
    `录音文件,工号,姓名,班组,开始时间\n${stem}.wav,8101,${name},${team},${day} 08:15:00\n`;
  it.each([
    ['in the order of the calls', 0],
    ['the later call first', 1],
  ])('leaves each call its name and team, %s', async (_how, turn) => {
    const steps = [
      () =>
        app.run({
          paths: [place(calls, shortCall, 'a.wav')],
          cdr: file('a.csv', told('a', '周一', '一组', '2026-04-09')),
        }),
      () =>
        app.run({
          paths: [place(calls, otherCall, 'b.wav')],
          cdr: file('b.csv', told('b', '吴二', '二组', '2026-05-09')),
        }),
    ];
    for (const step of turn ? steps.toReversed() : steps) await step();
    expect(await shown()).toMatchObject([
      { file: 'a.wav', agentName: '周一', team: '一组' },
      { file: 'b.wav', agentName: '吴二', team: '二组' },
    ]);
  });
  it('names no call that lies between the two, but keeps the name of those before', async () => {
    const [a, b, c, d] = callNames;
    const at = (name: string, day: string) => `${day}_081500_8101_1390000000${name}.wav`;
    place(join(calls, 'old'), a, at('1', '20260408'));
    place(join(calls, 'old'), b, at('2', '20260420'));
    await app.run({ paths: [join(calls, 'old')] });
    await app.run({ paths: [place(calls, c, 'c.wav')], cdr: file('c.csv', told('c', '周一', '一组', '2026-04-09')) });
    expect((await shown()).map(({ agentName }) => agentName)).toEqual(['周一', '周一', '周一']);
    await app.run({ paths: [place(calls, d, 'd.wav')], cdr: file('d.csv', told('d', '吴二', '二组', '2026-05-09')) });
    expect((await shown()).map(({ file: name, agentName }) => [name.slice(0, 8), agentName])).toEqual([
      ['20260408', '周一'],
      ['20260420', null],
      ['c.wav', '周一'],
      ['d.wav', '吴二'],
    ]);
  });
});
