import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { CoreContext } from '../context.ts';
import type { ServiceOf } from '../service.ts';
import { addAgent, addFinding, addRecording, addReview, addSentence, addTeam } from '../test-support/library-rows.ts';
import { createTestCore, samplesDir } from '../test-support/test-core.ts';
import { createRecordings } from './recordings-service.ts';

const sample = join(samplesDir, '20260302_091503_8012_13800138001.wav');
const sha256 = createHash('sha256').update(readFileSync(sample)).digest('hex');

let context: CoreContext;
let recordings: ServiceOf<'recordings'>;
let original: string;
const audit = () => context.library.db.selectFrom('audit_log').select(['action', 'subject', 'detail', 'who']).execute();
const put = (file: string, content = 'x') => {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, content);
  return file;
};

beforeEach(async () => {
  const core = createTestCore();
  onTestFinished(() => core.close());
  context = core.context;
  recordings = createRecordings(context);
  await context.settings.save({ inspector: '王质检' });
  original = join(context.dirs.inbox, 'calls', 'call.wav');
  mkdirSync(join(original, '..'), { recursive: true });
  copyFileSync(sample, original);
  await addAgent(context.library, '8012', '张三', 'zs');
  await addRecording(context.library, 'r1', {
    path: original,
    file: 'call.wav',
    sha256,
    size_bytes: statSync(original).size,
    agent_no: '8012',
    phone: '13800138001',
    peaks_file: 'peaks/r1.dat',
  });
});

describe('a recording', () => {
  it('tells its detail, where its sound and waveform are, and whether the original is in its place', async () => {
    const detail = await recordings.get({ id: 'r1' }, {});
    expect(detail).toMatchObject({
      id: 'r1',
      path: original,
      present: true,
      phoneMasked: '138****8001',
      audioUrl: 'recordings/r1/audio',
      peaksUrl: 'recordings/r1/peaks',
    });
    renameSync(original, `${original}.gone`);
    expect((await recordings.get({ id: 'r1' }, {})).present).toBe(false);
  });

  it('that does not exist is named in the error', async () => {
    await expect(recordings.get({ id: 'nope' }, {})).rejects.toMatchObject({
      code: 'RECORDING_NOT_FOUND',
      params: { id: 'nope' },
    });
  });
});

describe('the whole phone number', () => {
  it('is shown only with an entry in the audit log', async () => {
    expect(await recordings.revealPhone({ id: 'r1' }, {})).toEqual({ phone: '13800138001' });
    expect(await audit()).toEqual([{ action: 'recording.reveal-phone', subject: 'r1', detail: '{}', who: '王质检' }]);
  });

  it('of several recordings is one entry that says whose', async () => {
    await addRecording(context.library, 'r2');
    const phones = await recordings.revealPhones({ ids: ['r2', 'r1', 'nope'] }, {});
    expect(phones).toEqual({ r2: null, r1: '13800138001' });
    const entries = await audit();
    expect(entries).toHaveLength(1);
    expect(JSON.parse(entries[0]!.detail)).toEqual({ count: 1, ids: ['r1'] });
  });

  it('that nobody knows is no entry', async () => {
    await addRecording(context.library, 'r2');
    expect(await recordings.revealPhone({ id: 'r2' }, {})).toEqual({ phone: null });
    expect(await audit()).toEqual([]);
  });
});

describe('a recording whose file was moved', () => {
  it('is found again at its new place', async () => {
    const moved = join(context.dirs.inbox, '新 文件夹 $(x)', 'renamed.wav');
    mkdirSync(join(moved, '..'));
    renameSync(original, moved);
    const detail = await recordings.relocate({ id: 'r1', path: moved }, {});
    expect(detail).toMatchObject({ path: moved, file: 'renamed.wav', present: true });
    expect((await audit())[0]).toMatchObject({ action: 'recording.relocate', subject: 'r1' });
  });

  it('is not pointed at another recording', async () => {
    const other = put(join(context.dirs.inbox, 'other.wav'), 'other content');
    await expect(recordings.relocate({ id: 'r1', path: other }, {})).rejects.toMatchObject({
      code: 'RECORDING_FILE_CHANGED',
      params: { file: 'other.wav' },
    });
    expect((await recordings.get({ id: 'r1' }, {})).path).toBe(original);
  });

  it('is not pointed at a folder or at nothing', async () => {
    for (const path of [context.dirs.inbox, join(context.dirs.inbox, 'nothing.wav')])
      await expect(recordings.relocate({ id: 'r1', path }, {})).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
  });
});

