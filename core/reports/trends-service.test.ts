import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { CoreContext } from '../context.ts';
import type { RecordingFilter, TrendQuery } from '../contract/index.ts';
import { createRecordings } from '../recordings/recordings-service.ts';
import { createTemplates } from '../scoring/templates-service.ts';
import type { ServiceOf } from '../service.ts';
import { callSeeder, type SeedCall } from '../test-support/seed-calls.ts';
import { createTestCore } from '../test-support/test-core.ts';
import { createTrends } from './trends-service.ts';

let context: CoreContext;
let trends: ServiceOf<'trends'>;
let recordings: ServiceOf<'recordings'>;
let seed: (call: SeedCall) => { recordingId: string; reviewId: string };

beforeEach(async () => {
  const core = createTestCore();
  onTestFinished(() => core.close());
  context = core.context;
  trends = createTrends(context, { templates: await createTemplates(context) });
  recordings = createRecordings(context);
  seed = callSeeder(context.library);
});

const march: TrendQuery = { from: '2026-03-01', to: '2026-03-31', bucket: 'week', by: 'all' };
const series = (query: Partial<TrendQuery> = {}) => trends.series({ ...march, ...query }, {});

async function count(filter: RecordingFilter): Promise<number> {
  const sort = { by: 'startedAt', descending: true } as const;
  return (await recordings.list({ filter, sort, offset: 0, limit: 1 }, {})).total;
}

/** Two teams, an undated and a nameless call, drafts, two templates, fatal calls, a weightless fatal item. */
function seedMarch(): void {
  const closing = { item: 'closing', article: '23.13', title: '结束' };
  for (let index = 0; index < 24; index += 1)
    seed({
      date: `2026-03-${String(1 + ((index * 5) % 31)).padStart(2, '0')}`,
      team: index % 3 === 0 ? '一组' : '二组',
      agent: index % 4 === 0 ? '8012' : '8013',
      agentName: '张敏',
      state: index % 6 === 5 ? 'draft' : 'submitted',
      after: 5000 + index * 217,
      lines: [{ ...closing, lost: index % 2 ? 100 : 0, applicable: index % 5 !== 0 }],
    });
  // 02:00 on 16 March in Shanghai.
  seed({
    date: null,
    importedAt: Date.UTC(2026, 2, 15, 18),
    team: null,
    agent: null,
    state: 'submitted',
    after: 10_000,
  });
  seed({
    date: '2026-03-20',
    state: 'submitted',
    after: 0,
    before: 9000,
    fatal: 1,
    passed: false,
    lines: [{ item: 'forbidden', severity: 'fatal', effect: 'fail-form', lost: 0 }],
  });
  seed({
    date: '2026-03-21',
    state: 'submitted',
    after: 4000,
    template: { id: 'conduct-call-deductions' },
  });
  seed({ date: '2026-03-22', state: 'submitted', after: null });
  seed({ date: '2026-02-15', state: 'submitted', after: 6000 });
  seed({ date: '2026-03-05' });
}

describe('every mark leads to exactly the calls behind it', () => {
  const queries: Partial<TrendQuery>[] = [
    { by: 'all', bucket: 'day' },
    { by: 'team' },
    { by: 'agent', bucket: 'month' },
    { by: 'item' },
    { by: 'item', bucket: 'day', teams: ['二组'] },
    { by: 'agent', from: '2026-03-04', to: '2026-03-18' },
    { by: 'team', templateId: 'service-standard', agentIds: ['8012', '8013'] },
    { by: 'all', teams: [''] },
  ];
  test.each(queries)('%j', async (query) => {
    seedMarch();
    const result = await series(query);
    expect(await count(result.calls)).toBe(result.figures.reviewed);
    for (const one of result.series) {
      expect(await count(one.calls)).toBe(one.n);
      for (const point of one.points) expect(await count(point.calls)).toBe(point.n);
      expect(one.points.reduce((sum, point) => sum + point.n, 0)).toBe(one.n);
    }
    for (const band of result.distribution) expect(await count(band.calls)).toBe(band.count);
    expect(result.series.length).toBeGreaterThan(0);
  });
});

