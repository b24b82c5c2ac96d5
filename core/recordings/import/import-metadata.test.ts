import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tempDir } from '../../test-support/test-core.ts';
import { correctCalls } from '../correct-calls.ts';
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

const csv = (text: string, name = 'cdr.csv') => {
  const path = join(calls, name);
  writeFileSync(path, text);
  return { path };
};
const stored = () =>
  app.core.context.library.db
    .selectFrom('recordings as r')
    .leftJoin('agents as a', 'a.agent_no', 'r.agent_no')
    .leftJoin('teams as t', 't.id', 'r.team_id')
    .leftJoin('call_records as c', 'c.recording_id', 'r.id')
    .select([
      'r.id',
      'r.file',
      'r.path',
      'r.origin',
      'r.agent_no',
      'r.phone',
      'r.direction',
      'r.started_at',
      'r.business',
    ])
    .select(['r.has_transcript', 'a.name as agentName', 't.name as team', 'c.hangup_by', 'c.satisfaction'])
    .orderBy('r.file')
    .execute();
const nine = Date.UTC(2026, 3, 9, 0, 15, 0);

describe('file names', () => {
  it('tell agent, number and time without any call record', async () => {
    place(calls, shortCall, '8101-13900000001-20260409081500.wav');
    await app.run({ paths: [calls] });
    expect(await stored()).toMatchObject([{ agent_no: '8101', phone: '13900000001', started_at: nine, team: null }]);
  });
  it('are read by the pattern that a person gave', async () => {
    place(calls, shortCall, '13900000001_20260409_081500_x_out.wav');
    await app.run({ paths: [calls], pattern: '{phone}_{date}_{time}_{any}_{direction}' });
    expect(await stored()).toMatchObject([
      { agent_no: null, phone: '13900000001', started_at: nine, direction: 'outbound' },
    ]);
  });
  it('are shown as they would be read, before and while the pattern is edited', async () => {
    place(calls, shortCall, '20260409_081500_8101_13900000001.wav');
    place(calls, otherCall, 'memo.wav');
    csv('录音文件,工号\na.wav,8101\n');
    csv('a,b\n1,2\n', 'prices.csv');
    const found = await app.imports.scan({ paths: [calls] }, {});
    expect(found).toMatchObject({ audioFiles: 2, known: false, cdrFiles: [join(calls, 'cdr.csv')] });
    expect(found.patterns[0]).toEqual({ pattern: '{date}_{time}_{agent}_{phone}', matched: 1 });
    expect(found.samples.map(({ file, matched }) => [file, matched])).toEqual([
      ['20260409_081500_8101_139****0001.wav', true],
      ['memo.wav', false],
    ]);
    const edited = await app.imports.previewPattern({ paths: [calls], pattern: '{date}_{any}_{phone}' }, {});
    expect(edited).toMatchObject({ matched: 1, total: 2 });
    expect(edited.samples[0]?.fields).toEqual({ date: '20260409', phone: '139****0001' });
  });
  it('of a folder imported before are known, with the pattern it was given', async () => {
    place(calls, shortCall, '20260409_081500_8101_13900000001.wav');
    await app.run({ paths: [calls], pattern: '{date}_{any}_{phone}' });
    const found = await app.imports.scan({ paths: [calls] }, {});
    expect(found.known).toBe(true);
    expect(found.patterns[0]?.pattern).toBe('{date}_{any}_{phone}');
  });
});

