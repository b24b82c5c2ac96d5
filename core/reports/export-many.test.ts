/** A workbook of thousands of reviews, read by another program, against arithmetic that never saw the database. */
import ExcelJS from 'exceljs';
import { beforeAll, expect, test } from 'vitest';
import type { Figures, GroupFigures, Rate } from '../contract/index.ts';
import { maskPhone } from '../recordings/mask-phone.ts';
import { createTemplates } from '../scoring/templates-service.ts';
import { callSeeder, type SeedCall } from '../test-support/seed-calls.ts';
import { createTestCore } from '../test-support/test-core.ts';
import { daysOf } from './calendar.ts';
import { agentFigures, dayFigures, type FigureCell, figuresOf, teamFigures } from './figures.ts';
import { createReports } from './reports-service.ts';
import { wallClockIn } from './wall-clock.ts';

const range = { from: '2026-03-01', to: '2026-03-31' };
const days = daysOf(range);
const zone = 'Asia/Shanghai';
const submittedAt = '2026-03-09 18:00:00';
const notes = ['=1+1', '<b>&"\'', '  两端有空格 ', '多行\n第二行', '_x0041_ 不是 A', 'a\u0007b', '😀 好'];
/** What XML cannot hold is left out. */
const readable = (text: string) => text.replace('\u0007', '');

interface Made extends SeedCall {
  index: number;
  agent: string;
  after: number | null;
  startedAt: number;
}

/** Every kind of call in turn: reviewed or not, fatal, without score, team, name or number, lost on 0, 1 or 2 items. */
function call(index: number): Made {
  const fatal = index % 17 === 0 ? 1 : 0;
  const after = index % 29 === 0 ? null : fatal ? 0 : 7000 + ((index * 37) % 3001);
  const note = notes[index % notes.length]!;
  return {
    index,
    date: days[Math.floor((index * days.length) / total)]!,
    startedAt: Date.UTC(2026, 2, 1, 1) + index * 1000,
    agent: String(index % 41).padStart(4, '0'),
    agentName: index % 41 === 5 ? null : `坐席${index % 41}`,
    team: index % 41 === 7 ? null : `${1 + ((index % 41) % 6)}组`,
    phone: index % 3 === 0 ? null : String(13_000_000_000 + index),
    file: `${index}.wav`,
    durationMs: index % 13 === 0 ? null : 60_000 + index * 7,
    ...(index % 11 === 0 ? {} : { state: 'submitted' as const }),
    before: after === null ? null : 9000,
    after,
    passed: after === null ? null : !fatal && after >= 8500,
    fatal,
    lines: [
      ...(index % 2 ? [{ item: 'closing', article: '23.13', title: '结束语', lost: 25 * (index % 8) }] : []),
      ...(fatal
        ? [
            {
              item: 'forbidden',
              article: '11',
              title: '忌语',
              severity: 'fatal',
              lost: 200,
              effect: 'fail-form',
            } as const,
          ]
        : []),
    ],
    comments: [
      { item: null, atMs: 0, text: note },
      { item: 'closing', atMs: index * 10, text: note, quote: `“${note}”` },
    ],
  };
}

const total = 2000;
const calls = Array.from({ length: total }, (_, index) => call(index));
const reviewed = calls.filter((made) => made.state === 'submitted');
const forms = ['service-standard@1'];
const cells: FigureCell[] = calls.map((made) => {
  const done = made.state === 'submitted';
  const scored = done && made.after !== null;
  return {
    date: made.date!,
    form: done ? forms[0]! : null,
    team: made.team ?? null,
    agentNo: made.agent,
    agentName: made.agentName ?? null,
    recordings: 1,
    reviewed: Number(done),
    scored: Number(scored),
    scoreSum: scored ? made.after! : 0,
    passed: Number(scored && made.passed === true),
    excellent: Number(scored && made.passed === true && made.after! >= 9500),
    fatal: Number(done && made.fatal! > 0),
  };
});

let workbook: ExcelJS.Workbook;
/** The one by which the calls were reviewed: the newest. */
let templateVersion: number;
beforeAll(async () => {
  const core = createTestCore({ ports: { clock: () => Date.UTC(2026, 3, 1) } });
  const { context } = core;
  const templates = await createTemplates(context);
  const reports = createReports(context, { templates });
  templateVersion = (await templates.get({ id: 'service-standard' }, {})).version;
  const seed = callSeeder(context.library);
  context.library.raw.transaction(() => calls.forEach(seed))();
  const { files } = await reports.export({ period: 'month', date: '2026-03-15', format: 'xlsx' }, {});
  workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(files[0]!.path);
  await core.close();
}, 30_000);

/** Cells below the header, formulas by their results, dates and moments as their readings, nothing as null. */
function cellsOf(name: string): unknown[][] {
  const sheet = workbook.getWorksheet(name)!;
  const rows: unknown[][] = [];
  for (let number = 2; number <= sheet.rowCount; number += 1)
    rows.push(Array.from({ length: sheet.columnCount }, (_, index) => plain(sheet.getRow(number).getCell(index + 1))));
  return rows;
}