test('the series of teams add up to the whole of their form, undated and nameless calls included', async () => {
  seedMarch();
  const { figures, forms, form, series: teams } = await series({ by: 'team' });
  // Without a choice the form with most reviews: 23 of 24.
  const whole = figures.forms.find((one) => one.form === form)!;
  expect([forms.length, whole.reviewed, figures.reviewed]).toEqual([2, 23, 24]);
  expect(teams.map((team) => team.label.zh)).toEqual(['一组', '二组', '未分组']);
  expect(teams.reduce((sum, team) => sum + team.n, 0)).toBe(whole.reviewed);
  expect(teams.reduce((sum, team) => sum + team.passRate.numerator, 0)).toBe(whole.passRate.numerator);
  const undated = teams.find((team) => team.key === '')!;
  expect(undated.points.map((point) => point.date)).toEqual(['2026-03-16']);
});

test('weeks that stick out of the range are cut, and every bucket is named even without calls', async () => {
  seed({ date: '2026-03-01', state: 'submitted', after: 9000 });
  seed({ date: '2026-03-31', state: 'submitted', after: 8000 });
  seed({ date: '2026-02-28', state: 'submitted', after: 100 });
  const result = await series();
  expect(result.buckets).toEqual(['2026-02-23', '2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23', '2026-03-30']);
  expect(result.series[0]?.points).toMatchObject([
    { date: '2026-02-23', n: 1, average: 9000, calls: { from: '2026-03-01', to: '2026-03-01' } },
    { date: '2026-03-30', n: 1, average: 8000, calls: { from: '2026-03-30', to: '2026-03-31' } },
  ]);
});

test('the previous figures are those of the range of equal length just before', async () => {
  seed({ date: '2026-03-02', state: 'submitted', after: 9000 });
  seed({ date: '2026-02-28', state: 'submitted', after: 7000 });
  seed({ date: '2026-01-28', state: 'submitted', after: 1000 });
  const { figures, previous } = await series();
  expect([figures.average, previous.average]).toEqual([9000, 7000]);
});

test('an item tells how many of the calls to which it applied lost marks on it', async () => {
  const closing = { item: 'closing', article: '23.13', title: '结束', severity: 'serious' } as const;
  seed({ state: 'submitted', after: 8000, lines: [{ ...closing, lost: 100 }] });
  seed({ state: 'submitted', after: 9000, lines: [closing] });
  seed({ state: 'submitted', lines: [{ ...closing, applicable: false }] });
  const [item] = (await series({ by: 'item' })).series;
  expect(item).toMatchObject({
    key: 'service-standard/closing',
    label: { zh: '23.13 结束' },
    severity: 'serious',
    n: 1,
    average: 8000,
    lossRate: { numerator: 1, denominator: 2, value: 0.5 },
  });
});

test('scores spread over bands, fatal calls by themselves', async () => {
  for (const after of [0, 5999, 6000, 8499, 8500, 9999, 10_000]) seed({ state: 'submitted', after });
  seed({ state: 'submitted', after: 0, fatal: 1, passed: false });
  seed({ state: 'submitted', after: 9800, fatal: 2, passed: false });
  seed({ state: 'submitted', after: null });
  const { distribution } = await series();
  expect(distribution.map((band) => [band.label, band.count])).toEqual([
    ['fatal', 2],
    ['0–60', 2],
    ['60–80', 1],
    ['80–85', 1],
    ['85–90', 1],
    ['90–95', 0],
    ['95–100', 1],
    ['100', 1],
  ]);
});

test('a range that ends before it begins is refused', async () => {
  await expect(series({ from: '2026-03-02', to: '2026-03-01' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
});
