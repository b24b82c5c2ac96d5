/** Turns the bytes of a text file from anywhere into text. */

const boms: { bytes: readonly number[]; encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/**
 * Byte order mark, else strict UTF-8, else GB18030 (what Chinese phone systems write).
 * @returns null when it is none of them, or holds NUL characters: then it is not text
 */
export function decodeText(bytes: Uint8Array): string | null {
  const bom = boms.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  const text = bom
    ? decodeStrictly(bytes, bom.encoding)
    : (decodeStrictly(bytes, 'utf-8') ?? decodeStrictly(bytes, 'gb18030'));
  return text?.includes('\0') ? null : text;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
