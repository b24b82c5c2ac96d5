import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { LibraryDb } from '../../db/index.ts';
import type { RecordingFilter, RecordingSort } from '../contract/index.ts';
import type { ServiceOf } from '../service.ts';
import { addAgent, addFinding, addRecording, addReview, addSentence, addTeam } from '../test-support/library-rows.ts';
import { createTestCore } from '../test-support/test-core.ts';
import { createRecordings } from './recordings-service.ts';

let library: LibraryDb;
let recordings: ServiceOf<'recordings'>;
const newest: RecordingSort = { by: 'startedAt', descending: true };

const list = async (filter: RecordingFilter, sort = newest, offset = 0, limit = 100) =>
  recordings.list({ filter, sort, offset, limit }, {});
const idsOf = async (filter: RecordingFilter, sort = newest) => (await list(filter, sort)).rows.map((row) => row.id);
const row = async (id: string) => (await list({ ids: [id] })).rows[0]!;

beforeEach(async () => {
  const core = createTestCore();
  onTestFinished(() => core.close());
  library = core.context.library;
  recordings = createRecordings(core.context);
  await addTeam(library, 't1', '一组');
  await addTeam(library, 't2', '二组');
  await addAgent(library, '0812', '张三', 'zs');
  await addAgent(library, '8013', '李四', 'ls');
  await addAgent(library, '8014', '欧阳娜', 'oyn');
  await addRecording(library, 'a', {
    agent_no: '0812',
    team_id: 't1',
    phone: '13800138001',
    direction: 'inbound',
    started_at: 3000,
    business_date: '2026-03-03',
    duration_ms: 30_000,
    business: '投诉',
    status: 'analysed',
  });
  await addRecording(library, 'b', {
    agent_no: '8013',
    team_id: 't2',
    phone: '02112345678',
    direction: 'outbound',
    started_at: 2000,
    business_date: '2026-03-02',
    duration_ms: 90_000,
    business: '办理',
    file: '客户回访_8001.mp3',
  });
  await addRecording(library, 'c', {
    agent_no: '8014',
    team_id: 't1',
    started_at: 1000,
    business_date: '2026-03-01',
    duration_ms: 700_000,
    direction: 'inbound',
  });
  await addRecording(library, 'd', { duration_ms: null });
});

