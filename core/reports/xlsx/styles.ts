/** Looks of cells. One object per look, so that the writer stores each of them once. */
import type { Style } from 'exceljs';

/** What a value is; decides its number format and alignment. */
export type CellKind = 'text' | 'count' | 'rate' | 'score' | 'date' | 'moment' | 'duration';
/** Where it stands. */
export type CellLook = 'body' | 'header' | 'title' | 'section' | 'total' | 'caption' | 'note';

export const formats: Record<CellKind, string> = {
  // "@" keeps 工号 and phones text even when someone edits the cell.
  text: '@',
  count: '#,##0',
  rate: '0.0%',
  score: '0.00',
  date: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd hh:mm:ss',
  duration: '[m]:ss',
};

const fontName = '微软雅黑';
const line = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
const grid = { top: line, left: line, bottom: line, right: line };
const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;

const looks: Record<CellLook, Partial<Style>> = {
  body: { font: { name: fontName, size: 10 }, border: grid },
  header: { font: { name: fontName, size: 11, bold: true }, border: grid, fill: fill('FFDCE6F1') },
  total: { font: { name: fontName, size: 10, bold: true }, border: grid, fill: fill('FFF2F2F2') },
  title: { font: { name: fontName, size: 16, bold: true } },
  section: { font: { name: fontName, size: 11, bold: true } },
  caption: { font: { name: fontName, size: 10, bold: true, color: { argb: 'FF1F4E79' } } },
  note: { font: { name: fontName, size: 10 } },
};

type Styles = Map<CellLook, Map<CellKind, Partial<Style>>>;
const plain: Styles = new Map();
const wrapped: Styles = new Map();

export function styleOf(kind: CellKind, look: CellLook, wrap: boolean): Partial<Style> {
  const styles = wrap ? wrapped : plain;
  const known = styles.get(look)?.get(kind);
  if (known) return known;
  const made = make(kind, look, wrap);
  styles.set(look, (styles.get(look) ?? new Map()).set(kind, made));
  return made;
}

function make(kind: CellKind, look: CellLook, wrap: boolean): Partial<Style> {
  const centred = look === 'header' || look === 'title';
  return {
    ...looks[look],
    numFmt: formats[kind],
    alignment: { vertical: 'middle', wrapText: wrap, ...(centred ? { horizontal: 'center' } : {}) },
  };
}
