/** How wide columns must be so that what stands in them is read whole. Widths in characters of the sheet's font. */
import { displayWidth } from '../../text/display-width.ts';
import type { Cell, Row } from './workbook-writer.ts';

/** Beyond this a text wraps: the sheet stays readable without scrolling sideways through one column. */
const widest = 48;
/** A title that is longer than what stands below it wraps. */
const widestTitle = 18;
const narrowest = 6;
/** Room at both sides of a text, and for the filter's arrow beside a title. */
const padding = 2;
const arrow = 3;
/** Titles are bold and a point larger. */
const boldness = 1.15;

/** @param rows texts over several columns ask for no width of their own */
export function columnWidths(rows: readonly Row[]): number[] {
  const widths: number[] = [];
  for (const { cells, merge } of rows) {
    if (merge) continue;
    cells.forEach((cell, index) => {
      const needed = Math.min(needs(cell), cell?.look === 'header' ? widestTitle : widest);
      widths[index] = Math.max(widths[index] ?? narrowest, needed);
    });
  }
  return widths;
}

/** Whether the cell is read whole in a column of this width without wrapping. */
export function fits(cell: Cell, width: number): boolean {
  const { value, look } = cell;
  if (typeof value !== 'string') return true;
  // Twice its characters is the most that a text can take: most texts need not be measured.
  if (look !== 'header' && !value.includes('\n') && 2 * value.length + padding <= width) return true;
  return !value.includes('\n') && needs(cell) <= width;
}

function needs(cell: Cell | null): number {
  if (!cell || cell.value === null) return 0;
  const longest = Math.max(...shown(cell).split('\n').map(displayWidth));
  return Math.ceil(cell.look === 'header' ? longest * boldness + arrow + padding : longest + padding);
}

/** The cell as its number format writes it. */
function shown({ value, kind }: Cell): string {
  const plain = typeof value === 'object' && value !== null ? value.result : value;
  if (typeof plain !== 'number') return plain ?? '';
  switch (kind) {
    case 'rate':
      return `${(plain * 100).toFixed(1)}%`;
    case 'score':
      return (plain / 100).toFixed(2);
    case 'duration':
      return `${Math.floor(plain / 60)}:00`;
    default:
      return Math.round(plain).toLocaleString('en-US');
  }
}
