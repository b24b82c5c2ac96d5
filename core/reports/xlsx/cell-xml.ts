/** A cell as XML. A text is always written as a text cell: only a `Formula` becomes a formula. */
import type { SharedStrings } from './shared-strings.ts';
import { type CellKind, type CellLook, styleNumber } from './styles.ts';
import { escapeXml } from './xml.ts';

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

/** Excel's limit for the text of a cell. */
const maxText = 32_767;
const dayMs = 86_400_000;
/** 1970-01-01 counted in the days of spreadsheets. */
const epochDay = 25_569;

/** @param place the cell's address, such as B7 */
export function cellXml(place: string, cell: Cell, strings: SharedStrings): string {
  const { value, kind } = cell;
  const start = `<c r="${place}" s="${styleNumber(kind, cell.look ?? 'body', cell.wrap ?? false)}"`;
  if (value === null) return `${start}/>`;
  if (typeof value === 'number') return `${start}><v>${asStored(value, kind)}</v></c>`;
  if (typeof value === 'object') return `${start}${formula(value)}</c>`;
  if (kind === 'date' || kind === 'moment') return `${start}><v>${dayCount(value, kind)}</v></c>`;
  return `${start} t="s"><v>${strings.numberOf(value.slice(0, maxText))}</v></c>`;
}

function asStored(value: number, kind: CellKind): number {
  if (kind === 'score') return value / 100;
  return kind === 'duration' ? value / 86_400 : value;
}

/** Spreadsheets count days; a wall-clock reading is stored as if it were UTC. */
function dayCount(value: string, kind: 'date' | 'moment'): number {
  return epochDay + Date.parse(kind === 'date' ? `${value}T00:00:00Z` : `${value.replace(' ', 'T')}Z`) / dayMs;
}

function formula({ formula: text, result }: Formula): string {
  const type = typeof result === 'number' ? '' : ' t="str"';
  return `${type}><f>${escapeXml(text)}</f><v>${typeof result === 'string' ? escapeXml(result) : (result ?? '')}</v>`;
}
