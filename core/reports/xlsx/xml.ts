/** What all parts of a workbook's package are made with. */

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const spreadsheetNs = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const relationshipsNs = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const entities: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&apos;' };
/** What must be written otherwise, and what XML 1.0 cannot hold at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to be taken out
const special = /[<>&"'\x00-\x08\x0B\x0C\x0E-\x1F\x7F\uFFFE\uFFFF]/;
const specials = new RegExp(special, 'g');

/** A text for an element or an attribute; characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return special.test(text) ? text.replace(specials, (character) => entities[character] ?? '') : text;
}