describe('a correction', () => {
  it('changes what is given and nothing else', async () => {
    await addTeam(context.library, 't1', '一组');
    await recordings.correct({ ids: ['r1'], change: { team: '一组', direction: 'outbound' } }, {});
    expect(await recordings.get({ id: 'r1' }, {})).toMatchObject({
      team: '一组',
      direction: 'outbound',
      agentId: '8012',
      agentName: '张三',
    });
    await recordings.correct({ ids: ['r1'], change: { team: null } }, {});
    expect(await recordings.get({ id: 'r1' }, {})).toMatchObject({ team: null, direction: 'outbound' });
  });

  it('makes an agent and a team that do not exist yet, and finds the new name by its initials', async () => {
    await recordings.correct({ ids: ['r1'], change: { agentId: '０９０１', agentName: '单雄信', team: '新班组' } }, {});
    const detail = await recordings.get({ id: 'r1' }, {});
    expect(detail).toMatchObject({ agentId: '0901', agentName: '单雄信', team: '新班组' });
    const sort = { by: 'startedAt', descending: true } as const;
    expect(await recordings.ids({ filter: { q: 'sxx' }, sort }, {})).toEqual(['r1']);
  });

  it('of nothing changes nothing and is not written down', async () => {
    expect(await recordings.correct({ ids: ['r1'], change: {} }, {})).toEqual({ changed: [] });
    expect(await recordings.get({ id: 'r1' }, {})).toMatchObject({ agentId: '8012', agentName: '张三' });
    expect(await audit()).toEqual([]);
  });

  it('of the start is read in the zone of the library, and moves the call to its day', async () => {
    await recordings.correct({ ids: ['r1'], change: { start: '2026年3月4日 0时30分' } }, {});
    expect(await recordings.get({ id: 'r1' }, {})).toMatchObject({
      startedAt: Date.parse('2026-03-04T00:30:00+08:00'),
      businessDate: '2026-03-04',
    });
    await expect(recordings.correct({ ids: ['r1'], change: { start: '上周三下午' } }, {})).rejects.toMatchObject({
      code: 'START_UNREADABLE',
    });
  });

  it('of many calls is one act: all or nothing, with one way back', async () => {
    await addRecording(context.library, 'r2', { agent_no: null, direction: 'outbound' });
    await expect(
      recordings.correct({ ids: ['r1', 'r2', 'nowhere'], change: { team: '夜班组' } }, {}),
    ).rejects.toMatchObject({ code: 'RECORDING_NOT_FOUND', params: { id: 'nowhere' } });
    expect(await recordings.get({ id: 'r1' }, {})).toMatchObject({ team: null });

    const before = await Promise.all(['r1', 'r2'].map((id) => recordings.get({ id }, {})));
    const { changed } = await recordings.correct(
      { ids: ['r1', 'r2'], change: { agentId: '8099', agentName: '罗成', team: '夜班组', direction: null } },
      {},
    );
    for (const id of ['r1', 'r2'])
      expect(await recordings.get({ id }, {})).toMatchObject({
        agentId: '8099',
        agentName: '罗成',
        team: '夜班组',
        direction: null,
      });
    expect((await audit())[0]).toMatchObject({ action: 'recording.correct', subject: null });

    const { changed: again } = await recordings.takeBack({ before: changed }, {});
    expect(await Promise.all(['r1', 'r2'].map((id) => recordings.get({ id }, {})))).toEqual(before);
    await recordings.takeBack({ before: again }, {});
    expect(await recordings.get({ id: 'r2' }, {})).toMatchObject({ agentId: '8099', team: '夜班组' });
  });

  it('of a name is taken back wherever the person is shown', async () => {
    await addRecording(context.library, 'r2', { agent_no: '8012' });
    const { changed } = await recordings.correct({ ids: ['r1'], change: { agentName: '张叁' } }, {});
    expect((await recordings.get({ id: 'r2' }, {})).agentName).toBe('张叁');
    await recordings.takeBack({ before: changed }, {});
    expect((await recordings.get({ id: 'r2' }, {})).agentName).toBe('张三');
  });

  it('is refused when a 工号 or team has no letters, and then changes nothing', async () => {
    await expect(
      recordings.correct({ ids: ['r1'], change: { direction: 'inbound', agentId: ' ' } }, {}),
    ).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
    expect(await recordings.get({ id: 'r1' }, {})).toMatchObject({ agentId: '8012', direction: null });
  });

  it('is announced and written to the audit log', async () => {
    const leave = new AbortController();
    const changes = context.events.subscribe(leave.signal);
    const next = changes.next();
    await recordings.correct({ ids: ['r1'], change: { direction: 'inbound' } }, {});
    expect((await next).value).toEqual({ type: 'changed', topic: 'recordings' });
    leave.abort();
    expect((await audit())[0]).toMatchObject({
      action: 'recording.correct',
      subject: 'r1',
      detail: expect.stringContaining('{"change":{"direction":"inbound"},"before":{"id":"r1",'),
    });
  });
});

