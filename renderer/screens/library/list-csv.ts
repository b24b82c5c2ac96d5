import type { RecordingRow } from '../../../core/contract/index.ts';
import { csvCell } from '../../export/csv-cell.ts';

/**
 * The list as CSV with BOM (Excel then reads UTF-8). Numbers stay masked.
 * @param headers one per cell of `cells(row)`
 */
export function listCsv(
  headers: readonly string[],
  rows: readonly RecordingRow[],
  cells: (row: RecordingRow) => readonly (string | number | null)[],
): string {
  const lines = [headers, ...rows.map(cells)].map((line) => line.map(csvCell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
