/** Scores of different forms never meet in one figure: against arithmetic that never saw the database. */
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { CoreContext } from '../context.ts';
import type { Figures, Report } from '../contract/index.ts';
import { createTemplates } from '../scoring/templates-service.ts';
import type { ServiceOf } from '../service.ts';
import { callSeeder, type SeedCall } from '../test-support/seed-calls.ts';
import { createTestCore } from '../test-support/test-core.ts';
import { createReports } from './reports-service.ts';
import { createTrends } from './trends-service.ts';

/** The on-site rules in the version that the product publishes; later ones are made by the tests. */
const conduct = { id: 'conduct-call-deductions', version: 0 };
const later = { alike: 101, unlike: 102 };

let context: CoreContext;
let reports: ServiceOf<'reports'>;
let trends: ServiceOf<'trends'>;
let seed: (call: SeedCall) => { recordingId: string; reviewId: string };

beforeEach(async () => {
  const core = createTestCore({ ports: { clock: () => Date.UTC(2026, 2, 9, 12) } });
  onTestFinished(() => core.close());
  context = core.context;
  const templates = await createTemplates(context);
  reports = createReports(context, { templates });
  trends = createTrends(context, { templates });
  seed = callSeeder(context.library);
  conduct.version = (await templates.get({ id: conduct.id }, {})).version;
});

/** Publishes another version of the on-site rules, unlike the product's in these fields. */
function publish(version: number, more: object): void {
  const { raw } = context.library;
  const content = raw
    .prepare('SELECT content FROM template_versions WHERE template_id = ? AND version = ?')
    .pluck()
    .get(conduct.id, conduct.version) as string;
  raw
    .prepare(`INSERT INTO template_versions (template_id, version, title_zh, title_en, mode, content, sha256,
      published_at) VALUES (?, ?, '现场', 'On site', 'deduction', ?, ?, 1)`)
    .run(conduct.id, version, JSON.stringify({ ...JSON.parse(content), version, ...more }), `sha-${version}`);
}

const day = (date = '2026-03-02', more: object = {}) => reports.figures({ period: 'day', date, ...more }, {});

interface Review {
  form: 'service-standard' | 'conduct-call-deductions';
  team: string | null;
  agent: string | null;
  score: number | null;
  fatal: boolean;
}

const review: fc.Arbitrary<Review> = fc.record({
  form: fc.constantFrom('service-standard' as const, 'conduct-call-deductions' as const),
  team: fc.constantFrom('一组', '二组', null),
  agent: fc.constantFrom('0012', '8012', null),
  score: fc.oneof(fc.integer({ min: -500, max: 10_000 }), fc.constant(null)),
  fatal: fc.boolean(),
});

/** By each form's own lines; the on-site rules pass from 90, the standard from 85. */
const lines = { 'service-standard': [8500, 9500], 'conduct-call-deductions': [9000, 10_000] } as const;
const passes = ({ form, score, fatal }: Review) => score !== null && !fatal && score >= lines[form][0];
const excels = ({ form, score, fatal }: Review) => score !== null && !fatal && score >= lines[form][1];

const put = (made: Review, date: string) =>
  seed({
    state: 'submitted',
    date,
    team: made.team,
    agent: made.agent,
    after: made.score,
    passed: made.score === null ? null : passes(made),
    excellent: excels(made),
    fatal: Number(made.fatal),
    ...(made.form === conduct.id ? { template: conduct } : {}),
  });

const share = (numerator: number, denominator: number) => ({
  numerator,
  denominator,
  value: denominator === 0 ? null : numerator / denominator,
});

/** What one form's reviews come to, counted by hand. */
function counted(own: readonly Review[]) {
  const scores = own.flatMap(({ score }) => (score === null ? [] : [score]));
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return {
    reviewed: own.length,
    average: scores.length === 0 ? null : Math.floor(mean + 0.5 + 1e-9),
    passRate: share(own.filter(passes).length, scores.length),
    excellentRate: share(own.filter(excels).length, scores.length),
    fatalRate: share(own.filter(({ fatal }) => fatal).length, own.length),
  };
}

