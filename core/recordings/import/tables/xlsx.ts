/**
 * All sheets of an XLSX file as text, values only. The file comes from outside: its unpacked size (counted while really
 * unpacking, because a zip's own figures can lie), its rows and its columns are bounded before and while it is read.
 */
import { createReadStream } from 'node:fs';
import { posix } from 'node:path';
import { Unzip, UnzipInflate } from 'fflate';
import { attribute, plainText } from '../../../text/markup.ts';
import { dayText, Encrypted, isDateFormat, numberText, type Sheet, type SheetLimits, type SheetRow } from './sheet.ts';

/** Row numbers as the sheet counts them, from 1; rows without cells are left out. */
export async function readXlsx(path: string, limits: SheetLimits): Promise<Sheet[]> {
  const parts = await unpack(path, limits.unpackedBytes);
  if (parts.has('EncryptedPackage')) throw new Encrypted();
  const book = parts.get('xl/workbook.xml')?.toString('utf8');
  if (book === undefined) throw new Error('no workbook in the archive');
  const values: Values = {
    strings: sharedStrings(parts.get('xl/sharedStrings.xml')),
    formats: cellFormats(parts.get('xl/styles.xml')?.toString('utf8') ?? ''),
    shift: /date1904="(?:1|true)"/.test(book) ? 1462 : 0,
  };
  const sheets: Sheet[] = [];
  let left = limits.rows;
  for (const { name, target } of sheetParts(book, parts.get('xl/_rels/workbook.xml.rels')?.toString('utf8') ?? '')) {
    const part = parts.get(target);
    if (!part) continue;
    const rows = sheetRows(part, values, { ...limits, rows: left });
    left -= rows.length;
    sheets.push({ name, rows });
  }
  return sheets;
}

interface Values {
  strings: string[];
  /** Number format of each cell style. */
  formats: { id: number; spelled: string | undefined }[];
  shift: number;
}

/** In the workbook's order. */
function sheetParts(book: string, relations: string): { name: string; target: string }[] {
  const targets = new Map(
    [...relations.matchAll(/<(?:\w+:)?Relationship\b([^>]*)>/g)].map(([, tag]) => {
      const target = attribute(` ${tag}`, 'Target') ?? '';
      return [attribute(` ${tag}`, 'Id'), target.startsWith('/') ? target.slice(1) : posix.join('xl', target)];
    }),
  );
  return [...book.matchAll(/<(?:\w+:)?sheet\b([^>]*)>/g)].flatMap(([, tag]) => {
    const target = targets.get(/\s(?:\w+:)?id\s*=\s*"([^"]*)"/.exec(` ${tag}`)?.[1]);
    return target ? [{ name: plainText(attribute(` ${tag}`, 'name') ?? ''), target }] : [];
  });
}

/** Text of a string item: its runs, without the readings that Japanese and Chinese sheets may carry. */
function itemText(item: string): string {
  const runs = item.replace(/<(?:\w+:)?rPh\b.*?<\/(?:\w+:)?rPh>/gs, '');
  const texts = [...runs.matchAll(/<(?:\w+:)?t\b[^>]*?(?:\/>|>(.*?)<\/(?:\w+:)?t>)/gs)].map((found) => found[1] ?? '');
  return plainText(texts.join('')).replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function sharedStrings(part: Buffer | undefined): string[] {
  return part ? Array.from(elements(part, 'si'), ({ inner }) => itemText(inner)) : [];
}

function cellFormats(styles: string): Values['formats'] {
  const spelled = new Map(
    [...styles.matchAll(/<(?:\w+:)?numFmt\b([^>]*)>/g)].map(([, tag]) => [
      Number(attribute(` ${tag}`, 'numFmtId')),
      plainText(/formatCode\s*=\s*"([^"]*)"/.exec(tag!)?.[1] ?? ''),
    ]),
  );
  const list = /<(?:\w+:)?cellXfs\b.*?<\/(?:\w+:)?cellXfs>/s.exec(styles)?.[0] ?? '';
  return [...list.matchAll(/<(?:\w+:)?xf\b([^>]*)>/g)].map(([, tag]) => {
    const id = Number(attribute(` ${tag}`, 'numFmtId') ?? 0);
    return { id, spelled: spelled.get(id) };
  });
}

