import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { CoreContext } from '../context.ts';
import { Report } from '../contract/index.ts';
import { createTemplates } from '../scoring/templates-service.ts';
import type { ServiceOf } from '../service.ts';
import { callSeeder, type SeedCall } from '../test-support/seed-calls.ts';
import { createTestCore } from '../test-support/test-core.ts';
import { createReports } from './reports-service.ts';

let context: CoreContext;
let templates: ServiceOf<'templates'>;
let reports: ServiceOf<'reports'>;
let seed: (call: SeedCall) => { recordingId: string; reviewId: string };

beforeEach(async () => {
  const core = createTestCore({ ports: { clock: () => Date.UTC(2026, 2, 9, 12) } });
  onTestFinished(() => core.close());
  context = core.context;
  templates = await createTemplates(context);
  reports = createReports(context, { templates });
  seed = callSeeder(context.library);
});

type Export = Parameters<ServiceOf<'reports'>['export']>[0];
const day = { period: 'day', date: '2026-03-02' } as const;

async function exported(more: Partial<Export> & Pick<Export, 'format'>): Promise<string[]> {
  const { files } = await reports.export({ ...day, ...more }, {});
  return files.map((file) => file.path);
}

/** The parts of the package as text. */
function partsOf(path: string): Record<string, string> {
  const parts = unzipSync(readFileSync(path));
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name.replace(/^\//, ''), strFromU8(bytes)]));
}

async function workbookOf(path: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook;
}

/** Values as a reader sees them: cached results in place of formulas. */
function rowsOf(sheet: ExcelJS.Worksheet): unknown[][] {
  const rows: unknown[][] = [];
  sheet.eachRow((row) => {
    rows.push(
      (row.values as ExcelJS.CellValue[]).slice(1).map((value) => {
        if (value && typeof value === 'object' && 'result' in value) return value.result;
        return value instanceof Date ? value.toISOString() : value;
      }),
    );
  });
  return rows;
}

/** Three reviewed calls of five: 96.00 excellent, 85.05 passed, 0 fatal; average 181.05 / 3 = 60.35. */
function seedDay(): void {
  seed({
    agent: '0012',
    agentName: '张敏',
    state: 'submitted',
    after: 9600,
    phone: '13800138001',
    startedAt: Date.UTC(2026, 2, 2, 1, 15, 3),
    durationMs: 185_000,
    lines: [{ item: 'closing', article: '23.13', title: '结束语', lost: 100 }],
    comments: [{ item: 'closing', atMs: 65_000, text: '没有道别', quote: '就这样' }],
  });
  seed({ agent: '0012', state: 'submitted', after: 8505 });
  seed({
    agent: '8013',
    agentName: '李强',
    team: '二组',
    state: 'submitted',
    after: 0,
    before: 8800,
    passed: false,
    fatal: 1,
    lines: [{ item: 'forbidden', article: '11', title: '不说忌语', severity: 'fatal', lost: 200, effect: 'fail-form' }],
  });
  seed({ agent: '8013', team: '二组' });
  seed({ agent: '8014', team: '二组' });
}

describe('the daily workbook', () => {
  test('has the agreed name and sheets', async () => {
    seedDay();
    const { files } = await reports.export({ ...day, format: 'xlsx' }, {});
    expect(files).toEqual([
      {
        path: join(context.dirs.exports, '质检日报_20260302.xlsx'),
        downloadUrl: `exports/${encodeURIComponent('质检日报_20260302.xlsx')}`,
      },
    ]);
    const workbook = await workbookOf(files[0]!.path);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual([
      '汇总',
      '坐席',
      '质检明细',
      '差错明细',
      '口径说明',
    ]);
    expect(readdirSync(context.dirs.exports)).toEqual(['质检日报_20260302.xlsx']);
  });

  test('shows figures that a calculator gives too, with formulas that keep them', async () => {
    seedDay();
    const [path] = await exported({ format: 'xlsx' });
    const workbook = await workbookOf(path!);
    const summary = workbook.getWorksheet('汇总')!;
    const metrics = new Map(rowsOf(summary).map((row) => [row[0], row]));
    expect(metrics.get('录音总量')?.[1]).toBe(5);
    expect(metrics.get('实检量')?.[1]).toBe(3);
    expect(metrics.get('抽检覆盖率')?.slice(1, 4)).toEqual([0.6, 3, 5]);
    expect(metrics.get('坐席覆盖率')?.slice(1, 4)).toEqual([2 / 3, 2, 3]);
    expect(metrics.get('平均分')?.slice(1, 4)).toEqual([60.35, undefined, 3]);
    expect(metrics.get('合格率')?.slice(1, 4)).toEqual([2 / 3, 2, 3]);
    expect(metrics.get('优秀率')?.slice(1, 4)).toEqual([1 / 3, 1, 3]);
    expect(metrics.get('致命错误率')?.slice(1, 4)).toEqual([1 / 3, 1, 3]);
    expect(metrics.get('合计')?.slice(1)).toEqual([5, 3, 0.6, 60.35, 2 / 3, 1 / 3, 1]);
    const formulas: string[] = [];
    summary.eachRow((row) => row.eachCell((cell) => cell.formula && formulas.push(cell.formula)));
    expect(formulas).toContain("IF(COUNT('质检明细'!$N:$N)=0,\"\",ROUND(AVERAGE('质检明细'!$N:$N),2))");
    expect(formulas).toContain("SUM('坐席'!$D:$D)");
  });

  test('keeps formulas and columns in step: what a formula counts is what stands in its column', async () => {
    seedDay();
    const workbook = await workbookOf((await exported({ format: 'xlsx' }))[0]!);
    const column = (sheet: string, letter: string) =>
      (workbook.getWorksheet(sheet)!.getColumn(letter).values as ExcelJS.CellValue[]).slice(1);
    expect(column('质检明细', 'N')).toEqual(['最终得分', 96, 85.05, 0]);
    expect(column('质检明细', 'O')).toEqual(['结果', '优秀', '合格', '不合格']);
    expect(column('质检明细', 'P')).toEqual(['致命项数', 0, 0, 1]);
    expect(
      column('质检明细', 'S')
        .slice(1)
        .every((value) => value instanceof Date),
    ).toBe(true);
    expect(column('坐席', 'D')).toEqual(['录音总量', 2, 1, 2]);
    const agents = workbook.getWorksheet('坐席')!;
    const rate = agents.getRow(2).getCell(6);
    expect([rate.formula, rate.result, rate.numFmt]).toEqual(['IF(D2=0,"",E2/D2)', 1, '0.0%']);
  });

  test('lists calls and deductions with native dates, durations and text numbers', async () => {
    seedDay();
    const workbook = await workbookOf((await exported({ format: 'xlsx' }))[0]!);
    const call = workbook.getWorksheet('质检明细')!.getRow(2);
    expect([call.getCell(1).value, call.getCell(1).numFmt]).toEqual([new Date('2026-03-02T00:00:00Z'), 'yyyy-mm-dd']);
    expect(call.getCell(2).value).toEqual(new Date('2026-03-02T09:15:03Z'));
    expect([call.getCell(3).value, call.getCell(3).numFmt]).toEqual(['0012', '@']);
    expect(call.getCell(6).value).toBe('138****8001');
    expect(call.getCell(9).numFmt).toBe('[m]:ss');
    expect([call.getCell(14).value, call.getCell(14).numFmt]).toEqual([96, '0.00']);
    const lost = rowsOf(workbook.getWorksheet('差错明细')!);
    expect(lost[1]?.slice(4, 13)).toEqual([
      '23.13',
      '结束语',
      '轻微',
      undefined,
      undefined,
      1,
      // 65 s as a fraction of a day is how spreadsheets hold 1:05.
      expect.stringContaining('00:01:05'),
      '就这样',
      '没有道别',
    ]);
    expect(lost).toHaveLength(3);
  });

  test('prints on A4 across, one page wide, with its header row repeated, frozen and filterable', async () => {
    seedDay();
    const parts = partsOf((await exported({ format: 'xlsx', preparedBy: 'A&B', checkedBy: '李审' }))[0]!);
    const sheets = [1, 2, 3, 4, 5].map((number) => parts[`xl/worksheets/sheet${number}.xml`]!);
    for (const sheet of sheets) {
      expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
      expect(sheet).toMatch(/<pageSetup[^>]*paperSize="9"[^>]*orientation="landscape"[^>]*fitToHeight="0"/);
      expect(sheet).toContain('第 &amp;P 页 共 &amp;N 页');
    }
    expect(sheets[0]).toContain('制表人：A&amp;&amp;B');
    expect(sheets[0]).toContain('审核人：李审');
    for (const sheet of sheets.slice(1)) {
      expect(sheet).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
      expect(sheet).toContain('<autoFilter ref="A1:');
      expect(sheet).not.toContain('<mergeCell ');
    }
    expect(parts['xl/workbook.xml']).toContain('&apos;质检明细&apos;!$1:$1');
  });

  test('says what every figure means, for which days and by which template version', async () => {
    seedDay();
    const text = JSON.stringify(
      rowsOf((await workbookOf((await exported({ format: 'xlsx' }))[0]!)).getWorksheet('口径说明')!),
    );
    for (const word of [
      '平均分',
      'Σ最终得分 ÷ 有得分通数',
      '不是坐席平均分的平均',
      '业务日期',
      'Asia/Shanghai',
      '呼叫中心服务标准',
      `第 ${(await templates.get({ id: 'service-standard' }, {})).version} 版`,
    ])
      expect(text).toContain(word);
  });
});

test.each(['week', 'month'] as const)('a %s adds the sheets for the trend and the teams', async (period) => {
  seedDay();
  const [path] = await exported({ format: 'xlsx', period });
  const workbook = await workbookOf(path!);
  expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual([
    '汇总',
    '趋势',
    '班组对比',
    '坐席',
    '质检明细',
    '差错明细',
    '口径说明',
  ]);
  expect(basename(path!)).toBe({ week: '质检周报_2026W10.xlsx', month: '质检月报_202603.xlsx' }[period]);
  const trend = rowsOf(workbook.getWorksheet('趋势')!);
  expect(trend).toHaveLength(1 + { week: 7, month: 31 }[period]);
  expect(trend.find((row) => row[0] === '2026-03-02T00:00:00.000Z')?.slice(1, 4)).toEqual([5, 3, 0.6]);
});

test('in English nothing is left in Chinese but the data', async () => {
  seed({ state: 'submitted', agentName: 'Zhang', team: 'One', lines: [{ item: 'closing', lost: 100 }] });
  const [path] = await exported({ format: 'xlsx', language: 'en', period: 'week' });
  expect(basename(path!)).toBe('QA-weekly-report_2026W10.xlsx');
  const workbook = await workbookOf(path!);
  const texts = workbook.worksheets.flatMap((sheet) => [sheet.name, ...rowsOf(sheet).flat()]);
  expect(texts.filter((text) => /[\p{Script=Han}：（）]/u.test(String(text)) && text !== '王质检')).toEqual([]);
});

const hostile = [
  "=cmd|' /C calc'!A0",
  '+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '＝1',
  '=HYPERLINK("http://x")',
  '"quoted", twice',
];

describe('text from outside', () => {
  beforeEach(() => {
    for (const [index, text] of hostile.entries())
      seed({
        agent: `80${index}`,
        agentName: text,
        team: text,
        inspector: text,
        file: `${text.replaceAll('/', '')}.wav`,
        state: 'submitted',
        lines: [{ item: 'closing', lost: 100, title: text }],
        comments: [
          { item: 'closing', atMs: 0, text, quote: text },
          { item: null, atMs: 0, text },
        ],
      });
  });

  test('is never a formula in a workbook', async () => {
    const [path] = await exported({ format: 'xlsx', period: 'week', preparedBy: hostile[0]! });
    const parts = partsOf(path!);
    const formulas = Object.entries(parts)
      .filter(([name]) => name.startsWith('xl/worksheets/'))
      .flatMap(([, xml]) => [...xml.matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula]) => formula!));
    expect(formulas.length).toBeGreaterThan(50);
    for (const formula of formulas) expect(formula).toMatch(/^(?:IF|SUM|COUNT|COUNTIF)\(|^B\d+$/);
    const names = rowsOf((await workbookOf(path!)).getWorksheet('质检明细')!).map((row) => row[3]);
    expect(names.slice(1).sort()).toEqual([...hostile].sort());
  });

  test('gets an apostrophe and quotes in CSV where a spreadsheet would calculate', async () => {
    const paths = await exported({ format: 'csv' });
    const csv = readFileSync(paths.find((path) => path.includes('质检明细'))!, 'utf8');
    expect(csv.startsWith('\uFEFF通话日期,')).toBe(true);
    expect(csv.split('\r\n').length).toBeGreaterThan(hostile.length);
    const { data, errors } = Papa.parse<string[]>(csv.slice(1).trim());
    expect(errors).toEqual([]);
    const names = data.slice(1).map((row) => row[3]!);
    expect(names.sort()).toEqual(hostile.map((text) => (text.startsWith('"') ? text : `'${text}`)).sort());
    for (const cell of data.flat()) expect(cell).not.toMatch(/^[\s]*[=+\-@＝]/);
  });
});

