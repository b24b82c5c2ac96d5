/** A report as a workbook. */
import type { Table } from '../tables/table.ts';
import { words } from '../words/index.ts';
import { type UsedTemplate, writeDefinitionsSheet } from './definitions-sheet.ts';
import type { Overview } from './summary-lines.ts';
import { reportTitle, type SummaryOptions, writeSummarySheet } from './summary-sheet.ts';
import { type Cell, openWorkbook, type WorkbookWriter } from './workbook-writer.ts';

export interface XlsxContent {
  report: Overview;
  /** The data sheets in their order. */
  tables: readonly Table[];
  templates: readonly UsedTemplate[];
  options: SummaryOptions;
}

/** @param path file to write; rejects with the system's error when it cannot be written */
export async function writeXlsx(path: string, { report, tables, templates, options }: XlsxContent): Promise<void> {
  const { language, zone } = options;
  const title = reportTitle(report, language);
  const workbook = openWorkbook(path, { title, author: options.preparedBy, at: report.generatedAt });
  try {
    const footer = { left: title, page: words[language].summary.page };
    await writeSummarySheet(workbook, report, options);
    for (const table of tables) await writeDataSheet(workbook, table, footer);
    await writeDefinitionsSheet(workbook, report, { language, zone, templates, footer });
    await workbook.finish();
  } catch (error) {
    await workbook.abort();
    throw error;
  }
}

async function writeDataSheet(workbook: WorkbookWriter, table: Table, footer: { left: string; page: string }) {
  const sheet = workbook.sheet({
    name: table.name,
    header: table.columns.map((column) => column.title),
    footer,
  });
  const cells = table.columns.map(({ kind }): Cell => ({ value: null, kind }));
  for await (const values of table.rows) {
    for (const [index, cell] of cells.entries()) cell.value = values[index] ?? null;
    await sheet.row(cells);
  }
  await sheet.end();
}