function sheetRows(part: Buffer, values: Values, limits: SheetLimits): SheetRow[] {
  const rows: SheetRow[] = [];
  let line = 0;
  for (const { tag, inner } of elements(part, 'row')) {
    line = Number(attribute(tag, 'r') ?? 0) || line + 1;
    const cells: string[] = [];
    let column = 0;
    for (const [, cell, value] of inner.matchAll(/<(?:\w+:)?c\b([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?c>)/gs)) {
      column = columnOf(attribute(` ${cell}`, 'r')) ?? column + 1;
      if (column > limits.columns) break;
      const text = cellText(` ${cell}`, value ?? '', values);
      if (text !== '') cells[column - 1] = text;
    }
    if (cells.length === 0) continue;
    if (rows.length >= limits.rows) throw new Error(`more than ${limits.rows} rows`);
    rows.push({ line, cells: Array.from(cells, (text) => text ?? '') });
  }
  return rows;
}

/** AB12 → 28. */
function columnOf(place: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d*$/.exec(place ?? '')?.[1];
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) : null;
}

function cellText(tag: string, content: string, { strings, formats, shift }: Values): string {
  const type = attribute(tag, 't') ?? 'n';
  if (type === 'inlineStr') return itemText(content);
  const value = plainText(/<(?:\w+:)?v\b[^>]*>(.*?)<\/(?:\w+:)?v>/s.exec(content)?.[1] ?? '');
  if (value === '' || type === 'e') return '';
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type !== 'n' || !Number.isFinite(Number(value))) return value;
  const format = formats[Number(attribute(tag, 's') ?? 0)];
  const number = Number(value);
  if (format && isDateFormat(format.id, format.spelled)) return dayText(number >= 366 ? number + shift : number);
  return numberText(number, format?.spelled);
}

/** Elements of a name one after the other, without making one text of the whole part. */
function* elements(part: Buffer, name: string): Generator<{ tag: string; inner: string }> {
  const prefix = /<(\w+:)?(?:worksheet|sst)\b/.exec(part.toString('latin1', 0, 2048))?.[1] ?? '';
  const [open, close] = [`<${prefix}${name}`, `</${prefix}${name}>`];
  for (let at = part.indexOf(open); at >= 0; ) {
    const head = part.indexOf('>', at);
    if (head < 0) return;
    const boundary = part[at + open.length]!;
    // <row> and <row r=…>, but not <rowBreaks>.
    if (boundary !== 0x3e && boundary !== 0x2f && boundary > 0x20) {
      at = part.indexOf(open, head);
      continue;
    }
    const empty = part[head - 1] === 0x2f;
    const end = empty ? head : part.indexOf(close, head);
    if (end < 0) return;
    yield {
      tag: part.toString('utf8', at + open.length, head),
      inner: empty ? '' : part.toString('utf8', head + 1, end),
    };
    at = part.indexOf(open, end);
  }
}

const wanted =
  /^(?:xl\/(?:workbook\.xml|sharedStrings\.xml|styles\.xml|_rels\/workbook\.xml\.rels)|xl\/.*sheet[^/]*\.xml)$|^EncryptedPackage$/i;

/** Parts by name. Everything is unpacked, that a part hidden behind a false size is counted too. */
async function unpack(path: string, limit: number): Promise<Map<string, Buffer>> {
  let bytes = 0;
  const parts = new Map<string, Uint8Array[]>();
  const unzip = new Unzip((file) => {
    const name = file.name.replaceAll('\\', '/');
    const kept: Uint8Array[] | null = wanted.test(name) ? [] : null;
    if (kept) parts.set(name, kept);
    file.ondata = (error, chunk) => {
      if (error) throw error;
      bytes += chunk.length;
      if (bytes > limit) throw new Error(`unpacks to more than ${limit} bytes`);
      kept?.push(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for await (const chunk of createReadStream(path)) unzip.push(chunk as Uint8Array);
  unzip.push(new Uint8Array(0), true);
  return new Map([...parts].map(([name, chunks]) => [name, Buffer.concat(chunks)]));
}
