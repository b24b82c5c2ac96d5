/** Rows of the summary sheet, and the captions that they share. */
import type { Form, Language, Report } from '../../contract/index.ts';
import { words } from '../words/index.ts';
import type { CellKind, CellLook } from './styles.ts';
import type { Cell, CellValue, SheetWriter } from './workbook-writer.ts';

export type Overview = Omit<Report, 'reviews' | 'lost'>;

/** Columns of the sheet, over which a text of its own line stands. */
const columns = 10;

/** Knows the number of the row it writes next, so that formulas can point at rows. */
export class Lines {
  next = 1;
  readonly #sheet: SheetWriter;
  constructor(sheet: SheetWriter) {
    this.#sheet = sheet;
  }
  async row(values: readonly CellValue[], kinds: readonly CellKind[], look: CellLook = 'body'): Promise<number> {
    await this.#sheet.row(
      values.map((value, index): Cell => ({ value, kind: kinds[index] ?? 'text', look, wrap: true })),
    );
    this.next += 1;
    return this.next - 1;
  }
  async header(titles: readonly string[]): Promise<void> {
    await this.row(titles, [], 'header');
  }
  /** One text over the whole width. */
  async text(value: string, look: CellLook = 'note', height?: number): Promise<void> {
    await this.#sheet.row([{ value, kind: 'text', look, wrap: true }], {
      merge: [1, columns],
      ...(height ? { height } : {}),
    });
    this.next += 1;
  }
}

/** What stands above the figures of one form when there are several; nothing to say when there is one. */
export async function formCaption(lines: Lines, report: Overview, form: Form, language: Language): Promise<void> {
  if (report.forms.length < 2) return;
  const w = words[language];
  const [open, close] = w.brackets;
  const { passMark, excellentMark } = form;
  const marks = w.marks((passMark / 100).toFixed(2), (excellentMark / 100).toFixed(2));
  await lines.text(`${form.title[language]}${open}${marks}${close}`, 'caption');
}