describe('call records', () => {
  it('win over what the file’s name says', async () => {
    place(calls, shortCall, '20260409_081500_8101_13900000001.wav');
    const cdr = csv(
      '文件名,工号,姓名,班组,客户号码,方向,开始时间,挂机方\n20260409_081500_8101_13900000001,0812,张敏,一组,13900000002,呼出,2026-04-09 08:16:00,主叫\n',
    );
    expect((await app.run({ paths: [calls], cdr })).cdr).toMatchObject({ rows: 1, matched: 1 });
    expect(await stored()).toMatchObject([
      {
        agent_no: '0812',
        agentName: '张敏',
        team: '一组',
        phone: '13900000002',
        direction: 'outbound',
        started_at: nine + 60_000,
        hangup_by: 'agent',
      },
    ]);
  });
  it('wait for a recording that comes later', async () => {
    place(join(calls, 'a'), otherCall);
    const cdr = csv('file,agent,satisfaction\nlater.WAV,8101,满意\n');
    expect((await app.run({ paths: [join(calls, 'a')], cdr })).cdr).toMatchObject({ rows: 1, matched: 0 });
    await app.run({ paths: [place(calls, shortCall, 'Later.wav')] });
    expect((await stored()).find(({ file }) => file === 'Later.wav')).toMatchObject({
      agent_no: '8101',
      satisfaction: '满意',
    });
  });
  it('that come later find the recording that is already there', async () => {
    const path = place(calls, shortCall, '20260409_081500_8101_13900000001.wav');
    await app.run({ paths: [path] });
    const cdr = csv(
      'start_time,phone,queue\n2026-04-09 08:15:20,139****0001,账单\n2026-04-09 09:15:20,13900000001,投诉\n',
    );
    expect((await app.run({ paths: [path], cdr })).cdr).toMatchObject({ rows: 2, matched: 1 });
    expect(await stored()).toMatchObject([{ business: '账单', phone: '13900000001', started_at: nine + 20_000 }]);
  });
  it('tell equal names in different folders apart', async () => {
    const first = place(join(calls, '0301'), shortCall, '001.wav');
    const second = place(join(calls, '0302'), otherCall, '001.wav');
    const cdr = csv('file,agent\n2026/0302/001.wav,8002\n2026/0301/001.wav,8001\n');
    await app.run({ paths: [first, second], cdr });
    expect((await stored()).map(({ path, agent_no }) => [path, agent_no]).toSorted()).toEqual([
      [first, '8001'],
      [second, '8002'],
    ]);
  });
  it('that repeat are counted and not doubled; broken ones are counted with their row', async () => {
    const path = place(calls, shortCall, 'a.wav');
    const cdr = csv(
      'file,agent,start\na.wav,8101,2026-04-09 08:15:00\nA.WAV,8101,2026-04-09 08:15:00\n,8101,soon\n,,\n,,2026-04-09 08:15:00\n',
    );
    const { cdr: counts } = await app.run({ paths: [path], cdr });
    expect(counts).toMatchObject({ rows: 4, matched: 1, waiting: 0, further: 1, failed: 2, repeated: 0 });
    expect(counts?.problems.map(({ line }) => line)).toEqual([4, 6]);
  });
  it('correct what an earlier export said', async () => {
    const path = place(calls, shortCall, 'a.wav');
    await app.run({ paths: [path], cdr: csv('file,agent,挂机方\na.wav,8101,\n') });
    await app.run({ paths: [path], cdr: csv('file,agent,挂机方\na.wav,8102,客户\n') });
    expect(await stored()).toMatchObject([{ agent_no: '8102', hangup_by: 'customer' }]);
  });
  it('know an agent by name alone', async () => {
    const paths = [place(calls, shortCall, 'a.wav'), place(calls, otherCall, 'b.wav')];
    await app.run({ paths, cdr: csv('file,工号,姓名\na.wav,8101,张敏\n') });
    await app.run({ paths, cdr: csv('file,姓名\nb.wav,张敏\n', 'names.csv') });
    expect((await stored()).map(({ agent_no }) => agent_no)).toEqual(['8101', '8101']);
  });
  it('without a way to a recording are named with what is missing, and the recordings come in', async () => {
    const cdr = csv('备注,班组\nx,一组\n');
    const { imported, cdr: counts } = await app.run({ paths: [place(calls)], cdr });
    expect(imported).toBe(1);
    expect(counts?.error?.code).toBe('CDR_COLUMN_MISSING');
    expect(counts?.error?.message.zh).toContain('录音文件（或 开始时间 + 坐席工号或客户号码）');
    expect(counts?.error?.message.en).toContain('file (or start time + service number or phone)');
  });
  it('are previewed with the columns guessed, and with those a person gave the next time', async () => {
    const cdr = csv('甲,乙\na.wav,8101\n');
    const guessed = await app.imports.previewCdr({ path: cdr.path }, {});
    expect(guessed).toMatchObject({ headers: ['甲', '乙'], rowCount: 1, mapping: {}, remembered: false });
    expect(guessed.missing).toContain('file');
    const path = place(calls, shortCall, 'a.wav');
    await app.run({ paths: [path], cdr: { ...cdr, mapping: { file: 0, agentId: 1 } } });
    expect(await stored()).toMatchObject([{ agent_no: '8101' }]);
    const next = await app.imports.previewCdr(csv('甲,乙\nb.wav,8102\n', 'next.csv'), {});
    expect(next).toMatchObject({ mapping: { file: 0, agentId: 1 }, missing: [], remembered: true });
  });
  it('read with the wrong encoding lack their columns, and say so', async () => {
    const cdr = csv('录音文件,工号\na.wav,8101\n');
    const preview = await app.imports.previewCdr({ path: cdr.path, encoding: 'gb18030' }, {});
    expect(preview.missing).not.toEqual([]);
    const { cdr: counts } = await app.run({ paths: [place(calls)], cdr: { ...cdr, encoding: 'gb18030' } });
    expect(counts?.error?.code).toBe('CDR_COLUMN_MISSING');
  });
});