test('CSV comes as one file per table, numbers readable by people and spreadsheets', async () => {
  seedDay();
  const paths = await exported({ format: 'csv' });
  expect(paths.map((path) => basename(path))).toEqual([
    '质检日报_20260302_坐席.csv',
    '质检日报_20260302_质检明细.csv',
    '质检日报_20260302_差错明细.csv',
  ]);
  const rows = (index: number) => Papa.parse<string[]>(readFileSync(paths[index]!, 'utf8').slice(1).trim()).data;
  expect(rows(0)[1]?.slice(0, 9)).toEqual(['0012', '张敏', '一组', '2', '2', '100.0%', '2', '90.53', '2']);
  expect(rows(1)[0]?.[8]).toBe('时长（秒）');
  expect(rows(1)[1]?.slice(0, 9)).toEqual([
    '2026-03-02',
    '2026-03-02 09:15:03',
    '0012',
    '张敏',
    '一组',
    '138****8001',
    '呼入',
    '',
    '185',
  ]);
});

test('JSON holds the same report as the screen', async () => {
  seedDay();
  const [path] = await exported({ format: 'json' });
  const report = Report.parse(JSON.parse(readFileSync(path!, 'utf8')));
  expect(report).toEqual(await reports.figures(day, {}));
});

describe('an export that cannot be', () => {
  test('of a period without recordings says so and leaves no file', async () => {
    for (const format of ['xlsx', 'csv', 'json'] as const)
      await expect(exported({ format, date: '2020-01-01' })).rejects.toMatchObject({
        code: 'NOTHING_TO_REPORT',
        params: { period: '2020-01-01' },
      });
    expect(readdirSync(context.dirs.exports)).toEqual([]);
  });

  test('into a place that is no folder names the place', async () => {
    seedDay();
    const file = join(context.dirs.root, 'a-file');
    writeFileSync(file, 'x');
    for (const format of ['xlsx', 'csv', 'json'] as const)
      await expect(exported({ format, dir: join(file, 'out') })).rejects.toMatchObject({ code: 'OUTPUT_NOT_WRITABLE' });
    expect(readFileSync(file, 'utf8')).toBe('x');
  });

  test('over a folder of the same name leaves that folder and no half file', async () => {
    seedDay();
    const dir = join(context.dirs.root, 'out');
    mkdirSync(join(dir, '质检日报_20260302.xlsx', 'kept'), { recursive: true });
    await expect(exported({ format: 'xlsx', dir })).rejects.toMatchObject({ code: 'OUTPUT_NOT_WRITABLE' });
    expect(readdirSync(dir)).toEqual(['质检日报_20260302.xlsx']);
  });
});

test.each(['xlsx', 'csv', 'json'] as const)(
  'an export as %s ends when its caller leaves: no half file',
  async (format) => {
    context.library.raw.transaction(() => {
      for (let index = 0; index < 2000; index += 1) seed({ state: 'submitted' });
    })();
    const leave = new AbortController();
    const written = () => readdirSync(context.dirs.exports);
    let begun = false;
    const watch = setInterval(() => {
      begun ||= written().some((name) => name.includes('.part'));
      if (begun) leave.abort();
    });
    onTestFinished(() => clearInterval(watch));
    await expect(reports.export({ ...day, format }, { signal: leave.signal })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    expect(begun).toBe(true);
    // Of several tables those that were complete before stay.
    expect(written().filter((name) => !name.endsWith('_坐席.csv'))).toEqual([]);
  },
);

test('a folder of the caller is made, gets the files, and has no download path', async () => {
  seedDay();
  const dir = join(context.dirs.root, 'new', 'folder');
  const { files } = await reports.export({ ...day, format: 'xlsx', dir, teams: ['一组', '../二组'] }, {});
  expect(files).toEqual([{ path: join(dir, '质检日报_20260302_一组-.._二组.xlsx'), downloadUrl: '' }]);
});
