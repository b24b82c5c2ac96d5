/** 汇总: the report's first sheet, laid out for reading and printing. Totals are formulas over the data sheets. */
import type { Language, ReviewLine } from '../../contract/index.ts';
import { isoWeek, isoWeekday } from '../calendar.ts';
import { wallClockIn } from '../wall-clock.ts';
import { words } from '../words/index.ts';
import { formCaption, Lines, type Overview } from './summary-lines.ts';
import { writeMetrics, writeTeams, writeTop } from './summary-scores.ts';
import type { WorkbookWriter } from './workbook-writer.ts';

export interface SummaryOptions {
  language: Language;
  zone: string;
  organisation: string;
  preparedBy: string;
  checkedBy: string;
}

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
    titleRows: 2,
    footer: { left: signatures, page: w.summary.page },
  });
  const lines = new Lines(sheet);
  await writeHead(lines, report, options);
  const places = await writeMetrics(lines, report, options.language);
  await writeTeams(lines, report, places, options.language);
  await writeTop(lines, report, options.language);
  await writeFatal(lines, report, options.language);
  await writeExamples(lines, report, options.language);
  await lines.text(
    `${signatures}　　${w.summary.signedOn}${w.colon}${wallClockIn(options.zone)(report.generatedAt).slice(0, 10)}`,
  );
  await sheet.end();
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
    columns.breachClass,
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
        line.breachClass?.[language] ?? null,
      ],
      ['text', 'date', 'text', 'text', 'duration'],
    );
  }
}

/** Of each form its models and its weak examples. */
async function writeExamples(lines: Lines, report: Overview, language: Language) {
  const { summary, columns } = words[language];
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
  for (const form of report.forms) {
    const of = (examples: readonly ReviewLine[]) => examples.filter((line) => line.form === form.key);
    const [good, bad] = [of(report.best), of(report.worst)];
    if (good.length + bad.length > 0) await formCaption(lines, report, form, language);
    for (const line of good) await row(summary.good, line);
    for (const line of bad) await row(summary.bad, line);
  }
}
