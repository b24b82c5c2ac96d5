/** A worksheet's XML: what comes before its rows, a row, and what comes after them. */
import { columnLetter } from './column-letter.ts';
import { escapeXml, relationshipsNs, spreadsheetNs, xmlHead } from './xml.ts';

export interface SheetOptions {
  name: string;
  /** Column widths in characters. */
  widths: readonly number[];
  /** Data sheet: one frozen, filterable header row that repeats on every printed page. */
  header?: readonly string[];
  /** Report sheet: rows (from 1) that repeat on every printed page. */
  titleRows?: number;
  /** Printed at the left and in the middle of every page's foot; `&P` and `&N` = page and pages. */
  footer: { left: string; page: string };
}

/** Cells of one row that are shown as one. Columns count from 1. */
export interface Merge {
  row: number;
  first: number;
  last: number;
}

const frozenHeader =
  '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView>';
const noGridLines = '<sheetView showGridLines="0" workbookViewId="0"/>';
/** A4 across, one page wide, as many pages long as it takes. */
const page =
  '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';

export function sheetStart({ widths, header }: SheetOptions): string {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    `${xmlHead}<worksheet xmlns="${spreadsheetNs}" xmlns:r="${relationshipsNs}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews>${header ? frozenHeader : noGridLines}</sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columns.join('')}</cols>`,
    '<sheetData>',
  ].join('');
}

/** @param height in points; undefined = the program's choice */
export function rowXml(number: number, cells: string, height: number | undefined): string {
  const size = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  return `<row r="${number}"${size}>${cells}</row>`;
}

/** @param rows how many rows were written, the header included */
export function sheetEnd({ widths, header, footer }: SheetOptions, rows: number, merges: readonly Merge[]): string {
  const merged = merges.map(
    ({ row, first, last }) => `<mergeCell ref="${columnLetter(first - 1)}${row}:${columnLetter(last - 1)}${row}"/>`,
  );
  const foot = escapeXml(`&L${footerText(footer.left)}&R${footer.page}`);
  return [
    '</sheetData>',
    header ? `<autoFilter ref="A1:${columnLetter(widths.length - 1)}${Math.max(rows, 1)}"/>` : '',
    merged.length > 0 ? `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>` : '',
    page,
    `<headerFooter><oddFooter>${foot}</oddFooter></headerFooter>`,
    '</worksheet>',
  ].join('');
}

/** "&" starts a code in page headers and footers. */
function footerText(text: string): string {
  return text.replaceAll('&', '&&').slice(0, 200);
}
