import type { RecordingRow } from '../../../core/contract/index.ts';

/**
 * The list as CSV with BOM (Excel then reads UTF-8). Numbers stay masked. A cell that a spreadsheet would take
 * for a formula gets a leading apostrophe; quoting as RFC 4180.
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

export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