describe('the library list', () => {
  it('counts everything it could show and their length, and gives the page asked for', async () => {
    const page = await list({}, newest, 1, 2);
    expect(page.total).toBe(4);
    expect(page.totalDurationMs).toBe(820_000);
    expect(page.rows.map((each) => each.id)).toEqual(['b', 'c']);
  });

  it('shows masked numbers, names and the call record', async () => {
    await library.db
      .insertInto('call_records')
      .values({
        id: 'c1',
        recording_id: 'a',
        file: 'a.wav',
        source_file: 'cdr.csv',
        ring_seconds: 6.5,
        talk_seconds: 30,
        hangup_by: 'customer',
        hangup_raw: '客户',
        satisfaction: null,
        raw: '{}',
        imported_at: 0,
      })
      .execute();
    expect(await row('a')).toMatchObject({
      agentId: '0812',
      agentName: '张三',
      team: '一组',
      phoneMasked: '138****8001',
      hangupBy: 'customer',
      ringSeconds: 6.5,
      reviewState: 'none',
      hasTranscript: false,
      findings: { fatal: 0, serious: 0, minor: 0, unknown: 0, mark: 0 },
      score: null,
      passed: null,
    });
  });

  it.each<[string, RecordingFilter, string[]]>([
    ['nothing', {}, ['a', 'b', 'c', 'd']],
    ['empty lists of choices', { agentIds: [], teams: [], directions: [], findings: [] }, ['a', 'b', 'c', 'd']],
    ['an empty list of ids', { ids: [] }, []],
    ['ids', { ids: ['c', 'a', 'gone'] }, ['a', 'c']],
    ['the first day', { from: '2026-03-02' }, ['a', 'b']],
    // The one without a date was imported in 1970.
    ['the last day, by import where no date is known', { to: '2026-03-02' }, ['b', 'c', 'd']],
    ['one day', { from: '2026-03-02', to: '2026-03-02' }, ['b']],
    ['an agent', { agentIds: ['0812', '8014'] }, ['a', 'c']],
    ['a team', { teams: ['一组'] }, ['a', 'c']],
    ['a direction', { directions: ['outbound'] }, ['b']],
    ['a business', { business: ['投诉'] }, ['a']],
    ['a status', { statuses: ['analysed'] }, ['a']],
    ['a shortest length', { minDurationMs: 90_000 }, ['b', 'c']],
    ['a longest length', { maxDurationMs: 90_000 }, ['a', 'b']],
    ['several at once', { teams: ['一组'], directions: ['inbound'], from: '2026-03-02' }, ['a']],
  ])('is narrowed by %s', async (_what, filter, expected) => {
    expect(await idsOf(filter)).toEqual(expected);
    expect((await list(filter)).total).toBe(expected.length);
  });

  it.each<[RecordingSort['by'], string[], string[]]>([
    ['startedAt', ['c', 'b', 'a', 'd'], ['a', 'b', 'c', 'd']],
    ['duration', ['a', 'b', 'c', 'd'], ['c', 'b', 'a', 'd']],
    ['agent', ['b', 'c', 'a', 'd'], ['a', 'c', 'b', 'd']],
    ['team', ['b', 'a', 'c', 'd'], ['a', 'c', 'b', 'd']],
    ['business', ['b', 'a', 'c', 'd'], ['a', 'b', 'c', 'd']],
    ['file', ['a', 'c', 'd', 'b'], ['b', 'd', 'c', 'a']],
  ])('is sorted by %s, Chinese by pinyin, what has no value last', async (by, ascending, descending) => {
    expect(await idsOf({}, { by, descending: false })).toEqual(ascending);
    expect(await idsOf({}, { by, descending: true })).toEqual(descending);
    const narrowed = { statuses: ['imported' as const, 'analysed' as const] };
    expect(await idsOf(narrowed, { by, descending: false })).toEqual(ascending);
    expect(await idsOf(narrowed, { by, descending: true })).toEqual(descending);
  });

  it.each(['startedAt', 'agent', 'team', 'business', 'duration', 'score', 'file', 'findings'] as const)(
    'shows every recording once when it is paged by %s',
    async (by) => {
      for (let n = 0; n < 40; n++)
        await addRecording(library, `n${n}`, {
          agent_no: ['0812', '8013', null][n % 3]!,
          team_id: ['t1', 't2', null][n % 3]!,
          business: ['查询', null][n % 2]!,
          started_at: n % 5 === 0 ? null : n * 7,
        });
      const paged: string[] = [];
      for (let offset = 0; offset < 44; offset += 7)
        paged.push(...(await list({}, { by, descending: true }, offset, 7)).rows.map((each) => each.id));
      expect(paged).toHaveLength(44);
      expect(new Set(paged).size).toBe(44);
      expect(paged).toEqual(await recordings.ids({ filter: {}, sort: { by, descending: true } }, {}));
    },
  );
});

it('pages through teams and kinds of business with many calls without losing or repeating one', async () => {
  const insert = library.raw.prepare(
    `INSERT INTO recordings (id, path, file, origin, size_bytes, mtime_ms, sha256, status, started_at, team_id, business,
       playback, imported_at)
     VALUES (?, '', '', 'referenced', 0, 0, ?, 'imported', ?, ?, ?, 'original', 0)`,
  );
  library.raw.transaction(() => {
    for (let n = 0; n < 2600; n++) insert.run(`n${n}`, `n${n}`, n % 9, ['t1', 't2', null][n % 3], ['查询', ''][n % 2]);
  })();
  for (const by of ['team', 'business'] as const) {
    const sort = { by, descending: false };
    const paged: string[] = [];
    for (let offset = 0; offset < 2604; offset += 400)
      paged.push(...(await list({}, sort, offset, 400)).rows.map((each) => each.id));
    expect(new Set(paged).size).toBe(2604);
    expect(paged).toEqual(await recordings.ids({ filter: {}, sort }, {}));
  }
});

describe('the search field', () => {
  beforeEach(async () => {
    await addSentence(library, 'c', '我要投诉你们的宽带太慢');
  });

  it.each<[string, string, string[]]>([
    ['initials', 'zs', ['a']],
    ['initials in capitals', 'OYN', ['c']],
    ['the beginning of initials', 'oy', ['c']],
    ['a name', '张三', ['a']],
    ['part of a name', '阳娜', ['c']],
    ['a 工号', '0812', ['a']],
    ['a 工号 in full-width digits', '０８１２', ['a']],
    ['the last digits of a phone, and the same digits in a file name', '8001', ['a', 'b']],
    ['a whole phone number', '13800138001', ['a']],
    ['the middle digits of a phone', '0013', []],
    ['a file name', '回访', ['b']],
    ['a file name in other case', 'MP3', ['b']],
    ['words of the transcript', '宽带太慢', ['c']],
    ['two words in different places', 'oyn 宽带', ['c']],
    ['two words of different calls', 'zs 宽带', []],
    ['a wildcard, which is an ordinary sign', '%', []],
    ['an underscore, which is an ordinary sign', '访_8', ['b']],
    ['a quotation mark', `"'`, []],
    ['spaces only', '   ', ['a', 'b', 'c', 'd']],
  ])('finds by %s', async (_what, q, expected) => {
    expect(await idsOf({ q })).toEqual(expected);
  });
});

