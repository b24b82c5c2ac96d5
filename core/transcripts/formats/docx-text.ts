/** The paragraphs of a Word document as lines of text: meeting services export what was said that way. */
import { strFromU8, unzipSync } from 'fflate';
import { plainText } from '../../text/markup.ts';

/** What a document may at most make of itself, bytes. */
const maxUnpacked = 64 * 1024 * 1024;
const part = 'word/document.xml';

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3;

/** @returns null when the bytes are no Word document, or a damaged one */
export function docxText(bytes: Uint8Array): string | null {
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === part && originalSize <= maxUnpacked,
    });
    const body = files[part];
    return body ? linesOf(strFromU8(body)).join('\n') : null;
  } catch {
    return null;
  }
}

/** Cells of a table's row stand in one line, as a table of text has them. */
const linesOf = (xml: string): string[] =>
  xml
    .replace(/<w:(?:del|moveFrom)\b[^>]*>.*?<\/w:(?:del|moveFrom)>/gs, '')
    .replace(/<\/w:p>\s*<\/w:tc>\s*<w:tc\b/g, '\t<w:tc')
    .replace(/<w:(?:tab|ptab)\b[^>]*\/>/g, '\t')
    .split(/<\/w:p>|<w:(?:br|cr)\b[^>]*\/>/)
    .map((paragraph) => paragraph.split('\t').map(plainText).join('\t').trimEnd());
