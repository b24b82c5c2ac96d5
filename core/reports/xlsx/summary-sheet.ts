/** 汇总: the report's first sheet, laid out for reading and printing. Totals are formulas over the data sheets. */
import type { Language, Report, ReviewLine } from '../../contract/index.ts';
import { isoWeek, isoWeekday } from '../calendar.ts';
import { wallClockIn } from '../wall-clock.ts';
import { type Words, words } from '../words/index.ts';
import { metricRows } from './metric-rows.ts';
import type { CellKind, CellLook } from './styles.ts';
import type { Cell, CellValue, SheetWriter, WorkbookWriter } from './workbook-writer.ts';

export type Overview = Omit<Report, 'reviews' | 'lost'>;

export interface SummaryOptions {
  language: Language;
  zone: string;
  organisation: string;
  preparedBy: string;
  checkedBy: string;
}

const widths = [20, 12, 12, 12, 12, 16, 16, 18, 34];
const topItems = 5;

/** Title of the report with its period, as on the sheet's first row. */
export function reportTitle(report: Pick<Overview, 'query' | 'from' | 'to'>, language: Language): string {
  const w = words[language];
  const { period } = report.query;
  const [open, close] = w.brackets;
  if (period === 'day')
    return `${w.titles.day} ${report.from}${open}${w.weekdays[isoWeekday(report.from) - 1]}${close}`;
  if (period === 'month') return `${w.titles.month} ${report.from.slice(0, 7)}`;
  const { year, week } = isoWeek(report.from);
  return `${w.titles.week} ${w.week(year, week)}${open}${report.from} ${w.to} ${report.to}${close}`;
}

export async function writeSummarySheet(
  workbook: WorkbookWriter,
  report: Overview,
  options: SummaryOptions,
): Promise<void> {
  const w = words[options.language];
  const signatures = `${w.summary.preparedBy}${w.colon}${options.preparedBy || '________'}　　${w.summary.checkedBy}${w.colon}${options.checkedBy || '________'}`;
  const sheet = workbook.sheet({
    name: w.sheets.summary,
    widths,
    titleRows: 2,
    footer: { left: signatures, page: w.summary.page },
  });
  const lines = new Lines(sheet);
  await writeHead(lines, report, options);
  const metricsAt = await writeMetrics(lines, report, options.language);
  await writeTeams(lines, report, w, metricsAt);
  await writeTop(lines, report, options.language);
  await writeFatal(lines, report, options.language);
  await writeExamples(lines, report, w);
  await lines.text(
    `${signatures}　　${w.summary.signedOn}${w.colon}${wallClockIn(options.zone)(report.generatedAt).slice(0, 10)}`,
  );
  await sheet.end();
}

/** Knows the number of the row it writes next, so that formulas can point at rows. */
class Lines {
  next = 1;
  readonly #sheet: SheetWriter;
  constructor(sheet: SheetWriter) {
    this.#sheet = sheet;
  }
  async row(values: readonly CellValue[], kinds: readonly CellKind[], look: CellLook = 'body'): Promise<number> {
    await this.#sheet.row(
      values.map((value, index): Cell => ({ value, kind: kinds[index] ?? 'text', look, wrap: true })),
    );
    this.next += 1;
    return this.next - 1;
  }
  async header(titles: readonly string[]): Promise<void> {
    await this.row(titles, [], 'header');
  }
  /** One text over the whole width. */
  async text(value: string, look: CellLook = 'note', height?: number): Promise<void> {
    await this.#sheet.row([{ value, kind: 'text', look, wrap: true }], {
      merge: [1, widths.length],
      ...(height ? { height } : {}),
    });
    this.next += 1;
  }
}

async function writeHead(lines: Lines, report: Overview, { language, zone, organisation }: SummaryOptions) {
  const w = words[language];
  const scope = report.query.teams?.map((team) => team || w.noTeam).join(', ') || w.allTeams;
  await lines.text(reportTitle(report, language), 'title', 28);
  await lines.text(
    `${organisation ? `${organisation}　　` : ''}${w.summary.scope}${w.colon}${scope}　　${w.summary.generatedAt}${w.colon}${wallClockIn(zone)(report.generatedAt)}`,
  );
  await lines.text(report.summary[language], 'note', 46);
}

/** @returns the row of each metric */
async function writeMetrics(lines: Lines, report: Overview, language: Language): Promise<Map<string, number>> {
  const { summary } = words[language];
  const { period } = report.query;
  await lines.text(summary.metrics, 'section');
  await lines.header([
    summary.metric,
    summary.current,
    summary.numerator,
    summary.denominator,
    summary.previous,
    summary.change,
    summary.comparable[period],
    summary.comparableChange[period],
  ]);
  const rows = new Map<string, number>();
  for (const metric of metricRows(report, language)) {
    const at = lines.next;
    const { kind } = metric;
    await lines.row(metric.values(at), ['text', kind, 'count', 'count', kind, 'text', kind, 'text']);
    rows.set(metric.id, at);
  }
  return rows;
}

