/** Cells that a spreadsheet would take for a formula: they get a leading apostrophe on the way out. */

/** Full-width forms count too: East Asian spreadsheets accept them. A tab or line break may hide the sign. */
export const formulaStart = /^(?:[\t\r\n]|[\s\p{Cc}]*[=+\-@＝＋－＠])/u;
/** As `formulaStart`, also where apostrophes stand before it, so that taking one away gives the text back. */
export const quotedFormulaStart = /^'*(?:[\t\r\n]|[\s\p{Cc}]*[=+\-@＝＋－＠])/u;

/** The text of a cell that was written with `quotedFormulaStart`. */
export function withoutFormulaQuote(cell: string): string {
  return cell.startsWith("'") && quotedFormulaStart.test(cell) ? cell.slice(1) : cell;
}
