/** Text of a CSV file: encoding found out, split into rows. Pure. */
import Papa from 'papaparse';
import type { Encoding } from '../../contract/index.ts';

type EncodingName = (typeof Encoding)['options'][number];

const marks: readonly (readonly [EncodingName, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** A byte order mark decides; else strict UTF-8; else GB18030, which Chinese systems write. */
export function detectEncoding(bytes: Uint8Array): EncodingName {
  const marked = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return marked[0];
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}

/** The text without its byte order mark; bytes that the encoding does not know become U+FFFD. */
export function decodeText(bytes: Uint8Array, encoding: EncodingName): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** Rows of a CSV text with `,` `;` tab or `|` between cells; empty rows stay, so that row numbers hold. */
export function parseCsv(text: string): string[][] {
  const parsed = Papa.parse<string[]>(text, { delimitersToGuess: [',', '\t', ';', '|'], skipEmptyLines: false });
  return parsed.data;
}
