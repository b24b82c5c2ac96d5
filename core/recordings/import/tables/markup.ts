/**
 * Sheets of what systems save as .xls but write as text: tables of a web page, and Excel's XML of 2003. Read by their
 * tags alone; nothing in them is run, fetched or expanded but the few entities below.
 */
import { attribute, plainText } from '../../../text/markup.ts';
import { dayText, type Sheet, type SheetLimits, type SheetRow } from './sheet.ts';

const count = (tag: string, name: string, most: number): number =>
  Math.min(most, Math.max(1, Number(attribute(tag, name) ?? 1) || 1));

export type MarkupKind = 'html' | 'spreadsheet-xml';

/** What the beginning of a text shows; null for text that is neither. */
export function markupKind(text: string): MarkupKind | null {
  const head = text.slice(0, 4096).trimStart();
  if (!head.startsWith('<')) return null;
  if (/<(?:\w+:)?Workbook[\s>]/.test(head)) return 'spreadsheet-xml';
  return /<(?:!doctype html|html|head|body|meta|table|tr|style)\b/i.test(head) ? 'html' : null;
}

/** Encoding that the text names itself, if it is one that is known here. */
export function declaredEncoding(head: string): 'utf-8' | 'gb18030' | 'big5' | null {
  const said = /(?:charset|encoding)\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  if (said === undefined) return null;
  if (/^(?:gb2312|gbk|gb18030|gb_2312.*|x-gbk|cp936)$/.test(said)) return 'gb18030';
  return said === 'big5' ? 'big5' : /^utf-?8$/.test(said) ? 'utf-8' : null;
}

/** Each table of the page as a sheet. Cells that reach over rows or columns count in each row, and once per column. */
export function readHtml(text: string, limits: SheetLimits): Sheet[] {
  const body = text.replace(/<!--.*?-->|<(script|style|head)\b.*?<\/\1>/gis, '');
  const tables = body.split(/<table\b/i).slice(1);
  const sheets: Sheet[] = [];
  let line = 0;
  for (const table of tables) {
    const rows: SheetRow[] = [];
    let over = new Map<number, { text: string; rows: number }>();
    for (const row of table.split(/<tr\b/i).slice(1)) {
      line += 1;
      if (line > limits.rows) throw new Error(`more than ${limits.rows} rows`);
      const cells: string[] = [];
      const still = new Map<number, { text: string; rows: number }>();
      const held = () => {
        for (let from = over.get(cells.length); from; from = over.get(cells.length)) {
          if (from.rows > 1) still.set(cells.length, { text: from.text, rows: from.rows - 1 });
          cells.push(from.text);
        }
      };
      for (const [, tag, inner] of row.matchAll(/<(t[dh]\b[^>]*)>(.*?)(?=<t[dh]\b|<\/tr\b|<\/table\b|$)/gis)) {
        held();
        if (cells.length >= limits.columns) break;
        const cell = plainText(inner!.replace(/<\/t[dh]\s*>.*$/is, ''));
        const down = count(` ${tag}`, 'rowspan', 10_000);
        if (down > 1) still.set(cells.length, { text: cell, rows: down - 1 });
        cells.push(cell, ...Array<string>(count(` ${tag}`, 'colspan', limits.columns - cells.length) - 1).fill(''));
      }
      held();
      over = still;
      rows.push({ line, cells });
    }
    sheets.push({ name: null, rows });
  }
  return sheets;
}

/** Excel's XML of 2003 ("XML spreadsheet"). */
export function readSpreadsheetXml(text: string, limits: SheetLimits): Sheet[] {
  const sheets: Sheet[] = [];
  let left = limits.rows;
  for (const sheet of text.split(/<(?:\w+:)?Worksheet\b/).slice(1)) {
    const head = ` ${sheet.slice(0, sheet.indexOf('>'))}`;
    const rows: SheetRow[] = [];
    let line = 0;
    for (const row of sheet.split(/<(?:\w+:)?Row\b/).slice(1)) {
      const tag = ` ${row.slice(0, row.indexOf('>'))}`;
      line = Number(attribute(tag, 'Index') ?? 0) || line + 1;
      if (left-- <= 0) throw new Error(`more than ${limits.rows} rows`);
      rows.push({ line, cells: xmlCells(row, limits.columns) });
    }
    sheets.push({ name: plainText(attribute(head, 'Name') ?? '') || null, rows });
  }
  return sheets;
}

function xmlCells(row: string, columns: number): string[] {
  const cells: string[] = [];
  for (const [, tag, inner] of row.matchAll(/<(?:\w+:)?Cell\b([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?Cell>)/gs)) {
    const place = Number(attribute(` ${tag}`, 'Index') ?? 0);
    while (place > cells.length + 1 && cells.length < columns) cells.push('');
    if (cells.length >= columns) break;
    const data = /<(?:\w+:)?Data\b([^>]*)>(.*?)<\/(?:\w+:)?Data>/s.exec(inner ?? '');
    const value = plainText(data?.[2] ?? '');
    cells.push(attribute(` ${data?.[1] ?? ''}`, 'Type') === 'DateTime' ? dateTimeText(value) : value);
    const across = Number(attribute(` ${tag}`, 'MergeAcross') ?? 0) || 0;
    cells.push(...Array<string>(Math.min(across, columns - cells.length)).fill(''));
  }
  return cells;
}

/** Lengths of time are counted from the last day of 1899. */
function dateTimeText(iso: string): string {
  const at = Date.parse(`${iso}Z`);
  if (Number.isNaN(at)) return iso;
  const days = at / 86_400_000 + 25_569;
  return dayText(days < 366 ? Math.max(0, days - 1) : days);
}
