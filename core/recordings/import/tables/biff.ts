/**
 * Sheets of an old Excel workbook (.xls, WPS .et): BIFF8 and BIFF5 in a compound file, and the bare records that small
 * scripts write. Values only. @see [MS-XLS]
 */
import { decodeBytes, RecordReader } from './biff-strings.ts';
import { OleFile, oleSignature } from './ole-file.ts';
import { dayText, Encrypted, isDateFormat, numberText, type Sheet, type SheetLimits } from './sheet.ts';

const code = {
  eof: 0x0a,
  filePass: 0x2f,
  codePage: 0x42,
  dateMode: 0x22,
  boundSheet: 0x85,
  format: 0x41e,
  xf: 0xe0,
  sst: 0xfc,
  continued: 0x3c,
};
const bofs = new Set([0x009, 0x209, 0x409, 0x809]);

interface Book {
  biff8: boolean;
  codePage: number | null;
  /** Days between the workbook's day zero and that of 1900. */
  shift: number;
  sheets: { at: number; name: string }[];
  strings: string[];
  formats: Map<number, string>;
  /** Number format of each cell style. */
  styles: number[];
}

interface BiffRecord {
  type: number;
  /** The record and those that continue it. */
  parts: Buffer[];
}

/** True for bare records without a compound file around them. */
export function isBareBiff(head: Buffer): boolean {
  return head.length >= 6 && bofs.has(head.readUInt16LE(0)) && head.readUInt16LE(2) <= 16 && head.readUInt16LE(2) >= 4;
}

/** @throws Encrypted; Error when it is no workbook or more than the limits allow */
export function readBiff(bytes: Buffer, limits: SheetLimits): Sheet[] {
  const ole = bytes.subarray(0, 8).equals(oleSignature) ? new OleFile(bytes) : null;
  if (ole?.has('EncryptedPackage')) throw new Encrypted();
  const stream = ole ? (ole.stream('Workbook') ?? ole.stream('Book')) : bytes;
  if (!stream) throw new Error('no workbook in the compound file');
  const book = readGlobals(stream);
  const places = book.sheets.length > 0 ? book.sheets : [{ at: 0, name: '' }];
  const sheets: Sheet[] = [];
  let left = limits.rows;
  for (const { at, name } of places) {
    const sheet = readSheet(stream, at, book, { ...limits, rows: left });
    left -= sheet.length;
    sheets.push({ name: name || null, rows: sheet });
  }
  return sheets;
}

function readGlobals(stream: Buffer): Book {
  const book: Book = {
    biff8: false,
    codePage: null,
    shift: 0,
    sheets: [],
    strings: [],
    formats: new Map(),
    styles: [],
  };
  for (const { type, parts } of records(stream, 0)) {
    const data = parts[0]!;
    if (bofs.has(type)) book.biff8 = type === 0x809 && data.readUInt16LE(0) === 0x600;
    else if (type === code.filePass) throw new Encrypted();
    else if (type === code.codePage) book.codePage = data.readUInt16LE(0);
    else if (type === code.dateMode) book.shift = data.readUInt16LE(0) === 1 ? 1462 : 0;
    else if (type === code.boundSheet)
      book.sheets.push({ at: data.readUInt32LE(0), name: shortString(data.subarray(6), book) });
    else if (type === code.format) book.formats.set(data.readUInt16LE(0), formatString(data.subarray(2), book));
    else if (type === code.xf) book.styles.push(data.readUInt16LE(2));
    else if (type === code.sst) book.strings = sharedStrings(parts);
    else if (type === code.eof) break;
  }
  return book;
}

function shortString(data: Buffer, { biff8, codePage }: Book): string {
  if (biff8) return new RecordReader([data.subarray(1)]).unicode(data[0]!);
  return decodeBytes(data.subarray(1, 1 + data[0]!), codePage);
}

function formatString(data: Buffer, book: Book): string {
  return book.biff8 ? longString(data, book) : shortString(data, book);
}

