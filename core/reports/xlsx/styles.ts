/** Looks of cells, and the number under which a workbook's table of styles holds each of them. */

/** What a value is; decides its number format and alignment. */
export type CellKind = 'text' | 'count' | 'rate' | 'score' | 'date' | 'moment' | 'duration';
/** Where it stands. */
export type CellLook = 'body' | 'header' | 'title' | 'section' | 'total' | 'note';

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

export const fontName = '微软雅黑';
/** ARGB of the thin lines round cells. */
export const lineColour = 'FFBFBFBF';

export interface Look {
  /** Points. */
  size: number;
  bold: boolean;
  /** Lines on all four sides. */
  grid: boolean;
  /** ARGB of the ground. */
  fill?: string;
  centred?: boolean;
}

export const looks: Record<CellLook, Look> = {
  body: { size: 10, bold: false, grid: true },
  header: { size: 11, bold: true, grid: true, fill: 'FFDCE6F1', centred: true },
  total: { size: 10, bold: true, grid: true, fill: 'FFF2F2F2' },
  title: { size: 16, bold: true, grid: false, centred: true },
  section: { size: 11, bold: true, grid: false },
  note: { size: 10, bold: false, grid: false },
};

export interface Style {
  kind: CellKind;
  look: CellLook;
  wrap: boolean;
}

const kinds = Object.keys(formats) as CellKind[];

/** Every style there can be; style 0 of a workbook is that of untouched cells, so that these count from 1. */
export const styles: readonly Style[] = (Object.keys(looks) as CellLook[]).flatMap((look) =>
  kinds.flatMap((kind) => [false, true].map((wrap): Style => ({ kind, look, wrap }))),
);

type Numbers = Record<CellLook, Record<CellKind, { plain: number; wrapped: number }>>;
const numbers = {} as Numbers;
for (const [index, { look, kind, wrap }] of styles.entries()) {
  numbers[look] ??= {} as Numbers[CellLook];
  numbers[look][kind] ??= { plain: 0, wrapped: 0 };
  numbers[look][kind][wrap ? 'wrapped' : 'plain'] = index + 1;
}

export function styleNumber(kind: CellKind, look: CellLook, wrap: boolean): number {
  const { plain, wrapped } = numbers[look][kind];
  return wrap ? wrapped : plain;
}
