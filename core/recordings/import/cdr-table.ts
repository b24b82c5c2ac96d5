/** A call-record file (CSV or XLSX) as a table of text. */
import { open, readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { CdrMapping, Encoding } from '../../contract/index.ts';
import { DomainError, fromSystemError } from '../../domain-error.ts';
import { detectEncoding } from '../../text/decode-text.ts';
import { guessMapping } from './cdr-headers.ts';
import { decodeText, parseCsv } from './cdr-text.ts';
import { cleanCell } from './cdr-values.ts';
import { readXlsxRows } from './cdr-xlsx.ts';

type EncodingName = (typeof Encoding)['options'][number];

export interface CdrTable {
  encoding: EncodingName;
  headers: string[];
  /** `line` counts rows of the file from 1, the header included. */
  rows: { line: number; cells: string[] }[];
}

const maxFileBytes = 100 * 1024 * 1024;
const xlsxLimits = { unpackedBytes: 600 * 1024 * 1024, rows: 1_000_000, columns: 200 };
/** Exports may open with a title and a date range; the header row is looked for in so many rows. */
const headerWithin = 10;

/** True for names of files that can hold call records. */
export function isCdrFileName(file: string): boolean {
  return ['.csv', '.tsv', '.xlsx'].includes(extname(file).toLowerCase());
}

/**
 * @param encoding of a CSV; default: found out
 * @throws DomainError FILE_NOT_FOUND, FILE_UNREADABLE, FILE_EMPTY, CDR_UNREADABLE
 */
export async function readCdrTable(path: string, encoding?: EncodingName): Promise<CdrTable> {
  try {
    return await readTable(path, encoding);
  } catch (error) {
    const known = fromSystemError(error, path);
    throw known instanceof DomainError ? known : new DomainError('CDR_UNREADABLE', { file: path }, { cause: error });
  }
}

async function readTable(path: string, encoding?: EncodingName): Promise<CdrTable> {
  const { size } = await stat(path);
  if (size === 0) throw new DomainError('FILE_EMPTY', { file: path });
  if (size > maxFileBytes) throw new Error(`larger than ${maxFileBytes} bytes`);
  const head = await firstBytes(path, 8);
  if (head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004')))
    return table(await readXlsxRows(path, xlsxLimits), 'utf-8');
  const bytes = await readFile(path);
  const found = encoding ?? detectEncoding(bytes);
  const text = decodeText(bytes, found);
  // Old binary workbooks, pictures and the like: text holds no NUL.
  if (text.slice(0, 4096).includes('\u0000')) throw new Error('not text');
  return table(
    parseCsv(text).map((cells, index) => ({ line: index + 1, cells })),
    found,
  );
}

function table(rows: CdrTable['rows'], encoding: EncodingName): CdrTable {
  const cleaned = rows
    .map(({ line, cells }) => ({ line, cells: cells.map(cleanCell) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (cleaned.length === 0) throw new Error('no rows');
  const likelihood = cleaned.slice(0, headerWithin).map(({ cells }) => meanings(guessMapping(cells)));
  const header = Math.max(0, likelihood.indexOf(Math.max(2, ...likelihood)));
  return { encoding, headers: cleaned[header]!.cells, rows: cleaned.slice(header + 1) };
}

function meanings(mapping: CdrMapping): number {
  return Object.keys(mapping).length;
}

async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
