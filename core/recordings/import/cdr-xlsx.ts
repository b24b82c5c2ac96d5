/**
 * Rows of the first sheet of an XLSX file as text. The file comes from outside: its size, its unpacked size (counted
 * while really unpacking, because a zip's own figures can lie), its rows and its columns are bounded before and while it is read.
 */
import { createReadStream } from 'node:fs';
import { Unzip, UnzipInflate } from 'fflate';

export interface XlsxLimits {
  unpackedBytes: number;
  rows: number;
  columns: number;
}

/** Row numbers as the sheet counts them, from 1; rows without cells are left out. */
export async function readXlsxRows(path: string, limits: XlsxLimits): Promise<{ line: number; cells: string[] }[]> {
  await checkUnpackedSize(path, limits.unpackedBytes);
  const { default: excel } = await import('exceljs');
  const reader = new excel.stream.xlsx.WorkbookReader(path, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  const rows: { line: number; cells: string[] }[] = [];
  for await (const sheet of reader) {
    for await (const row of sheet) {
      if (rows.length >= limits.rows) throw new Error(`more than ${limits.rows} rows`);
      const width = Math.min(row.cellCount, limits.columns);
      const cells = Array.from({ length: width }, (_, index) => cellText(row.getCell(index + 1).value));
      if (cells.some((cell) => cell !== '')) rows.push({ line: row.number, cells });
    }
    if (rows.length > 0) break;
  }
  return rows;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  if (typeof value !== 'object') return String(value);
  const cell = value as { result?: unknown; richText?: { text: string }[]; text?: unknown; error?: unknown };
  if (cell.richText) return cell.richText.map((run) => run.text).join('');
  if (cell.error !== undefined) return '';
  return cellText(cell.result ?? cell.text);
}

/** A sheet's dates are wall-clock readings; those of day zero are lengths of time. */
function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const rounded = new Date(Math.round(value.getTime() / 1000) * 1000);
  const dayZero = Date.UTC(1899, 11, 30);
  if (rounded.getUTCFullYear() > 1900) return rounded.toISOString().slice(0, 19).replace('T', ' ');
  const seconds = (rounded.getTime() - dayZero) / 1000;
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

async function checkUnpackedSize(path: string, limit: number): Promise<void> {
  let bytes = 0;
  const unzip = new Unzip((file) => {
    file.ondata = (error, chunk) => {
      if (error) throw error;
      bytes += chunk.length;
      if (bytes > limit) throw new Error(`unpacks to more than ${limit} bytes`);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for await (const chunk of createReadStream(path)) unzip.push(chunk as Uint8Array);
  unzip.push(new Uint8Array(0), true);
}
