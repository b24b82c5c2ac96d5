/** Names of files that are written for people, safe on every system whatever the parts hold. */

/** What Windows keeps for devices, with or without an extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const maxBytes = 180;

/**
 * @param base name without extension; may hold anything
 * @param extension with its dot
 */
export function safeFileName(base: string, extension: string): string {
  const clean = base
    .normalize('NFC')
    // Separators, what Windows forbids, control and direction characters, halves of surrogate pairs.
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]/gu, '_')
    .replace(/\s+/g, ' ')
    // A leading dot hides a file, a leading dash looks like an option; Windows drops dots and spaces at the end.
    .replace(/^[ .\-~]+|[ .]+$/g, '');
  const cut = cutToBytes(clean, maxBytes - Buffer.byteLength(extension)).replace(/[ .]+$/, '');
  if (cut === '') return `_${extension}`;
  return `${reserved.test(cut.split('.')[0]!) ? '_' : ''}${cut}${extension}`;
}

function cutToBytes(text: string, bytes: number): string {
  let cut = '';
  let used = 0;
  for (const character of text) {
    used += Buffer.byteLength(character);
    if (used > bytes) break;
    cut += character;
  }
  return cut;
}
