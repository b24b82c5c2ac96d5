import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { CoreContext } from '../context.ts';
import { createTemplates } from '../scoring/templates-service.ts';
import type { ServiceOf } from '../service.ts';
import { callSeeder, type SeedCall } from '../test-support/seed-calls.ts';
import { createTestCore } from '../test-support/test-core.ts';
import { createReports } from './reports-service.ts';

let context: CoreContext;
let reports: ServiceOf<'reports'>;
let seed: (call: SeedCall) => { recordingId: string; reviewId: string };

beforeEach(async () => {
  const core = createTestCore({ ports: { clock: () => Date.UTC(2026, 2, 9, 12) } });
  onTestFinished(() => core.close());
  context = core.context;
  reports = createReports(context, { templates: await createTemplates(context) });
  seed = callSeeder(context.library);
});

const figures = (date = '2026-03-02', more: object = {}) => reports.figures({ period: 'day', date, ...more }, {});

describe('the figures of a day', () => {
  test('count recordings, submitted reviews, scores and fatal calls, each rate with what it was made of', async () => {
    seed({ agent: '8012', state: 'submitted', after: 9600 });
    seed({ agent: '8012', state: 'submitted', after: 8005 });
    seed({ agent: '8013', state: 'submitted', after: 0, fatal: 1, passed: false });
    seed({ agent: '8013', state: 'submitted', after: null });
    seed({ agent: '8014', state: 'draft' });
    seed({ agent: '8015', state: 'skipped' });
    seed({ agent: null });
    seed({ date: '2026-03-03', state: 'submitted' });
    const report = await figures();
    const scores = {
      average: 5868,
      passRate: { numerator: 1, denominator: 3, value: 1 / 3 },
      excellentRate: { numerator: 1, denominator: 3, value: 1 / 3 },
      fatalRate: { numerator: 1, denominator: 4, value: 0.25 },
    };
    expect(report.forms.map((form) => form.templateId)).toEqual(['service-standard']);
    expect(report.figures).toEqual({
      recordings: 7,
      reviewed: 4,
      coverage: { numerator: 4, denominator: 7, value: 4 / 7 },
      agentCoverage: { numerator: 2, denominator: 4, value: 0.5 },
      fatal: 1,
      ...scores,
      forms: [{ form: report.forms[0]!.key, reviewed: 4, ...scores }],
    });
  });

  test('belong to the day of the call, not to the day of the review', async () => {
    seed({ date: '2026-02-27', state: 'submitted' });
    expect((await figures('2026-02-27')).figures.reviewed).toBe(1);
    expect((await figures('2026-03-09')).figures.reviewed).toBe(0);
  });

  test('take a recording without a date on the day of its import in the library zone', async () => {
    // 23:30 on 1 March and 00:30 on 2 March in Shanghai.
    seed({ date: null, importedAt: Date.UTC(2026, 2, 1, 15, 30), state: 'submitted', after: 8000 });
    seed({ date: null, importedAt: Date.UTC(2026, 2, 1, 16, 30), state: 'submitted', after: 9000 });
    const [first, second] = [await figures('2026-03-01'), await figures('2026-03-02')];
    expect([first.figures.average, second.figures.average]).toEqual([8000, 9000]);
    expect(second.reviews[0]?.businessDate).toBe('2026-03-02');
    await context.settings.save({ timeZone: 'UTC' });
    expect((await figures('2026-03-01')).figures.reviewed).toBe(2);
  });

  test('stand beside those of the day before and of the same weekday a week before', async () => {
    seed({ date: '2026-03-02', state: 'submitted', after: 9000 });
    seed({ date: '2026-03-01', state: 'submitted', after: 8000 });
    seed({ date: '2026-02-23', state: 'submitted', after: 7000 });
    const report = await figures();
    expect([report.figures.average, report.previous.average, report.yearAgo.average]).toEqual([9000, 8000, 7000]);
  });

  test('can be those of one team, of calls without a team, or of one template', async () => {
    seed({ team: '一组', state: 'submitted', after: 9000 });
    seed({ team: '二组', state: 'submitted', after: 8000 });
    seed({ team: null, state: 'submitted', after: 7000, template: { id: 'conduct-call-deductions' } });
    expect((await figures(undefined, { teams: ['二组'] })).figures.average).toBe(8000);
    expect((await figures(undefined, { teams: [''] })).figures.average).toBe(7000);
    const standard = (await figures(undefined, { templateId: 'service-standard' })).figures;
    expect(standard).toMatchObject({ recordings: 3, reviewed: 2, average: 8500 });
  });

  test('are zeros and unknowns when there is nothing', async () => {
    const report = await figures('2020-01-01');
    expect(report.figures).toMatchObject({ recordings: 0, reviewed: 0, average: null });
    expect(report).toMatchObject({ teams: [], agents: [], lostItems: [], fatal: [], best: [], worst: [], reviews: [] });
    expect(report.summary.zh).toBe('【质检日报 1/1】录音0 实检0');
  });
});

