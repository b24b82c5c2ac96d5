/** Writes a report as files for people. */
import { rm } from 'node:fs/promises';
import { templatesInScope } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import type { Language, ReportFormat, ReportQuery } from '../contract/index.ts';
import { DomainError } from '../domain-error.ts';
import { safeFileName } from '../output/safe-file-name.ts';
import { type OutputFile, writeOutput } from '../output/write-output.ts';
import { buildOverview, type ReportOverview } from './build-report.ts';
import { isoWeek, periodRange } from './calendar.ts';
import { writeCsv } from './csv.ts';
import { writeJson } from './json.ts';
import { lostLines, type RowReader, reviewLines } from './rows.ts';
import { scopeOf } from './scope.ts';
import { agentsTable, daysTable, teamsTable } from './tables/group-table.ts';
import { lostTable } from './tables/lost-table.ts';
import { reviewsTable } from './tables/reviews-table.ts';
import type { Table } from './tables/table.ts';
import { words } from './words/index.ts';

export interface ExportRequest {
  query: ReportQuery;
  format: ReportFormat;
  language: Language;
  dir: string | undefined;
  preparedBy: string;
  checkedBy: string;
  organisation: string;
}

/**
 * One file for xlsx and json, one per table for csv. Long lists are read page by page while they are written.
 * @throws DomainError NOTHING_TO_REPORT, OUTPUT_NOT_WRITABLE, DISK_FULL, INPUT_INVALID; CANCELLED when the caller
 *   left: no unfinished file stays, and no part of a set of tables
 */
export async function exportReport(
  context: CoreContext,
  reader: RowReader,
  request: ExportRequest,
): Promise<OutputFile[]> {
  const { query, format, language, dir } = request;
  const overview = await buildOverview(context, reader, query);
  const { report } = overview;
  if (report.figures.recordings === 0) {
    const period = report.from === report.to ? report.from : `${report.from} – ${report.to}`;
    throw new DomainError('NOTHING_TO_REPORT', { period });
  }
  const base = fileBase(query, language);
  const write = (name: string, extension: string, fill: (path: string) => Promise<void>) =>
    writeOutput(context.dirs, dir, safeFileName(name, extension), fill);

  if (format === 'json') {
    const { reviewIds } = overview;
    const lists = { reviews: reviewLines(reader, reviewIds), lost: lostLines(reader, reviewIds) };
    return [await write(base, '.json', (path) => writeJson(path, report, lists))];
  }
  const tables = tablesOf(overview, reader, language);
  if (format === 'csv') {
    const files: OutputFile[] = [];
    try {
      for (const table of tables)
        files.push(await write(`${base}_${table.name}`, '.csv', (path) => writeCsv(path, table, language)));
    } catch (error) {
      // Half of a set would be taken for the whole.
      await Promise.all(files.map(({ path }) => rm(path, { force: true }).catch(() => {})));
      throw error;
    }
    return files;
  }
  // The spreadsheet library takes a fifth of a small command's start: it is loaded by those who write one.
  const { writeXlsx } = await import('./xlsx/write-xlsx.ts');
  const used = await templatesInScope(context.library, scopeOf(report, reader.zone, query));
  const content = {
    report,
    tables,
    templates: used.map((template) => ({
      title: language === 'zh' ? template.titleZh : template.titleEn,
      version: template.version,
    })),
    options: { ...request, zone: reader.zone },
  };
  return [await write(base, '.xlsx', (path) => writeXlsx(path, content))];
}

/** Weekly and monthly reports show how the days went and how the teams compare. */
function tablesOf({ report, reviewIds }: ReportOverview, reader: RowReader, language: Language): Table[] {
  const { forms } = report;
  return [
    ...(report.query.period === 'day'
      ? []
      : [daysTable(report.days, forms, language), teamsTable(report.teams, forms, language)]),
    agentsTable(report.agents, forms, language),
    reviewsTable(reviewLines(reader, reviewIds), forms, language, reader.zone),
    lostTable(lostLines(reader, reviewIds), language),
  ];
}

/** 质检日报_20260302, 质检周报_2026W10_一组, 质检月报_202603 */
function fileBase(query: ReportQuery, language: Language): string {
  const w = words[language];
  const { from } = periodRange(query.period, query.date);
  const { year, week } = isoWeek(from);
  const when = {
    day: from.replaceAll('-', ''),
    week: `${year}W${String(week).padStart(2, '0')}`,
    month: from.slice(0, 7).replace('-', ''),
  }[query.period];
  const teams = query.teams?.length ? `_${query.teams.map((team) => team || w.noTeam).join('-')}` : '';
  return `${w.titles[query.period].replaceAll(' ', '-')}_${when}${teams}`;
}