function plain({ value, numFmt }: ExcelJS.Cell): unknown {
  // The reader forgets a result of 0.
  const shown = value && typeof value === 'object' && 'formula' in value ? (value.result ?? 0) : value;
  if (!(shown instanceof Date)) return shown === undefined || shown === '' ? null : shown;
  if (numFmt === '[m]:ss') return Math.round(shown.getTime() - Date.UTC(1899, 11, 30));
  const reading = shown.toISOString().slice(0, 19).replace('T', ' ');
  return numFmt === 'yyyy-mm-dd' ? reading.slice(0, 10) : reading;
}

const points = (hundredths: number | null) => (hundredths === null ? null : hundredths / 100);
const shares = ({ forms: [only] }: Figures) => {
  const { passRate, average, excellentRate, fatalRate } = only!;
  return [
    passRate.denominator,
    points(average),
    passRate.numerator,
    passRate.value,
    excellentRate.numerator,
    excellentRate.value,
    fatalRate.numerator,
    fatalRate.value,
  ];
};
const counts = ({ recordings, reviewed: done, coverage }: Figures) => [recordings, done, coverage.value];
const whole = (group: GroupFigures) => [
  ...counts(group),
  group.agentCoverage.denominator,
  group.agentCoverage.numerator,
  group.agentCoverage.value,
  ...shares(group),
];

test('every cell of the call sheet is what was put in, in the order of the calls', () => {
  const clock = wallClockIn(zone);
  expect(cellsOf('质检明细')).toEqual(
    reviewed.map((made) => [
      made.date,
      clock(made.startedAt),
      made.agent,
      made.agentName,
      made.team,
      maskPhone(made.phone!),
      '呼入',
      null,
      made.durationMs,
      '呼叫中心服务标准',
      templateVersion,
      '王质检',
      points(made.before!),
      points(made.after),
      made.after === null ? '无得分' : !made.passed ? '不合格' : made.after >= 9500 ? '优秀' : '合格',
      made.fatal,
      null,
      readable(made.comments![0]!.text.trim()),
      submittedAt,
      made.file,
    ]),
  );
});

test('every cell of the deduction sheet is what was put in, the lowest article of a call first', () => {
  const expected = reviewed.flatMap((made) =>
    [...made.lines!]
      .filter((line) => line.lost! > 0)
      .sort((a, b) => Number(a.article) - Number(b.article))
      .map((line) => {
        const own = made.comments!.find((comment) => comment.item === line.item);
        return [
          made.date,
          made.agent,
          made.agentName,
          made.team,
          line.article,
          line.title,
          line.severity === 'fatal' ? '致命' : '轻微',
          null,
          null,
          points(line.lost!),
          own ? own.atMs : null,
          own ? readable(own.quote!) : null,
          own ? readable(own.text.trim()) : null,
          null,
          made.file,
        ];
      }),
  );
  expect(expected.length).toBeGreaterThan(700);
  expect(cellsOf('差错明细')).toEqual(expected);
});

test('days, teams and agents hold the figures of their calls', () => {
  expect(cellsOf('趋势')).toEqual(dayFigures(cells, days, forms).map((day) => [day.key, ...whole(day)]));
  expect(cellsOf('班组对比')).toEqual(teamFigures(cells, forms).map((team) => [team.key || '未分组', ...whole(team)]));
  expect(cellsOf('坐席')).toEqual(
    agentFigures(cells, forms).map((agent) => [
      agent.key,
      agent.label === agent.key ? null : agent.label,
      agent.team ?? '未分组',
      ...counts(agent),
      ...shares(agent),
      null,
    ]),
  );
});

test('the summary holds the figures of all calls', () => {
  const figures = figuresOf(cells, forms);
  const metrics = new Map(cellsOf('汇总').map((row) => [row[0], row.slice(1, 4)]));
  const rate = ({ value, numerator, denominator }: Rate) => [value, numerator, denominator];
  expect(metrics.get('录音总量')?.[0]).toBe(total);
  expect(metrics.get('实检量')?.[0]).toBe(reviewed.length);
  expect(metrics.get('抽检覆盖率')).toEqual(rate(figures.coverage));
  expect(metrics.get('坐席覆盖率')).toEqual(rate(figures.agentCoverage));
  expect(metrics.get('平均分')).toEqual([points(figures.average), null, figures.passRate!.denominator]);
  expect(metrics.get('合格率')).toEqual(rate(figures.passRate!));
  expect(metrics.get('优秀率')).toEqual(rate(figures.excellentRate!));
  expect(metrics.get('致命错误率')).toEqual(rate(figures.fatalRate!));
});

test('each rate of a data sheet is the quotient of the two cells that its formula names', () => {
  let checked = 0;
  for (const name of ['趋势', '班组对比', '坐席'])
    workbook.getWorksheet(name)!.eachRow((row) =>
      row.eachCell((cell) => {
        if (!cell.formula) return;
        const [, numerator, denominator] = /,"",([A-Z]+\d+)\/([A-Z]+\d+)\)$/.exec(cell.formula)!;
        const of = (place: string) => Number(row.worksheet.getCell(place).value);
        expect(cell.result ?? 0).toBe(of(denominator!) === 0 ? '' : of(numerator!) / of(denominator!));
        checked += 1;
      }),
    );
  expect(checked).toBeGreaterThan(300);
});