test('a week has its teams, its agents and all seven days', async () => {
  seed({ date: '2026-03-02', team: '一组', agent: '8012', agentName: '张敏', state: 'submitted', after: 9000 });
  seed({ date: '2026-03-08', team: '二组', agent: '8013', agentName: '李强', state: 'submitted', after: 8000 });
  seed({ date: '2026-03-08', team: '二组', agent: '8013', state: 'submitted', after: 7000 });
  const report = await reports.figures({ period: 'week', date: '2026-03-04' }, {});
  expect([report.from, report.to]).toEqual(['2026-03-02', '2026-03-08']);
  expect(report.teams.map((team) => [team.key, team.reviewed, team.average])).toEqual([
    ['一组', 1, 9000],
    ['二组', 2, 7500],
  ]);
  expect(report.agents.map((agent) => [agent.key, agent.label, agent.team])).toEqual([
    ['8012', '张敏', '一组'],
    ['8013', '李强', '二组'],
  ]);
  expect(report.days.map((day) => day.reviewed)).toEqual([1, 0, 0, 0, 0, 0, 2]);
});

test('lost items stand in Pareto order with share, hit rate, running share and causes', async () => {
  const greeting = { item: 'greeting', article: '26.1', title: '问候', severity: 'serious' } as const;
  const closing = { item: 'closing', article: '23.13', title: '结束语' };
  seed({
    state: 'submitted',
    lines: [
      { ...greeting, lost: 500, cause: 'skill' },
      { ...closing, lost: 100 },
    ],
  });
  seed({ state: 'submitted', lines: [{ ...greeting, lost: 500, cause: 'skill' }, { ...closing }] });
  seed({
    state: 'submitted',
    lines: [
      { ...greeting, lost: 500, cause: '自由填写' },
      { ...closing, applicable: false },
    ],
  });
  seed({ state: 'draft', lines: [{ ...greeting, lost: 500 }] });
  const [first, second, ...rest] = (await figures()).lostItems;
  expect(first).toEqual({
    form: expect.stringMatching(/^service-standard@/),
    templateId: 'service-standard',
    itemId: 'greeting',
    article: '26.1',
    title: { zh: '问候', en: '问候 (en)' },
    severity: 'serious',
    breachClass: null,
    count: 3,
    share: { numerator: 3, denominator: 4, value: 0.75 },
    applicable: { numerator: 3, denominator: 3, value: 1 },
    cumulative: 0.75,
    causes: [
      { cause: 'skill', title: { zh: '技巧不足', en: 'Lack of skill' }, count: 2 },
      { cause: '自由填写', title: { zh: '自由填写', en: '自由填写' }, count: 1 },
    ],
  });
  expect(second).toMatchObject({
    itemId: 'closing',
    count: 1,
    applicable: { numerator: 1, denominator: 2 },
    cumulative: 1,
  });
  expect(rest).toEqual([]);
});

test('a fatal item is listed as lost even when it carries no points of its own', async () => {
  const lines = [
    { item: 'forbidden', article: '11', severity: 'fatal', lost: 0, effect: 'fail-form' },
    { item: 'smile', article: '10', lost: 100 },
  ] as const;
  seed({ state: 'submitted', after: 0, fatal: 1, passed: false, lines: [...lines] });
  const report = await figures();
  expect(report.fatal.map((line) => line.article)).toEqual(['11']);
  expect(report.lost.map((line) => line.article)).toEqual(['10', '11']);
  expect(report.lostItems.map((item) => item.itemId).sort()).toEqual(['forbidden', 'smile']);
});

test('a deduction tells the second, the words, the note and the cause, with numbers masked', async () => {
  seed({
    state: 'submitted',
    file: '20260302_091503_8012_13800138001.wav',
    phone: '13800138001',
    lines: [{ item: 'no-pushing-off', article: '14', lost: 250, cause: 'skill', count: 2 }],
    comments: [
      { item: 'no-pushing-off', atMs: 65_400, text: '第二次', quote: null },
      { item: 'no-pushing-off', atMs: 12_300, text: '推给客户', quote: '您打13912345678问吧' },
      { item: null, atMs: 0, text: '总体不错' },
    ],
  });
  const report = await figures();
  expect(report.lost[0]).toMatchObject({
    at: 12.3,
    quote: '您打139****5678问吧',
    comment: '推给客户；第二次',
    cause: 'skill',
    causeTitle: { zh: '技巧不足' },
    count: 2,
    lost: 250,
  });
  expect(report.reviews[0]).toMatchObject({ phoneMasked: '138****8001', comment: '总体不错' });
  expect(JSON.stringify(report)).not.toContain('13800138001');
});

