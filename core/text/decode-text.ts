/** Turns the bytes of a text file from anywhere into text. */
import type { Encoding } from '../contract/index.ts';

export type EncodingName = (typeof Encoding)['options'][number];

const marks: readonly (readonly [EncodingName, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * A byte order mark decides; else the zeros of UTF-16; else strict UTF-8; else GB18030, which Chinese systems write, or
 * Big5 where the bytes only make usual characters in that.
 */
export function detectEncoding(bytes: Uint8Array): EncodingName {
  const marked = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return marked[0];
  const wide = unmarkedUtf16(bytes);
  if (wide) return wide;
  if (decodeStrictly(bytes, 'utf-8') !== null) return 'utf-8';
  return looksLikeBig5(bytes) && decodeStrictly(bytes, 'big5') !== null ? 'big5' : 'gb18030';
}

/** Digits, marks and line ends of UTF-16 show as zeros in every other byte; 一 has its zero in the other place. */
function unmarkedUtf16(bytes: Uint8Array): EncodingName | null {
  const head = bytes.subarray(0, 1024);
  if (head.length < 8 || bytes.length % 2 === 1) return null;
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2]! += 1;
  const [even, odd] = zeros as [number, number];
  if (odd > head.length / 16 && even * 8 < odd) return 'utf-16le';
  return even > head.length / 16 && odd * 8 < even ? 'utf-16be' : null;
}

/** Pairs of bytes that are looked at. */
const pairsSeen = 2000;

/**
 * The usual characters of Big5 begin with A4 to C6, and many end below A1; those of GB2312 never end so, and the further
 * ones of GBK (traditional characters too) mostly begin below A1.
 */
function looksLikeBig5(bytes: Uint8Array): boolean {
  let [pairs, usual, low] = [0, 0, 0];
  for (let at = 0; at < bytes.length - 1 && pairs < pairsSeen; at++) {
    const [lead, trail] = [bytes[at]!, bytes[at + 1]!];
    if (lead < 0x80) continue;
    pairs += 1;
    if (lead >= 0xa1 && lead <= 0xc6) usual += 1;
    if (trail < 0xa1) low += 1;
    at += 1;
  }
  return pairs > 0 && usual >= pairs * 0.9 && low >= pairs * 0.15;
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
