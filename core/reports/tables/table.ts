/** A sheet of data, independent of the file format: columns with a kind, rows read one after another. */
import type { CellKind } from '../xlsx/styles.ts';
import type { CellValue } from '../xlsx/workbook-writer.ts';

export interface Column {
  title: string;
  kind: CellKind;
}

export interface Table {
  name: string;
  columns: readonly Column[];
  rows: AsyncIterable<readonly CellValue[]> | Iterable<readonly CellValue[]>;
}

/** Number of the first data row below the header row. */
export const firstDataRow = 2;