it('tells of a correction once it is stored, so that what rests on the metadata can follow', async () => {
  const told: (string | null)[] = [];
  recordings = createRecordings(context, {
    onCorrected: async ([id]) => void told.push((await recordings.get({ id: id! }, {})).direction),
  });
  await recordings.correct({ ids: ['r1'], change: { direction: 'outbound' } }, {});
  await expect(recordings.correct({ ids: ['nowhere'], change: { direction: 'inbound' } }, {})).rejects.toThrow();
  expect(told).toEqual(['outbound']);
});

describe('removal', () => {
  it('takes everything derived, and leaves the original where it is', async () => {
    await addSentence(context.library, 'r1', '绝密内容');
    await addFinding(context.library, 'r1', 'greeting', {});
    await addReview(context.library, 'r1', {});
    await context.library.db
      .insertInto('clips')
      .values({
        id: 'k1',
        recording_id: 'r1',
        start_ms: 0,
        end_ms: 1,
        title: '',
        kind: 'bad',
        template_id: null,
        item_id: null,
        note: '',
        text: '',
        created_at: 0,
      })
      .execute();
    const derived = ['peaks/r1.dat', 'clips/k1-0-1.wav'].map((name) => put(join(context.dirs.media, name)));
    const other = put(join(context.dirs.media, 'clips/k2-0-1.wav'));

    expect(await recordings.remove({ ids: ['r1', 'nope'] }, {})).toEqual({ removed: 1 });

    expect(derived.filter(existsSync)).toEqual([]);
    expect(existsSync(original)).toBe(true);
    expect(existsSync(other)).toBe(true);
    for (const table of ['recordings', 'transcripts', 'transcript_segments', 'findings', 'reviews', 'clips'] as const)
      expect(await context.library.db.selectFrom(table).selectAll().execute(), table).toEqual([]);
    const hits = context.library.raw.prepare('SELECT count(*) FROM segment_search WHERE segment_search MATCH ?');
    expect(hits.pluck().get('"绝密 密内 内容"')).toBe(0);
    expect((await audit()).map(({ action, subject }) => [action, subject])).toEqual([['recording.remove', 'r1']]);
  });

  it('deletes a copy that the library made', async () => {
    const copy = put(join(context.dirs.media, 'originals', 'r2.wav'));
    const proxy = put(join(context.dirs.media, 'proxies', 'r2.flac'));
    await addRecording(context.library, 'r2', { path: copy, origin: 'copied', proxy_file: 'proxies/r2.flac' });
    await recordings.remove({ ids: ['r2'] }, {});
    expect([copy, proxy].filter(existsSync)).toEqual([]);
  });

  it('never deletes a file outside the media folder, whatever a row says', async () => {
    const outside = put(join(context.dirs.root, 'outside.txt'));
    await addRecording(context.library, 'r3', { path: outside, origin: 'copied', peaks_file: '../outside.txt' });
    await recordings.remove({ ids: ['r3'] }, {});
    expect(existsSync(outside)).toBe(true);
  });
});
