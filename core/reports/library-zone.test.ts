/** Days and times are those of the library's zone, whatever the machine's is. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { createAppService } from '../app/app-service.ts';
import { criteriaOf } from '../recordings/recording-criteria.ts';
import { dayAround } from '../reviews/today.ts';
import { createTemplates } from '../scoring/templates-service.ts';
import { callSeeder } from '../test-support/seed-calls.ts';
import { createTestCore } from '../test-support/test-core.ts';
import { createReports } from './reports-service.ts';
import { createTrends } from './trends-service.ts';

const machine = process.env.TZ;
afterEach(() => {
  if (machine === undefined) delete process.env.TZ;
  else process.env.TZ = machine;
});

/** 00:30 on 3 March in Shanghai, 11:30 on 2 March in New York. */
const night = Date.UTC(2026, 2, 2, 16, 30);

describe.each([
  ['America/New_York', 'Asia/Shanghai', '2026-03-03', '00:30:00'],
  ['Asia/Shanghai', 'America/New_York', '2026-03-02', '11:30:00'],
  ['Pacific/Kiritimati', 'Asia/Shanghai', '2026-03-03', '00:30:00'],
  ['Asia/Shanghai', 'Pacific/Honolulu', '2026-03-02', '06:30:00'],
])('on a machine in %s a library in %s', (tz, zone, date, time) => {
  async function opened() {
    process.env.TZ = tz;
    // The machine's own clock does follow.
    expect(new Date(night).getHours()).not.toBe(Number(time.slice(0, 2)));
    const core = createTestCore({ ports: { clock: () => night } });
    onTestFinished(() => core.close());
    const { context } = core;
    await context.settings.save({ timeZone: zone });
    const templates = await createTemplates(context);
    const seed = callSeeder(context.library);
    seed({ date: null, importedAt: night, startedAt: night, state: 'submitted', after: 9000 });
    return { context, reports: createReports(context, { templates }), trends: createTrends(context, { templates }) };
  }

  test('counts a call on its own day: in reports, on the dashboard, in lists and in the day’s work', async () => {
    const { context, reports, trends } = await opened();
    expect((await reports.figures({ period: 'day', date }, {})).figures.reviewed).toBe(1);
    for (const other of ['2026-03-02', '2026-03-03'].filter((day) => day !== date))
      expect((await reports.figures({ period: 'day', date: other }, {})).figures.reviewed).toBe(0);
    expect((await reports.periods({ period: 'day' }, {})).map((period) => period.date)).toEqual([date]);
    const series = await trends.series({ from: date, to: date, bucket: 'day', by: 'all' }, {});
    expect(series.series[0]?.points.map((point) => [point.date, point.n])).toEqual([[date, 1]]);
    const criteria = await criteriaOf(context.library, { from: date, to: date }, zone);
    expect(criteria).toMatchObject({ importedFrom: dayAround(night, zone).from });
    expect(criteria.importedFrom).toBeLessThanOrEqual(night);
    expect(criteria.importedBefore).toBeGreaterThan(night);
    expect((await createAppService(context).info(undefined, {})).today).toBe(date);
  });

  test('writes its own times and days into spreadsheets and their names', async () => {
    const { reports } = await opened();
    const [book] = (await reports.export({ period: 'day', date, format: 'xlsx', language: 'zh' }, {})).files;
    expect(basename(book!.path)).toBe(`质检日报_${date.replaceAll('-', '')}.xlsx`);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(book!.path);
    const calls = workbook.worksheets.find((sheet) => sheet.name === '质检明细')!;
    expect([calls.getCell('A2').value, calls.getCell('B2').value]).toEqual([
      new Date(`${date}T00:00:00Z`),
      new Date(`${date}T${time}Z`),
    ]);
    const summary = workbook.worksheets[0]!.getCell('A2').text;
    expect(summary).toContain(`${date} ${time}`);
    const tables = await reports.export({ period: 'day', date, format: 'csv', language: 'zh' }, {});
    const csv = tables.files.find(({ path }) => path.includes('质检明细'))!;
    expect(readFileSync(csv.path, 'utf8').split('\r\n')[1]).toMatch(new RegExp(`^${date},${date} ${time},`));
  });
});
