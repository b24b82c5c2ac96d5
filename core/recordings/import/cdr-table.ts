/** A call-record file (CSV, or a workbook in any of its forms) as a table of text. */
import { open, readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { CdrMapping, Encoding } from '../../contract/index.ts';
import { DomainError, fromSystemError } from '../../domain-error.ts';
import { detectEncoding } from '../../text/decode-text.ts';
import { guessMapping } from './cdr-headers.ts';
import { type CdrTable, layOut } from './lay-out-sheets.ts';
import { isBareBiff, readBiff } from './tables/biff.ts';
import { decodeText, parseCsv } from './tables/csv.ts';
import { declaredEncoding, markupKind, readHtml, readSpreadsheetXml } from './tables/markup.ts';
import { oleSignature } from './tables/ole-file.ts';
import { Encrypted, type Sheet, type SheetLimits } from './tables/sheet.ts';
import { readXlsx } from './tables/xlsx.ts';

type EncodingName = (typeof Encoding)['options'][number];

export type { CdrTable } from './lay-out-sheets.ts';

const maxFileBytes = 100 * 1024 * 1024;
const limits: SheetLimits = { unpackedBytes: 600 * 1024 * 1024, rows: 1_000_000, columns: 256 };

/** True for names of files that can hold call records. */
export function isCdrFileName(file: string): boolean {
  return ['.csv', '.tsv', '.xlsx', '.xlsm', '.xls', '.et'].includes(extname(file).toLowerCase());
}

/**
 * What the file is shows in its first bytes, never in its name: exports call web pages and text `.xls`.
 * @param encoding of a text; default: found out
 * @throws DomainError FILE_NOT_FOUND, FILE_UNREADABLE, FILE_EMPTY, CDR_ENCRYPTED, CDR_UNREADABLE
 */
export async function readCdrTable(path: string, encoding?: EncodingName): Promise<CdrTable> {
  try {
    return await readTable(path, encoding);
  } catch (error) {
    if (error instanceof Encrypted) throw new DomainError('CDR_ENCRYPTED', { file: path });
    const known = fromSystemError(error, path);
    throw known instanceof DomainError ? known : new DomainError('CDR_UNREADABLE', { file: path }, { cause: error });
  }
}

async function readTable(path: string, encoding?: EncodingName): Promise<CdrTable> {
  const { size } = await stat(path);
  if (size === 0) throw new DomainError('FILE_EMPTY', { file: path });
  if (size > maxFileBytes) throw new Error(`larger than ${maxFileBytes} bytes`);
  const head = await firstBytes(path, 512);
  if (head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return layOut(await readXlsx(path, limits), 'utf-8');
  const bytes = await readFile(path);
  if (bytes.subarray(0, 8).equals(oleSignature) || isBareBiff(bytes)) return layOut(readBiff(bytes, limits), 'utf-8');
  return readText(bytes, encoding);
}

function readText(bytes: Buffer, encoding?: EncodingName): CdrTable {
  const declared = encoding ? null : declaredInMarkup(bytes);
  const found = encoding ?? declared ?? detectEncoding(bytes);
  const sheets = textSheets(bytes, found);
  const table = layOut(sheets, found);
  // Bytes of Taiwan's encoding are mostly valid in the mainland's; only the headers show which was meant.
  if (encoding || declared || found !== 'gb18030' || meanings(table) >= 2) return table;
  const other = layOut(textSheets(bytes, 'big5'), 'big5');
  return meanings(other) > meanings(table) ? other : table;
}

function textSheets(bytes: Buffer, encoding: EncodingName): Sheet[] {
  const text = decodeText(bytes, encoding);
  // Pictures and the like: text holds no NUL.
  if (text.slice(0, 4096).includes('\u0000')) throw new Error('not text');
  const kind = markupKind(text);
  if (kind === 'html') return readHtml(text, limits);
  if (kind === 'spreadsheet-xml') return readSpreadsheetXml(text, limits);
  return [{ name: null, rows: parseCsv(text).map((cells, index) => ({ line: index + 1, cells })) }];
}

function declaredInMarkup(bytes: Buffer): EncodingName | null {
  const head = bytes.toString('latin1', 0, 4096);
  return markupKind(head.replace(/^\u00ef\u00bb\u00bf/, '')) === null ? null : declaredEncoding(head);
}

const meanings = ({ headers, guessed }: CdrTable) =>
  Object.keys((guessed ?? guessMapping(headers)) as CdrMapping).length;

async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
