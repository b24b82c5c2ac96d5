/** Rows of text as any kind of call-record file gives them. */

export interface SheetRow {
  /** Row of the sheet or file, from 1. */
  line: number;
  cells: string[];
}
export interface Sheet {
  /** Null for a file that has no sheets. */
  name: string | null;
  rows: SheetRow[];
}

/** What a file from outside may at most make of itself. */
export interface SheetLimits {
  unpackedBytes: number;
  /** Of all sheets together. */
  rows: number;
  columns: number;
}

/** A workbook that opens only with its password. */
export class Encrypted extends Error {}

/**
 * A sheet's date or length of time as text: wall-clock reading, or `27:05:00` for what began on day zero.
 * @param days since 30 December 1899
 */
export function dayText(days: number): string {
  const seconds = Math.round(days * 86_400);
  if (!Number.isFinite(seconds) || seconds < 0 || days > 2_958_465) return String(days);
  if (days >= 366) return new Date((seconds - 25_569 * 86_400) * 1000).toISOString().slice(0, 19).replace('T', ' ');
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** A number as text; a format of zeros (`0000`) keeps the leading ones of a 工号. */
export function numberText(value: number, format: string | undefined): string {
  const plain = Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
  return format !== undefined && /^0{2,}$/.test(format) ? plain.padStart(format.length, '0') : plain;
}

/**
 * True where a number stands for a day or a time of day.
 * @param id number of the format: some are built in
 * @param spelled the format itself, where the workbook brings it
 */
export function isDateFormat(id: number, spelled: string | undefined): boolean {
  if (spelled === undefined)
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58 && id !== 48 && id !== 49);
  // Without literal text, colours and conditions; [h] counts hours.
  const signs = spelled.replace(/"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]/gi, '').replace(/general/gi, '');
  return /[ymdhs年月日时]/i.test(signs);
}