function expectOwn(figures: Figures, all: readonly Review[], report: Pick<Report, 'forms'>): void {
  expect(figures.reviewed).toBe(all.length);
  expect(figures.fatal).toBe(all.filter(({ fatal }) => fatal).length);
  expect(figures.forms.map(({ form }) => form)).toEqual(report.forms.map(({ key }) => key));
  for (const [index, { form, ...said }] of figures.forms.entries()) {
    const { templateId } = report.forms[index]!;
    expect(said).toEqual(counted(all.filter((made) => made.form === templateId)));
  }
  const [only, ...others] = figures.forms;
  if (only && others.length === 0) expect(figures).toMatchObject({ average: only.average, passRate: only.passRate });
  if (others.length > 0)
    expect(figures).toMatchObject({ average: null, passRate: null, excellentRate: null, fatalRate: null });
}

describe('random reviews by two forms', () => {
  let next = 0;
  /** A day that no other run used. */
  const newDay = () => new Date(Date.UTC(2020, 0, 1 + 2 * next++)).toISOString().slice(0, 10);

  test('give each form the figures of its own reviews, in the whole, by team, agent and day', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(review, { maxLength: 14 }), async (all) => {
        const date = newDay();
        context.library.raw.transaction(() => all.forEach((made) => void put(made, date)))();
        const report = await day(date);
        expect(new Set(report.forms.map(({ templateId }) => templateId))).toEqual(new Set(all.map(({ form }) => form)));
        expectOwn(report.figures, all, report);
        for (const team of report.teams)
          expectOwn(
            team,
            all.filter((made) => (made.team ?? '') === team.key),
            report,
          );
        for (const agent of report.agents)
          expectOwn(
            agent,
            all.filter((made) => (made.agent ?? '') === agent.key),
            report,
          );
        expectOwn(report.days[0]!, all, report);

        for (const by of ['all', 'team', 'agent'] as const)
          for (const form of [undefined, ...report.forms.map(({ key }) => key)]) {
            const shown = await trends.series(
              { from: date, to: date, bucket: 'day', by, ...(form ? { form } : {}) },
              {},
            );
            if (form) expect(shown.form).toBe(form);
            expectOwn(shown.figures, all, shown);
            const chosen = shown.forms.find(({ key }) => key === shown.form)?.templateId;
            for (const series of shown.series) {
              const own = all.filter(
                (made) =>
                  (by === 'all'
                    ? shown.forms.length < 2 ||
                      made.form === shown.forms.find(({ key }) => key === series.key)!.templateId
                    : made.form === chosen) &&
                  (by !== 'team' || (made.team ?? '') === series.key) &&
                  (by !== 'agent' || (made.agent ?? '') === series.key),
              );
              const { reviewed, average, passRate, fatalRate } = counted(own);
              expect(series).toMatchObject({ n: reviewed, average, passRate, fatalRate });
            }
            const bands = shown.distribution.filter(({ label }) => label !== 'fatal');
            const inBands = all.filter(
              ({ form: own, score, fatal }) => own === chosen && !fatal && score !== null && score >= 0,
            );
            expect(bands.reduce((sum, { count }) => sum + count, 0)).toBe(inBands.length);
          }
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});

/** Two calls by the standard (100, 80), three by the on-site rules (100, 97, 60). */
function seedBoth(): void {
  const closing = { item: 'closing', article: '23.13', title: '结束语', lost: 2000 };
  const waiting = { item: 'waiting', article: '3', title: '让客户等待', severity: 'serious', lost: 200 } as const;
  seed({ state: 'submitted', after: 10_000 });
  seed({ state: 'submitted', after: 8000, lines: [closing] });
  seed({ state: 'submitted', after: 10_000, template: conduct, passed: true });
  seed({ state: 'submitted', after: 9700, template: conduct, passed: true, excellent: false, lines: [waiting] });
  seed({
    state: 'submitted',
    after: 6000,
    template: conduct,
    passed: false,
    lines: [waiting, { item: 'wording', article: '2', title: '用语', lost: 3800, count: 2 }],
  });
}

test('a chosen template gives one number', async () => {
  seedBoth();
  expect((await day()).figures).toMatchObject({ reviewed: 5, average: null, passRate: null });
  expect((await day(undefined, { templateId: 'service-standard' })).figures).toMatchObject({
    reviewed: 2,
    average: 9000,
  });
  expect((await day(undefined, { templateId: conduct.id })).figures).toMatchObject({ reviewed: 3, average: 8567 });
});

test('a form is compared with the same form of the period before, not with whatever was scored then', async () => {
  seed({ date: '2026-03-01', state: 'submitted', after: 5000, template: conduct, passed: false });
  seed({ date: '2026-02-23', state: 'submitted', after: 7000 });
  seed({ state: 'submitted', after: 9000 });
  const report = await day();
  expect(report.figures).toMatchObject({ average: 9000 });
  expect(report.previous).toMatchObject({ reviewed: 1, average: null, forms: [{ reviewed: 0, average: null }] });
  expect(report.yearAgo).toMatchObject({ reviewed: 1, average: 7000 });
  expect(report.summary.zh).toContain('平均分90.00 ');
});

test('lost items and example calls are ranked within their form, the form with most reviews first', async () => {
  seedBoth();
  const { forms, lostItems, best, worst } = await day();
  expect(forms.map(({ templateId }) => templateId)).toEqual([conduct.id, 'service-standard']);
  expect(
    lostItems.map(({ itemId, count, share: own, cumulative }) => [itemId, count, own.denominator, cumulative]),
  ).toEqual([
    ['waiting', 2, 3, 2 / 3],
    ['wording', 1, 3, 1],
    ['closing', 1, 1, 1],
  ]);
  expect(best.map(({ templateId, after }) => [templateId, after])).toEqual([
    [conduct.id, 10_000],
    [conduct.id, 9700],
    ['service-standard', 10_000],
  ]);
  expect(worst.map(({ templateId, after }) => [templateId, after])).toEqual([
    [conduct.id, 6000],
    ['service-standard', 8000],
  ]);
});

test('the breach class is the template’s own and stands beside the severity wherever marks were lost', async () => {
  seedBoth();
  const { lostItems, lost, reviews } = await day();
  const severe = { zh: '较严重', en: 'Fairly severe' };
  expect(lostItems.map(({ severity, breachClass }) => [severity, breachClass?.zh ?? null])).toEqual([
    ['serious', '较严重'],
    ['minor', '较严重'],
    ['minor', null],
  ]);
  expect(lost.filter(({ breachClass }) => breachClass).map(({ breachClass }) => breachClass)).toEqual([
    severe,
    severe,
    severe,
  ]);
  expect(
    reviews.map(({ breachClasses }) => breachClasses.map(({ title, count }) => `${title.zh}${count}`)).sort(),
  ).toEqual([[], [], [], ['较严重1'], ['较严重2']]);
  const items = await trends.series({ from: '2026-03-02', to: '2026-03-02', bucket: 'day', by: 'item' }, {});
  expect(items.series.map(({ key, breachClass }) => [key, breachClass?.zh])).toEqual([
    ['conduct-call-deductions/waiting', '较严重'],
    ['conduct-call-deductions/wording', '较严重'],
  ]);
});

test('versions that score alike are averaged together, one with another pass mark by itself', async () => {
  publish(later.alike, {});
  publish(later.unlike, { passMark: 8000 });
  for (const [version, after] of [
    [conduct.version, 9000],
    [later.alike, 9500],
    [later.unlike, 8000],
  ] as const)
    seed({ state: 'submitted', after, passed: true, template: { ...conduct, version } });
  const { forms, figures } = await day();
  expect(forms.map(({ versions, passMark }) => [versions, passMark])).toEqual([
    [[conduct.version, 101], 9000],
    [[102], 8000],
  ]);
  expect(figures.forms.map(({ average }) => average)).toEqual([9250, 8000]);
  expect(forms.map(({ title }) => title.en)).toEqual([`On site (v${conduct.version}, v101)`, 'On site (v102)']);
  const { series } = await trends.series({ from: '2026-03-02', to: '2026-03-02', bucket: 'day', by: 'all' }, {});
  expect(series.map(({ calls }) => calls)).toMatchObject([
    { templateVersions: [conduct.version, 101] },
    { templateVersions: [102] },
  ]);
});

test('the list of periods has a mean for each form, and one of its own only with a single form', async () => {
  seedBoth();
  seed({ date: '2026-03-03', state: 'submitted', after: 9000 });
  const periods = await reports.periods({ period: 'day' }, {});
  expect(periods.map(({ reviewed, average }) => [reviewed, average])).toEqual([
    [1, 9000],
    [5, null],
  ]);
  expect(periods[1]!.forms.map(({ templateId, reviewed, average }) => [templateId, reviewed, average])).toEqual([
    [conduct.id, 3, 8567],
    ['service-standard', 2, 9000],
  ]);
});

test('the summary gives each form its own figures under its name', async () => {
  seedBoth();
  const { summary } = await day();
  expect(summary.zh).toContain('通话扣分3通 平均分85.67 合格率66.7%（2/3）');
  expect(summary.zh).toContain('呼叫中心服务标准2通 平均分90.00 合格率50.0%（1/2）');
  expect(summary.en).toContain('3 calls, average 85.67, pass 66.7% (2/3)');
});

describe('files of a week with two forms', () => {
  let workbook: ExcelJS.Workbook;
  const shown = ({ value }: ExcelJS.Cell) =>
    value && typeof value === 'object' && 'formula' in value ? (value.result ?? 0) : value;
  const titled = '现场*"规则"?';

  async function exported(): Promise<void> {
    publish(later.unlike, { passMark: 8500, title: { zh: titled, en: titled } });
    context.library.raw.exec('DROP TRIGGER template_versions_immutable');
    context.library.raw
      .prepare('UPDATE template_versions SET title_zh = ? WHERE version = 102 AND template_id = ?')
      .run(titled, conduct.id);
    seed({ state: 'submitted', after: 9000 });
    seed({ state: 'submitted', after: 7000 });
    seed({ state: 'submitted', after: 8600, passed: true, template: { ...conduct, version: later.unlike } });
    seed({ state: 'submitted', after: null, template: { ...conduct, version: later.unlike } });
    const { files } = await reports.export({ period: 'week', date: '2026-03-02', format: 'xlsx' }, {});
    workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(files[0]!.path);
  }

  test('keep the figures of each form in a block and in columns of its own', async () => {
    await exported();
    const rows: unknown[][] = [];
    const formulas: string[] = [];
    workbook.getWorksheet('汇总')!.eachRow((row) => {
      rows.push([1, 2, 3, 4].map((column) => shown(row.getCell(column))));
      row.eachCell((cell) => cell.formula && formulas.push(cell.formula));
    });
    const metrics = rows.filter(([name]) => name === '平均分').map((row) => row.slice(1));
    expect(metrics).toEqual([
      [86, null, 1],
      [80, null, 2],
    ]);
    expect(rows.filter(([name]) => name === '合格率').map((row) => row.slice(1))).toEqual([
      [1, 1, 1],
      [0.5, 1, 2],
    ]);
    // What a title has of a pattern or a quote stands for itself.
    expect(formulas).toContainEqual(
      expect.stringContaining(`COUNTIFS('质检明细'!$J:$J,"=现场~*""规则""~?（第102版）",'质检明细'!$N:$N,"<>")`),
    );
    expect(formulas.join()).not.toMatch(/AVERAGE\(|COUNTIF\(/);

    const teams = workbook.getWorksheet('班组对比')!;
    const header = (teams.getRow(1).values as string[]).slice(1);
    const cell = (title: string) => shown(teams.getRow(2).getCell(header.indexOf(title) + 1));
    expect(header).not.toContain('平均分');
    expect(cell('呼叫中心服务标准：平均分')).toBe(80);
    expect(cell(`${titled}（第102版）：平均分`)).toBe(86);
    expect([cell('录音总量'), cell('实检量'), cell('呼叫中心服务标准：实检量')]).toEqual([4, 4, 2]);
    const names = workbook.getWorksheet('质检明细')!.getColumn('J').values.slice(2);
    expect([...new Set(names)].sort()).toEqual(['呼叫中心服务标准', `${titled}（第102版）`].sort());
  });

  test('each rate is the quotient of two cells of its own form', async () => {
    await exported();
    const formOf = ({ worksheet, col }: ExcelJS.Cell) =>
      /^(.*)：/.exec(String(worksheet.getRow(1).getCell(Number(col)).value))?.[1] ?? null;
    let checked = 0;
    for (const name of ['趋势', '班组对比', '坐席']) {
      const sheet = workbook.getWorksheet(name)!;
      sheet.eachRow((row) =>
        row.eachCell((one) => {
          if (!one.formula) return;
          const [, numerator, denominator] = /,"",([A-Z]+\d+)\/([A-Z]+\d+)\)$/.exec(one.formula)!;
          const [above, below] = [sheet.getCell(numerator!), sheet.getCell(denominator!)];
          // The reader forgets a result of 0, and there is none over 0.
          const expected = Number(below.value) === 0 ? 0 : Number(above.value) / Number(below.value);
          expect(Number(one.result ?? 0)).toBe(expected);
          expect([formOf(above), formOf(below)]).toEqual([formOf(one), formOf(one)]);
          checked += 1;
        }),
      );
    }
    expect(checked).toBeGreaterThan(20);
  });
});
