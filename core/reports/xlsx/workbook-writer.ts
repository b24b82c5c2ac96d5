/**
 * Writes workbooks: sheets one after another and row by row, so that memory holds no rows however many there are,
 * only the texts, each once.
 */
import { createZipFile, type ZipFile, type ZipPart } from '../../output/zip-file.ts';
import { type Cell, cellXml } from './cell-xml.ts';
import { columnLetter } from './column-letter.ts';
import { type About, type NamedSheet, packageParts, sheetPath } from './package-parts.ts';
import { SharedStrings } from './shared-strings.ts';
import { uniqueSheetName } from './sheet-name.ts';
import { type Merge, rowXml, type SheetOptions, sheetEnd, sheetStart } from './sheet-xml.ts';
import { stylesPart } from './styles-part.ts';

export interface SheetWriter {
  /** The cells have been read when this returns: the same ones may be filled again. */
  row(
    cells: readonly (Cell | null)[],
    options?: { merge?: [first: number, last: number]; height?: number },
  ): Promise<void>;
  end(): Promise<void>;
}

export interface WorkbookWriter {
  /** One sheet at a time: the one before must have ended. */
  sheet(options: SheetOptions): SheetWriter;
  /** Resolves when the file is complete on disk. */
  finish(): Promise<void>;
  /** Lets go of an unfinished file; resolves when it is closed. */
  abort(): Promise<void>;
}

/** Characters of XML that are handed on at a time: enough to be fast, few enough to give others their turn soon. */
const chunkSize = 65_536;

/** @param path file to write. Rejections carry the system's error (ENOSPC, EACCES …). */
export function openWorkbook(path: string, about: About): WorkbookWriter {
  const zip = createZipFile(path);
  const strings = new SharedStrings();
  const names = new Set<string>();
  const sheets: NamedSheet[] = [];
  return {
    sheet(options) {
      const part = zip.part(sheetPath(sheets.length));
      sheets.push({ name: uniqueSheetName(options.name, names), titleRows: options.titleRows ?? 1 });
      return sheetWriter(part, options, strings);
    },
    async finish() {
      await writePart(zip, 'xl/sharedStrings.xml', strings.part());
      await writePart(zip, 'xl/styles.xml', [stylesPart()]);
      for (const [name, text] of packageParts(sheets, about)) await writePart(zip, name, [text]);
      await zip.finish();
    },
    abort: () => zip.abort(),
  };
}

async function writePart(zip: ZipFile, name: string, pieces: Iterable<string>): Promise<void> {
  const part = zip.part(name);
  let pending = '';
  for (const piece of pieces) {
    pending += piece;
    if (pending.length < chunkSize) continue;
    await part.write(pending);
    pending = '';
  }
  await part.write(pending);
  await part.end();
}

function sheetWriter(part: ZipPart, options: SheetOptions, strings: SharedStrings): SheetWriter {
  const letters = options.widths.map((_, index) => columnLetter(index));
  const merges: Merge[] = [];
  let rows = 0;
  let pending = sheetStart(options);
  const add = (cells: readonly (Cell | null)[], height?: number) => {
    rows += 1;
    let xml = '';
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index];
      if (cell) xml += cellXml(letters[index]! + rows, cell, strings);
    }
    pending += rowXml(rows, xml, height);
  };
  if (options.header) add(options.header.map((value) => ({ value, kind: 'text', look: 'header' })));
  return {
    async row(cells, { merge, height } = {}) {
      if (merge) {
        const [first, last] = merge;
        const shown = cells[first - 1] ?? null;
        // All cells of a merged range carry its look, or its frame would end after the first.
        add([...cells, ...Array<Cell | null>(last - cells.length).fill(shown && { ...shown, value: null })], height);
        merges.push({ row: rows, first, last });
      } else add(cells, height);
      if (pending.length < chunkSize) return;
      const text = pending;
      pending = '';
      await part.write(text);
    },
    async end() {
      await part.write(pending + sheetEnd(options, rows, merges));
      await part.end();
    },
  };
}