test("without a comment a deduction points at the machine's evidence, unless that was a false alarm", async () => {
  const lines = [
    { item: 'wait-limit', lost: 250 },
    { item: 'closing', lost: 100 },
  ];
  const { recordingId } = seed({ state: 'submitted', lines });
  const { raw } = context.library;
  const finding = raw.prepare(`INSERT INTO findings (id, recording_id, rule, rule_version, params, severity, verdict,
    reason_zh, reason_en, decision, created_at) VALUES (?, ?, ?, 1, '{}', 'serious', 'not_met', '', '', ?, 1)`);
  finding.run('f1', recordingId, 'wait-over-limit', null);
  finding.run('f2', recordingId, 'closing', 0);
  const evidence = raw.prepare(
    'INSERT INTO finding_evidence (finding_id, seq, start_ms, end_ms, channel, text) VALUES (?, 0, ?, ?, 0, ?)',
  );
  evidence.run('f1', 61_000, 125_000, '喂？');
  evidence.run('f2', 1000, 2000, '再见');
  const { lost } = await figures();
  expect(lost.find((line) => line.at !== null)).toMatchObject({ at: 61, quote: '喂？' });
  expect(lost.filter((line) => line.at === null)).toHaveLength(1);
});

test('the best and the weakest calls are named, none of them as both', async () => {
  for (const after of [9000, 5000, 9900, 7000, 8000]) seed({ state: 'submitted', after });
  const report = await figures();
  // 8000 is below the pass mark: nobody's model.
  expect(report.best.map((line) => line.after)).toEqual([9900, 9000]);
  expect(report.worst.map((line) => line.after)).toEqual([5000, 7000, 8000]);
});

describe('example calls', () => {
  /** What the machine says of a call; decision 1 = confirmed, 0 = false alarm, null = nobody looked. */
  const find = (recordingId: string, verdict: string, decision: 0 | 1 | null, mark = 0) =>
    context.library.raw
      .prepare(`INSERT INTO findings (id, recording_id, rule, rule_version, params, severity, verdict, reason_zh,
        reason_en, decision, mark, created_at) VALUES (?, ?, ?, 1, '{}', 'minor', ?, '', '', ?, ?, 1)`)
      .run(crypto.randomUUID(), recordingId, crypto.randomUUID(), verdict, decision, mark);

  test.each([
    ['without findings is a model', [], true],
    ['with a kept standard is a model', [['met', null]], true],
    ['with a standard that the machine cannot tell is a model', [['cannot_tell', null]], true],
    ['with a breach that is a false alarm is a model', [['not_met', 0]], true],
    ['with a mark that only picks calls is a model', [['not_met', null, 1]], true],
    ['with a breach that nobody decided is none', [['not_met', null]], false],
    ['with a confirmed breach is none', [['not_met', 1]], false],
    [
      'with one breach cleared and one open is none',
      [
        ['not_met', 0],
        ['not_met', null],
      ],
      false,
    ],
  ] satisfies [string, [string, 0 | 1 | null, number?][], boolean][])(
    'a passed call %s',
    async (_, findings, model) => {
      const { recordingId } = seed({ state: 'submitted', after: 9900 });
      for (const [verdict, decision, mark] of findings) find(recordingId, verdict, decision, mark);
      const report = await figures();
      expect(report.best).toHaveLength(model ? 1 : 0);
      expect(report.worst).toEqual([]);
    },
  );

  test('to be improved are failed or fatal, never passed, however few there are', async () => {
    for (const after of [8600, 9000]) seed({ state: 'submitted', after });
    expect((await figures()).worst).toEqual([]);
    // A template may keep the score of a call with a fatal item.
    seed({ state: 'submitted', after: 9700, fatal: 1, passed: false });
    seed({ state: 'submitted', after: 8499 });
    expect((await figures()).worst.map((line) => line.after)).toEqual([8499, 9700]);
  });

  test('of equal score stand in the order of their submission', async () => {
    const ids = [9000, 9000, 9000].map((after) => seed({ state: 'submitted', after }).reviewId);
    const at = context.library.raw.prepare('UPDATE reviews SET submitted_at = ? WHERE id = ?');
    for (const [index, id] of ids.entries()) at.run(1000 - index, id);
    expect((await figures()).best.map((line) => line.reviewId)).toEqual(ids.reverse());
  });
});

test('periods with reviews are listed newest first', async () => {
  seed({ date: '2026-03-02', state: 'submitted', after: 9000 });
  seed({ date: '2026-03-04', state: 'submitted', after: 8001 });
  seed({ date: '2025-12-31', state: 'submitted', after: 7000 });
  seed({ date: '2026-03-05', state: 'draft' });
  expect((await reports.periods({ period: 'day' }, {})).map((period) => period.date)).toEqual([
    '2026-03-04',
    '2026-03-02',
    '2025-12-31',
  ]);
  expect(await reports.periods({ period: 'week' }, {})).toMatchObject([
    { date: '2026-03-02', from: '2026-03-02', to: '2026-03-08', reviewed: 2, average: 8501 },
    { date: '2025-12-29', from: '2025-12-29', to: '2026-01-04', reviewed: 1, average: 7000 },
  ]);
  expect((await reports.periods({ period: 'month' }, {})).map((period) => period.from)).toEqual([
    '2026-03-01',
    '2025-12-01',
  ]);
});