it('what a person corrected stands against call records and file names that come later', async () => {
  place(calls, shortCall, '8101-13900000001-20260409081500.wav');
  await app.run({ paths: [calls] });
  const [call] = await stored();
  const { context } = app.core;
  await correctCalls(context, [call!.id], {
    agentId: '8109',
    team: null,
    direction: 'outbound',
    start: '2026-04-09 08:20',
  });
  const later = csv(
    '文件,工号,姓名,班组,方向,开始时间,业务\n8101-13900000001-20260409081500.wav,8101,程咬金,三组,呼入,2026-04-09 08:15:00,退款\n',
  );
  await app.run({ paths: [calls], cdr: later });
  expect(await stored()).toMatchObject([
    {
      agent_no: '8109',
      agentName: null,
      team: null,
      direction: 'outbound',
      started_at: nine + 300_000,
      business: '退款',
    },
  ]);
});

describe('the same content again', () => {
  it('brings the metadata and the transcript that the library lacks', async () => {
    await app.run({ paths: [place(calls, shortCall, 'x.wav')] });
    const copy = place(join(calls, 'b'), shortCall, '20260409_081500_8101_13900000001.wav');
    writeFileSync(copy.replace('.wav', '.txt'), '[00:00:00] 坐席: 您好\n[00:00:03] 客户: 你好\n');
    const again = await app.run({ paths: [dirname(copy)] });
    expect(again).toMatchObject({ imported: 0, duplicates: 1, transcripts: 1 });
    expect(await stored()).toMatchObject([{ file: 'x.wav', agent_no: '8101', started_at: nine, has_transcript: 1 }]);
  });
  it('twice in one import comes in once', async () => {
    place(calls, shortCall, 'a.wav');
    place(calls, shortCall, 'b.wav');
    expect(await app.run({ paths: [calls] })).toMatchObject({ imported: 1, duplicates: 1, failed: [] });
    expect(readdirSync(join(app.core.context.dirs.media, 'peaks'))).toHaveLength(1);
  });
});

describe('where the original lies', () => {
  it('is where it was, unless it is to be copied in', async () => {
    const path = place(calls);
    await app.run({ paths: [path] });
    expect(await stored()).toMatchObject([{ path, origin: 'referenced' }]);
  });
  it('is the library when copied in, byte by byte', async () => {
    const path = place(calls);
    await app.run({ paths: [path], copyIn: true });
    const [row] = await stored();
    expect(row).toMatchObject({ file: shortCall, origin: 'copied' });
    expect(dirname(row!.path)).toBe(join(app.core.context.dirs.media, 'originals'));
    expect(readFileSync(row!.path).equals(readFileSync(path))).toBe(true);
    expect(existsSync(path)).toBe(true);
  });
  it('is always the library for what a browser uploaded, and the inbox is emptied', async () => {
    const batch = join(app.core.context.dirs.inbox, 'batch', 'calls');
    place(batch);
    place(batch, shortCall, 'again.wav');
    writeFileSync(join(batch, shortCall.replace('.wav', '.txt')), '[00:00:00] 坐席: 您好\n[00:00:03] 客户: 你好\n');
    mkdirSync(join(app.core.context.dirs.inbox, 'other'));
    const cdr = { path: join(batch, 'cdr.csv') };
    writeFileSync(cdr.path, `file,agent\n${shortCall},8101\n`);
    expect(await app.run({ paths: [batch], cdr })).toMatchObject({ imported: 1, duplicates: 1, transcripts: 1 });
    expect(await stored()).toMatchObject([{ origin: 'copied', agent_no: '8101', has_transcript: 1 }]);
    expect(readdirSync(app.core.context.dirs.inbox)).toEqual(['other']);
  });
  it('names a failed upload as its sender knows it, not by the place it was received at', async () => {
    const batch = join(app.core.context.dirs.inbox, 'batch', '录音');
    mkdirSync(batch, { recursive: true });
    writeFileSync(join(batch, 'empty.wav'), '');
    const { failed } = await app.run({ paths: [batch] });
    expect(failed[0]!.message.zh).toContain('录音/empty.wav');
    expect(failed[0]!.message.zh).not.toContain('batch');
  });
});
