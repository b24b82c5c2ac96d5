/** Text of a CSV file, split into rows. Pure. */
import Papa from 'papaparse';
import type { EncodingName } from '../../../text/decode-text.ts';

/** The text without its byte order mark; bytes that the encoding does not know become U+FFFD. */
export function decodeText(bytes: Uint8Array, encoding: EncodingName): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** Rows of a CSV text with `,` `;` tab or `|` between cells; empty rows stay, so that row numbers hold. */
export function parseCsv(text: string): string[][] {
  const parsed = Papa.parse<string[]>(text, { delimitersToGuess: [',', '\t', ';', '|'], skipEmptyLines: false });
  return parsed.data;
}
