/** Makes one table of the sheets of a call-record file: finds each sheet's header, and leaves out what holds no calls. Pure. */
import type { CdrMapping, Encoding } from '../../contract/index.ts';
import { normaliseHeader } from '../../text/header.ts';
import { guessMapping, missingFields } from './cdr-headers.ts';
import { cleanCell } from './cdr-values.ts';
import { guessByValues, looksLikeCall } from './guess-columns.ts';
import type { Sheet, SheetRow } from './tables/sheet.ts';

export interface CdrRow extends SheetRow {
  /** Name of the row's sheet; null in a file that has only one. */
  sheet: string | null;
}
export interface CdrTable {
  encoding: (typeof Encoding)['options'][number];
  /** Empty texts where the file has no header row. */
  headers: string[];
  /** Meanings by what stands in the columns, where the file has no header row. */
  guessed: CdrMapping | null;
  rows: CdrRow[];
  /** Sheets with rows in which no columns of call records were found. */
  leftSheets: { name: string; rows: number }[];
}

/** Exports may open with a title and a date range; the header row is looked for in so many rows. */
const headerWithin = 20;

interface Laid {
  name: string | null;
  /** Null when the sheet has rows of calls only. */
  headers: string[] | null;
  rows: SheetRow[];
  mapping: CdrMapping;
}

/** @throws Error when no sheet has any rows */
export function layOut(sheets: readonly Sheet[], encoding: CdrTable['encoding']): CdrTable {
  const laid = sheets.map(findHeader).filter((sheet) => sheet !== null);
  // The first of those that can be used, else the first.
  const main = laid.find(isUsable) ?? laid[0];
  if (!main) throw new Error('no rows');
  const headers = [...(main.headers ?? Array<string>(widthOf(main.rows)).fill(''))];
  const several = laid.length > 1;
  const table: CdrTable = {
    encoding,
    headers,
    guessed: main.headers === null ? main.mapping : null,
    rows: [],
    leftSheets: [],
  };
  for (const sheet of laid) {
    const places = sheet === main ? identity : placesIn(table, main, sheet);
    if (places === null)
      table.leftSheets.push({ name: sheet.name ?? '', rows: sheet.rows.length + (sheet.headers ? 1 : 0) });
    else
      for (const { line, cells } of sheet.rows)
        table.rows.push({ sheet: several ? (sheet.name ?? '') : null, line, cells: places(cells) });
  }
  return table;
}

const identity = (cells: string[]) => cells;
const widthOf = (rows: readonly SheetRow[]) => rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
const isUsable = ({ mapping, rows }: Laid) => rows.length > 0 && missingFields(mapping).length === 0;

function findHeader({ name, rows }: Sheet): Laid | null {
  const cleaned = rows
    .map(({ line, cells }) => ({ line, cells: cells.map(cleanCell) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (cleaned.length === 0) return null;
  // Words such as "Queue" and "ANSWERED" head columns, and stand in the rows of Asterisk.
  const likelihood = cleaned
    .slice(0, headerWithin)
    .map(({ cells }) => (looksLikeCall(cells) ? 0 : Object.keys(guessMapping(cells)).length));
  const found = likelihood.indexOf(Math.max(2, ...likelihood));
  if (found < 0 && looksLikeCall(cleaned[0]!.cells))
    return { name, headers: null, rows: cleaned, mapping: guessByValues(cleaned.map(({ cells }) => cells)) };
  const header = Math.max(0, found);
  const first = cleaned[header]!.cells;
  const joined = withSecondRow(first, cleaned[header + 1]?.cells);
  const headers = joined ?? first;
  return { name, headers, rows: cleaned.slice(header + (joined ? 2 : 1)), mapping: guessMapping(headers) };
}

/**
 * Headers in two rows: 坐席 above 工号 and 姓名, 开始 above 时间. A group's name stands in the first of its cells.
 * @returns null unless more columns are understood that way than by the first row alone
 */
function withSecondRow(first: readonly string[], second: readonly string[] | undefined): string[] | null {
  if (!second || looksLikeCall(second)) return null;
  let group = '';
  const joined = Array.from({ length: Math.max(first.length, second.length) }, (_, column) => {
    const [top, below] = [first[column] ?? '', second[column] ?? ''];
    if (top !== '') group = top;
    return below === '' ? top : group + below;
  });
  const known = (headers: readonly string[]) => Object.keys(guessMapping(headers)).length;
  return known(joined) > known(first) ? joined : null;
}

/**
 * How rows of a further sheet are brought under the first one's columns: by the headers' names, else by their
 * meanings. A sheet without a header goes on where the one before it ended.
 * @returns null for a sheet that holds no call records
 */
function placesIn(table: CdrTable, main: Laid, sheet: Laid): ((cells: string[]) => string[]) | null {
  if (sheet.headers === null) return widthOf(sheet.rows) <= table.headers.length ? identity : null;
  if (!isUsable(sheet) || main.headers === null) return null;
  const names = table.headers.map(normaliseHeader);
  const meant = Object.entries(sheet.mapping) as [keyof CdrMapping, number][];
  const to = sheet.headers.map((header, column) => {
    const meaning = meant.find(([, at]) => at === column)?.[0];
    const place = meaning === undefined ? names.indexOf(normaliseHeader(header)) : (main.mapping[meaning] ?? -1);
    return place;
  });
  // A meaning that the first sheet lacks gets a column of its own.
  for (const [meaning, column] of meant)
    if (to[column] === -1 && main.mapping[meaning] === undefined) {
      to[column] = table.headers.push(sheet.headers[column]!) - 1;
      main.mapping[meaning] = to[column]!;
    }
  return (cells) => {
    const row = Array<string>(table.headers.length).fill('');
    for (const [column, cell] of cells.entries()) if ((to[column] ?? -1) >= 0) row[to[column]!] = cell;
    return row;
  };
}
