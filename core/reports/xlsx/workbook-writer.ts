/**
 * Our own small face of the spreadsheet library: sheets are written one after another and row by row, so that
 * memory stays flat however many rows there are. Columns are as wide as what stands in their first rows; what is wider
 * still wraps. A text is always written as a text cell: only a `Formula`
 * becomes a formula, and formulas are made by this program alone.
 */
import { createWriteStream } from 'node:fs';
import ExcelJS from 'exceljs';
import { columnWidths, fits } from './column-widths.ts';
import { uniqueSheetName } from './sheet-name.ts';
import { type CellKind, type CellLook, styleOf } from './styles.ts';

export interface Formula {
  formula: string;
  /** What the formula gives now, kept in the file for readers that do not calculate. */
  result: string | number | null;
}
/**
 * By kind: text = string; count = number; rate = fraction; score = hundredths of a point; date = `YYYY-MM-DD`;
 * moment = `YYYY-MM-DD HH:MM:SS`, local; duration = seconds.
 */
export type CellValue = string | number | null | Formula;
export interface Cell {
  value: CellValue;
  kind: CellKind;
  look?: CellLook;
  wrap?: boolean;
}

export interface Row {
  cells: readonly (Cell | null)[];
  /** First and last column (from 1) over which the row's only text stands. */
  merge?: [first: number, last: number];
  /** Points; as high as its contents when absent. */
  height?: number;
}

export interface SheetOptions {
  name: string;
  /** Data sheet: one frozen, filterable header row that repeats on every printed page. */
  header?: readonly string[];
  /** Report sheet: rows (from 1) that repeat on every printed page. */
  titleRows?: number;
  /** Printed at the left and in the middle of every page's foot; `&P` and `&N` = page and pages. */
  footer: { left: string; page: string };
}

export interface SheetWriter {
  /** The cells have been read when this returns: the same ones may be filled again. */
  row(cells: Row['cells'], place?: Pick<Row, 'merge' | 'height'>): Promise<void>;
  end(): Promise<void>;
}

export interface WorkbookWriter {
  /** One sheet at a time: the one before must have ended. */
  sheet(options: SheetOptions): SheetWriter;
  /** Resolves when the file is complete on disk. */
  finish(): Promise<void>;
  /** Lets go of an unfinished file; resolves when it is closed. */
  abort(): Promise<void>;
}

/** Excel's limit for the text of a cell. */
const maxText = 32_767;
/** The start of what readers of the format take for the code of a character, as in `_x0041_`. */
const readAsCode = /_(?=x[\dA-F]{4}_)/gi;
/** Rows between two looks at the backlog, and bytes of it from which writing waits for the file to catch up. */
const rowsPerPause = 50;
const maxBacklog = 200_000;
/** Rows by which the widths of a sheet's columns are measured. */
const measuredRows = 2000;

/** @param path file to write. Rejections carry the system's error (ENOSPC, EACCES …). */
export function openWorkbook(path: string, about: { title: string; author: string; at: number }): WorkbookWriter {
  const file = createWriteStream(path);
  let fail: (error: Error) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => {});
  file.on('error', (error) => fail(error));
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: file,
    useStyles: true,
    useSharedStrings: true,
    zip: { zlib: { level: 1 } },
  });
  workbook.title = about.title;
  workbook.creator = about.author;
  workbook.lastModifiedBy = about.author;
  workbook.created = new Date(about.at);
  workbook.modified = new Date(about.at);
  const names = new Set<string>();
  return {
    sheet(options) {
      return sheetWriter(workbook, { ...options, name: uniqueSheetName(options.name, names) }, failed);
    },
    async finish() {
      await Promise.race([workbook.commit(), failed]);
    },
    async abort() {
      // What the library still wants to write fails now, and nobody needs to know.
      const closed = new Promise<void>((resolve) => (file.closed ? resolve() : file.once('close', () => resolve())));
      file.destroy();
      await closed;
    },
  };
}

function sheetWriter(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  options: SheetOptions,
  failed: Promise<never>,
): SheetWriter {
  const sheet = workbook.addWorksheet(options.name, {
    views: [options.header ? { state: 'frozen', ySplit: 1 } : { showGridLines: false }],
    pageSetup: {
      paperSize: 9, // A4
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      printTitlesRow: options.header ? '1:1' : `1:${options.titleRows ?? 1}`,
    },
    headerFooter: { oddFooter: `&L${footerText(options.footer.left)}&R${options.footer.page}` },
  });
  let written = 0;
  /** Rows that wait until the columns are as wide as they need; null once they are. */
  let waiting: Row[] | null = [];
  let widths: number[] = [];
  const caughtUp = async () => {
    do await Promise.race([nextTurn(), failed]);
    while (backlog(sheet) > maxBacklog);
  };
  const write = async ({ cells, merge, height }: Row) => {
    const row = sheet.addRow([]);
    written += 1;
    if (height) row.height = height;
    cells.forEach((cell, index) => {
      if (!cell) return;
      const target = row.getCell(index + 1);
      target.value = toExcel(cell);
      const wrap = cell.wrap || (!merge && !fits(cell, widths[index] ?? 0));
      target.style = styleOf(cell.kind, cell.look ?? 'body', wrap);
    });
    if (merge) sheet.mergeCells(row.number, merge[0], row.number, merge[1]);
    row.commit();
    if (written % rowsPerPause === 0) await caughtUp();
  };
  const writeWaiting = async () => {
    if (!waiting) return;
    const rows = waiting;
    waiting = null;
    widths = columnWidths(rows);
    sheet.columns = widths.map((width) => ({ width }));
    for (const row of rows) await write(row);
  };
  const writer: SheetWriter = {
    async row(cells, place = {}) {
      if (!waiting) return write({ cells, ...place });
      waiting.push({ cells: cells.map((cell) => cell && { ...cell }), ...place });
      if (waiting.length >= measuredRows) await writeWaiting();
    },
    async end() {
      await writeWaiting();
      if (options.header)
        sheet.autoFilter = {
          from: { row: 1, column: 1 },
          to: { row: Math.max(written, 1), column: options.header.length },
        };
      sheet.commit();
      await caughtUp();
    },
  };
  if (options.header) void writer.row(options.header.map((value) => ({ value, kind: 'text', look: 'header' })));
  return writer;
}

/** Bytes of the sheet that wait for the archive. The library itself never waits, so they would fill the memory. */
function backlog(sheet: ExcelJS.Worksheet): number {
  const { buffers, bufSize, pipes } = (sheet as unknown as { stream: SheetStream }).stream;
  return pipes.reduce((sum, pipe) => sum + pipe.writableLength, buffers.length * bufSize);
}
interface SheetStream {
  buffers: readonly unknown[];
  bufSize: number;
  pipes: readonly { writableLength: number }[];
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

function toExcel({ value, kind }: Cell): ExcelJS.CellValue {
  if (value === null) return null;
  if (typeof value === 'object')
    return { formula: value.formula, result: value.result ?? '' } as ExcelJS.CellFormulaValue;
  if (typeof value === 'string') {
    // Spreadsheets count days; a wall-clock reading is stored as if it were UTC.
    if (kind === 'date') return new Date(`${value}T00:00:00Z`);
    if (kind === 'moment') return new Date(`${value.replace(' ', 'T')}Z`);
    return value.slice(0, maxText).replace(readAsCode, '_x005F_');
  }
  if (kind === 'score') return value / 100;
  if (kind === 'duration') return value / 86_400;
  return value;
}

/** "&" starts a code in page headers and footers. */
function footerText(text: string): string {
  return text.replaceAll('&', '&&').slice(0, 200);
}
