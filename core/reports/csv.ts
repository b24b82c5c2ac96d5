/**
 * A table as CSV: RFC 4180 quoting, CRLF, and a byte order mark so that Excel reads UTF-8. Text that a
 * spreadsheet would take for a formula gets a leading apostrophe; names, notes and file names come from outside.
 */
import Papa from 'papaparse';
import type { Language } from '../contract/index.ts';
import { createTextFile } from '../output/text-file.ts';
import { formulaStart } from '../text/formula.ts';
import type { Column, Table } from './tables/table.ts';
import type { CellValue } from './xlsx/workbook-writer.ts';

/** @param path file to write; rejects with the system's error when it cannot be written */
export async function writeCsv(path: string, table: Table, language: Language): Promise<void> {
  const file = createTextFile(path);
  try {
    await file.write(`\uFEFF${line(table.columns.map((column) => title(column, language)))}`);
    for await (const values of table.rows)
      await file.write(line(table.columns.map((column, index) => text(values[index] ?? null, column))));
    await file.end();
  } finally {
    await file.close();
  }
}

function line(cells: readonly (string | number | null)[]): string {
  return `${Papa.unparse([[...cells]], { newline: '\r\n', escapeFormulae: formulaStart })}\r\n`;
}

function title(column: Column, language: Language): string {
  if (column.kind !== 'duration') return column.title;
  return language === 'zh' ? `${column.title}（秒）` : `${column.title} (s)`;
}

/** Scores with two decimals, rates in percent with one, durations in seconds. */
function text(value: CellValue, column: Column): string | number | null {
  const plain = typeof value === 'object' && value !== null ? value.result : value;
  if (typeof plain !== 'number') return plain;
  if (column.kind === 'score') return (plain / 100).toFixed(2);
  if (column.kind === 'rate') return `${(plain * 100).toFixed(1)}%`;
  return Math.round(plain * 1000) / 1000;
}