function longString(data: Buffer, { biff8, codePage }: Book): string {
  const length = data.readUInt16LE(0);
  return biff8
    ? new RecordReader([data.subarray(2)]).unicode(length)
    : decodeBytes(data.subarray(2, 2 + length), codePage);
}

function sharedStrings(parts: Buffer[]): string[] {
  const reader = new RecordReader(parts);
  reader.skip(4);
  const count = reader.u32();
  const strings: string[] = [];
  while (strings.length < count && !reader.done) strings.push(reader.unicode(reader.u16()));
  return strings;
}

function readSheet(stream: Buffer, from: number, book: Book, limits: SheetLimits): Sheet['rows'] {
  const rows = new Map<number, string[]>();
  const put = (row: number, column: number, text: string) => {
    if (text === '' || column >= limits.columns) return;
    const cells = rows.get(row) ?? [];
    cells[column] = text;
    if (rows.size >= limits.rows && !rows.has(row)) throw new Error(`more than ${limits.rows} rows`);
    rows.set(row, cells);
  };
  let formula: { row: number; column: number } | null = null;
  for (const { type, parts } of records(stream, from)) {
    const data = parts[0]!;
    if (type === code.eof) break;
    if (type === code.filePass) throw new Encrypted();
    if (type === 0x207 && formula) put(formula.row, formula.column, longString(Buffer.concat(parts), book));
    formula = null;
    if (data.length < 6) continue;
    const [row, column, style] = [data.readUInt16LE(0), data.readUInt16LE(2), data.readUInt16LE(4)];
    const number = (value: number, of = style) => valueText(value, of, book);
    if (type === 0xfd) put(row, column, book.strings[data.readUInt32LE(6)] ?? '');
    else if (type === 0x204 || type === 0xd6) put(row, column, longString(Buffer.concat(parts).subarray(6), book));
    else if (type === 0x203) put(row, column, number(data.readDoubleLE(6)));
    else if (type === 0x27e) put(row, column, number(packedNumber(data.readUInt32LE(6))));
    else if (type === 0xbd)
      for (let at = 4, c = column; at + 6 <= data.length - 2; at += 6, c++)
        put(row, c, number(packedNumber(data.readUInt32LE(at + 2)), data.readUInt16LE(at)));
    else if (type === 0x06 && data.length >= 14) {
      if (data.readUInt16LE(12) !== 0xffff) put(row, column, number(data.readDoubleLE(6)));
      else if (data[6] === 0) formula = { row, column };
    }
    // The oldest records have three bytes of style.
    else if (type === 0x02) put(row, column, String(data.readUInt16LE(7)));
    else if (type === 0x03) put(row, column, numberText(data.readDoubleLE(7), undefined));
    else if (type === 0x04) put(row, column, decodeBytes(data.subarray(8, 8 + data[7]!), book.codePage));
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => ({ line: row + 1, cells: Array.from(cells, (cell) => cell ?? '') }));
}

/** 30 bits of a whole or of a floating-point number, which may stand for its hundredfold. */
function packedNumber(packed: number): number {
  let value: number;
  if (packed & 2) value = packed >> 2;
  else {
    const double = Buffer.alloc(8);
    double.writeUInt32LE((packed & 0xffff_fffc) >>> 0, 4);
    value = double.readDoubleLE(0);
  }
  return packed & 1 ? value / 100 : value;
}

function valueText(value: number, style: number, { styles, formats, shift }: Book): string {
  const format = styles[style] ?? 0;
  const spelled = formats.get(format);
  return isDateFormat(format, spelled) ? dayText(value >= 366 ? value + shift : value) : numberText(value, spelled);
}

function* records(stream: Buffer, from: number): Generator<BiffRecord> {
  for (let at = from; at + 4 <= stream.length; ) {
    const type = stream.readUInt16LE(at);
    const parts: Buffer[] = [];
    do {
      const end = at + 4 + stream.readUInt16LE(at + 2);
      if (end > stream.length) return;
      parts.push(stream.subarray(at + 4, end));
      at = end;
    } while (at + 4 <= stream.length && stream.readUInt16LE(at) === code.continued);
    yield { type, parts };
  }
}