async function writeTeams(lines: Lines, report: Overview, w: Words, metricsAt: Map<string, number>) {
  const { columns } = w;
  const kinds: CellKind[] = ['text', 'count', 'count', 'rate', 'score', 'rate', 'rate', 'count'];
  await lines.text(w.summary.teams, 'section');
  await lines.header([
    columns.team,
    columns.recordings,
    columns.reviewed,
    columns.coverage,
    columns.average,
    columns.passRate,
    columns.excellentRate,
    columns.fatalCalls,
  ]);
  const first = lines.next;
  const coverage = (row: number, result: number | null): CellValue => ({
    formula: `IF(B${row}=0,"",C${row}/B${row})`,
    result,
  });
  for (const team of report.teams) {
    await lines.row(
      [
        team.key || w.noTeam,
        team.recordings,
        team.reviewed,
        coverage(lines.next, team.coverage.value),
        team.average,
        team.passRate.value,
        team.excellentRate.value,
        team.fatalRate.numerator,
      ],
      kinds,
    );
  }
  if (report.teams.length === 0) return;
  const { figures } = report;
  const sum = (column: string, result: number): CellValue => ({
    formula: `SUM(${column}${first}:${column}${lines.next - 1})`,
    result,
  });
  // Averages and rates of the whole come from the calls, never from the teams' own.
  const whole = (metric: string, result: number | null): CellValue => ({
    formula: `B${metricsAt.get(metric)}`,
    result,
  });
  await lines.row(
    [
      w.total,
      sum('B', figures.recordings),
      sum('C', figures.reviewed),
      coverage(lines.next, figures.coverage.value),
      whole('average', figures.average === null ? null : figures.average / 100),
      whole('passRate', figures.passRate.value),
      whole('excellentRate', figures.excellentRate.value),
      sum('H', figures.fatalRate.numerator),
    ],
    kinds,
    'total',
  );
}

async function writeTop(lines: Lines, report: Overview, language: Language) {
  const { summary, columns, severities, none } = words[language];
  await lines.text(summary.top, 'section');
  await lines.header([
    columns.item,
    summary.rank,
    columns.article,
    columns.severity,
    summary.times,
    summary.share,
    summary.hitRate,
    summary.cumulative,
    summary.mainCause,
  ]);
  for (const [index, item] of report.lostItems.slice(0, topItems).entries()) {
    await lines.row(
      [
        item.title[language],
        index + 1,
        item.article,
        severities[item.severity],
        item.count,
        item.share.value,
        item.applicable.value,
        item.cumulative,
        item.causes[0]?.title[language] ?? none,
      ],
      ['text', 'count', 'text', 'text', 'count', 'rate', 'rate', 'rate', 'text'],
    );
  }
}

async function writeFatal(lines: Lines, report: Overview, language: Language) {
  const { summary, columns } = words[language];
  await lines.text(summary.fatal, 'section');
  if (report.fatal.length === 0) return lines.text(summary.fatalNone);
  await lines.header([
    columns.item,
    columns.callDate,
    columns.agentId,
    columns.agentName,
    columns.at,
    columns.team,
    columns.quote,
    columns.note,
    columns.file,
  ]);
  for (const line of report.fatal) {
    await lines.row(
      [
        line.itemTitle[language],
        line.businessDate,
        line.agentId,
        line.agentName,
        line.at,
        line.team,
        line.quote,
        line.comment,
        line.file,
      ],
      ['text', 'date', 'text', 'text', 'duration'],
    );
  }
}

async function writeExamples(lines: Lines, report: Overview, w: Words) {
  const { summary, columns } = w;
  await lines.text(summary.examples, 'section');
  if (report.figures.reviewed === 0) return lines.text(summary.noReviews);
  await lines.header([
    summary.kind,
    columns.callDate,
    columns.agentId,
    columns.agentName,
    columns.after,
    columns.team,
    columns.business,
    columns.comment,
    columns.file,
  ]);
  const row = (kind: string, line: ReviewLine) =>
    lines.row(
      [
        kind,
        line.businessDate,
        line.agentId,
        line.agentName,
        line.after,
        line.team,
        line.business,
        line.comment || null,
        line.file,
      ],
      ['text', 'date', 'text', 'text', 'score'],
    );
  for (const line of report.best) await row(summary.good, line);
  for (const line of report.worst) await row(summary.bad, line);
}
