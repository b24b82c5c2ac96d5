/** 口径说明: what the figures mean, for which days, by which templates. */
import type { Language } from '../../contract/index.ts';
import { definitions, words } from '../words/index.ts';
import type { Overview } from './summary-lines.ts';
import type { Cell, WorkbookWriter } from './workbook-writer.ts';

export interface UsedTemplate {
  title: string;
  version: number;
}

export async function writeDefinitionsSheet(
  workbook: WorkbookWriter,
  report: Overview,
  options: {
    language: Language;
    zone: string;
    templates: readonly UsedTemplate[];
    footer: { left: string; page: string };
  },
): Promise<void> {
  const w = words[options.language];
  const { definitions: texts } = w;
  const sheet = workbook.sheet({
    name: w.sheets.definitions,
    header: [texts.name, texts.formula, texts.note],
    footer: options.footer,
  });
  const line = (...values: string[]) =>
    sheet.row(values.map((value): Cell => ({ value: value || null, kind: 'text', wrap: true })));
  for (const definition of definitions[options.language])
    await line(definition.name, definition.formula, definition.note);
  await line(texts.period, `${report.from} ${w.to} ${report.to}`, `${texts.periodNote}${options.zone}`);
  for (const template of options.templates)
    await line(texts.template, template.title, texts.templateVersion(template.version));
  await line(texts.masking, '', texts.maskingNote);
  await sheet.end();
}