describe('what machine and people said of a recording', () => {
  it('is counted by severity, without false alarms, and apart from what could not be told', async () => {
    await addFinding(library, 'a', 'r1', { severity: 'fatal' });
    await addFinding(library, 'a', 'r2', { severity: 'serious' });
    await addFinding(library, 'a', 'r3', { severity: 'serious', decision: 1 });
    await addFinding(library, 'a', 'r4', { severity: 'minor', decision: 0 });
    await addFinding(library, 'a', 'r5', { severity: 'minor', verdict: 'met' });
    await addFinding(library, 'a', 'r6', { severity: 'fatal', verdict: 'cannot_tell' });
    expect((await row('a')).findings).toEqual({ fatal: 1, serious: 2, minor: 0, unknown: 1, mark: 0 });

    await library.db.updateTable('findings').set({ decision: 0 }).where('id', '=', 'a-r1').execute();
    await library.db.deleteFrom('findings').where('id', '=', 'a-r2').execute();
    expect((await row('a')).findings).toEqual({ fatal: 0, serious: 1, minor: 0, unknown: 1, mark: 0 });
    expect((await row('b')).findings).toEqual({ fatal: 0, serious: 0, minor: 0, unknown: 0, mark: 0 });
  });

  it('is no fault where it only picks calls, and goes when a person calls it a false alarm', async () => {
    await addFinding(library, 'a', 'angry', { severity: 'fatal', mark: 1 });
    await addFinding(library, 'b', 'angry', { severity: 'minor', mark: 1, verdict: 'cannot_tell' });
    expect((await row('a')).findings).toEqual({ fatal: 0, serious: 0, minor: 0, unknown: 0, mark: 1 });
    expect((await row('b')).findings).toEqual({ fatal: 0, serious: 0, minor: 0, unknown: 0, mark: 0 });
    expect(await idsOf({ findings: ['mark'] })).toEqual(['a']);
    expect(await idsOf({ findings: ['fatal', 'minor', 'unknown'] })).toEqual([]);
    await library.db.updateTable('findings').set({ decision: 0 }).where('id', '=', 'a-angry').execute();
    expect(await idsOf({ findings: ['mark'] })).toEqual([]);
  });

  it('narrows and sorts the list', async () => {
    await addFinding(library, 'c', 'r1', { severity: 'minor' });
    await addFinding(library, 'b', 'r1', { severity: 'fatal' });
    await addFinding(library, 'd', 'r1', { verdict: 'cannot_tell' });
    expect(await idsOf({ findings: ['minor', 'fatal'] })).toEqual(['b', 'c']);
    expect(await idsOf({ findings: ['unknown'] })).toEqual(['d']);
    expect(await idsOf({}, { by: 'findings', descending: true })).toEqual(['b', 'c', 'a', 'd']);
    expect(await idsOf({ findings: ['minor', 'fatal'] }, { by: 'findings', descending: false })).toEqual(['c', 'b']);
  });

  it('shows the review: its state at once, its score when it is submitted', async () => {
    await addReview(library, 'a', { state: 'draft', after: 9000, passed: 1 });
    expect(await row('a')).toMatchObject({ reviewState: 'draft', reviewId: 'review-a', score: null, passed: null });
    await library.db.updateTable('reviews').set({ state: 'submitted' }).execute();
    expect(await row('a')).toMatchObject({ reviewState: 'submitted', score: 9000, passed: true });
    await library.db.updateTable('reviews').set({ state: 'draft' }).execute();
    expect(await row('a')).toMatchObject({ reviewState: 'draft', score: null, passed: null });
    await library.db.deleteFrom('reviews').execute();
    expect(await row('a')).toMatchObject({ reviewState: 'none', reviewId: null });
  });

  it('narrows by state, outcome and the item that lost marks, and sorts by score', async () => {
    await addReview(library, 'a', { state: 'submitted', after: 9000, passed: 1 });
    await addReview(library, 'b', { state: 'submitted', after: 0, passed: 0, fatal: 1 });
    await addReview(library, 'c', { state: 'draft' });
    const line = { section_id: 's', article: '1', title_zh: '', title_en: '', severity: 'minor' as const };
    const marks = { applicable: 1, possible: 100, effect: 'none' as const, answer: 'no', count: null, cause: null };
    await library.db
      .insertInto('review_lines')
      .values([
        { ...line, ...marks, review_id: 'review-a', item_id: 'greeting', earned: 100, lost: 0 },
        { ...line, ...marks, review_id: 'review-b', item_id: 'greeting', earned: 0, lost: 100 },
        { ...line, ...marks, review_id: 'review-c', item_id: 'greeting', earned: 0, lost: 100 },
      ])
      .execute();
    expect(await idsOf({ reviewStates: ['none'] })).toEqual(['d']);
    expect(await idsOf({ reviewStates: ['draft', 'submitted'] })).toEqual(['a', 'b', 'c']);
    expect(await idsOf({ outcome: 'passed' })).toEqual(['a']);
    expect(await idsOf({ outcome: 'failed' })).toEqual(['b']);
    expect(await idsOf({ outcome: 'fatal' })).toEqual(['b']);
    expect(await idsOf({ lostItem: 'greeting' })).toEqual(['b']);
    expect((await idsOf({}, { by: 'score', descending: true })).slice(0, 2)).toEqual(['a', 'b']);
    expect((await idsOf({}, { by: 'score', descending: false })).slice(0, 2)).toEqual(['b', 'a']);
    expect(await idsOf({ outcome: 'passed' }, { by: 'score', descending: false })).toEqual(['a']);
  });
});

