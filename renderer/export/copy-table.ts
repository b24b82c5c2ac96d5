import { csvCell } from './csv-cell.ts';

/** A table as tab-separated text: pastes into a spreadsheet as cells. */
export function copyTable(rows: readonly (readonly (string | number | null)[])[]): Promise<void> {
  const text = rows.map((row) => row.map((cell) => csvCell(cell).replaceAll('\t', ' ')).join('\t')).join('\n');
  return navigator.clipboard.writeText(text);
}
