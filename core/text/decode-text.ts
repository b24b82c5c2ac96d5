/** Turns the bytes of a text file from anywhere into text. */
import type { Encoding } from '../contract/index.ts';

export type EncodingName = (typeof Encoding)['options'][number];

const marks: readonly (readonly [EncodingName, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** A byte order mark decides; else strict UTF-8; else GB18030, which Chinese systems write. */
export function detectEncoding(bytes: Uint8Array): EncodingName {
  const marked = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return marked[0];
  return decodeStrictly(bytes, 'utf-8') === null ? 'gb18030' : 'utf-8';
}

/**
 * The text in the encoding that it seems to have, without its byte order mark.
 * @returns null when the bytes are not text in that encoding, or hold NUL characters
 */
export function decodeText(bytes: Uint8Array): string | null {
  const text = decodeStrictly(bytes, detectEncoding(bytes));
  return text?.includes('\0') ? null : text;
}

function decodeStrictly(bytes: Uint8Array, encoding: EncodingName): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