describe('ids around a call', () => {
  it('are all of a short list', async () => {
    expect(await recordings.ids({ filter: {}, sort: newest, around: 'c' }, {})).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are 5,000 of a long one with the call in their middle', async () => {
    const insert = library.raw.prepare(
      `INSERT INTO recordings (id, path, file, origin, size_bytes, mtime_ms, sha256, status, started_at, playback, imported_at)
       VALUES (?, '', '', 'referenced', 0, 0, ?, 'imported', ?, 'original', 0)`,
    );
    library.raw.transaction(() => {
      for (let n = 10_000; n < 18_000; n++) insert.run(`x${n}`, `x${n}`, n);
    })();
    const sort = { by: 'startedAt', descending: false } as const;
    const ids = await recordings.ids({ filter: {}, sort, around: 'x14000' }, {});
    expect(ids).toHaveLength(5000);
    expect(ids.indexOf('x14000')).toBe(2500);
    expect((await recordings.ids({ filter: {}, sort, around: 'x17999' }, {})).at(-1)).toBe('d');
    expect((await recordings.ids({ filter: {}, sort, around: 'gone' }, {}))[0]).toBe('c');
  });
});

describe('the choices for narrowing', () => {
  it('count what each would show, each without its own criterion', async () => {
    await addFinding(library, 'a', 'r1', { severity: 'fatal' });
    const facets = await recordings.facets({ filter: { teams: ['一组'] } }, {});
    expect(facets.teams).toEqual([
      { value: '二组', label: '二组', count: 1 },
      { value: '一组', label: '一组', count: 2 },
    ]);
    expect(facets.agents).toEqual([
      { value: '8014', label: '欧阳娜', count: 1 },
      { value: '0812', label: '张三', count: 1 },
    ]);
    expect(facets.directions).toEqual([
      { value: 'inbound', label: 'inbound', count: 2 },
      { value: 'outbound', label: 'outbound', count: 0 },
    ]);
    expect(facets.reviewStates.map((facet) => facet.count)).toEqual([2, 0, 0, 0]);
    expect(facets.findings.map((facet) => facet.count)).toEqual([1, 0, 0, 0, 0]);
    expect(facets.business).toEqual([{ value: '投诉', label: '投诉', count: 1 }]);
    expect(facets).toMatchObject({ firstDate: '2026-03-01', lastDate: '2026-03-03' });
  });

  it('put lengths into bins of 30 seconds, the last from ten minutes on', async () => {
    const { durations } = await recordings.facets({ filter: { minDurationMs: 60_000 } }, {});
    expect(durations).toHaveLength(21);
    expect([durations[1], durations[3], durations[20]]).toEqual([1, 1, 1]);
    expect(durations.reduce((sum, count) => sum + count)).toBe(3);
  });

  it('follow a change at once', async () => {
    const before = await recordings.facets({ filter: {} }, {});
    await addRecording(library, 'e', { direction: 'outbound' });
    const after = await recordings.facets({ filter: {} }, {});
    expect(after.directions[1]!.count).toBe(before.directions[1]!.count + 1);
    expect((await list({})).total).toBe(5);
  });
});
