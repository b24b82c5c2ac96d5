/**
 * Which checklist items cost the marks, form by form: Pareto order, share of the form's losses, share of the calls
 * they applied to.
 */
import type { ItemCellRow } from '../../db/index.ts';
import type { Bilingual, LostItem } from '../contract/index.ts';
import { groupBy, rate } from './figures.ts';
import type { Forms } from './forms.ts';
import type { TemplateLookup } from './template-lookup.ts';

/** Sums of one item, with the form under which it counts. */
export type ItemCell = ItemCellRow & { form: string; breachClass: Bilingual | null };

export interface NamedCause {
  form: string;
  templateId: string;
  itemId: string;
  cause: string;
  title: Bilingual;
  count: number;
}

export const itemKey = (item: { templateId: string; itemId: string }): string => `${item.templateId}/${item.itemId}`;

/** Adds what only the templates know. */
export async function describedItems(
  rows: readonly ItemCellRow[],
  forms: Forms,
  templates: TemplateLookup,
): Promise<ItemCell[]> {
  const cells: ItemCell[] = [];
  for (const row of rows) {
    const item = await templates.item(row.templateId, row.templateVersion, row.itemId);
    const form = forms.keyOf(row.templateId, row.templateVersion);
    cells.push({ ...row, form, breachClass: item?.breachClass ?? null });
  }
  return cells;
}

/** The item's wording in the newest version that has it. */
export function newestWording<T extends { templateVersion: number }>(cells: readonly T[]): T {
  return cells.reduce((newest, cell) => (cell.templateVersion > newest.templateVersion ? cell : newest));
}

/**
 * Items on which at least one call lost marks.
 * @param forms keys in the order of the result; within a form the most frequent item stands first
 */
export function lostItems(
  cells: readonly ItemCell[],
  causes: readonly NamedCause[],
  forms: readonly string[],
): LostItem[] {
  const byForm = groupBy(cells, (cell) => cell.form);
  return forms.flatMap((form) =>
    itemsOfForm(
      byForm.get(form) ?? [],
      causes.filter((cause) => cause.form === form),
    ),
  );
}

function itemsOfForm(cells: readonly ItemCell[], causes: readonly NamedCause[]): LostItem[] {
  const causesByItem = groupBy(causes, itemKey);
  const total = cells.reduce((sum, cell) => sum + cell.lost, 0);
  const items = [...groupBy(cells, itemKey)]
    .map(([key, own]) => {
      const count = own.reduce((sum, cell) => sum + cell.lost, 0);
      const applicable = own.reduce((sum, cell) => sum + cell.applicable, 0);
      const wording = newestWording(own);
      return {
        form: wording.form,
        templateId: wording.templateId,
        itemId: wording.itemId,
        article: wording.article,
        title: { zh: wording.titleZh, en: wording.titleEn },
        severity: wording.severity,
        breachClass: wording.breachClass,
        count,
        share: rate(count, total),
        applicable: rate(count, applicable),
        causes: mergeCauses(causesByItem.get(key) ?? []),
      };
    })
    .filter((item) => item.count > 0)
    .sort((a, b) => b.count - a.count || compareArticles(a.article, b.article) || (a.itemId < b.itemId ? -1 : 1));
  let running = 0;
  return items.map((item) => {
    running += item.count;
    return { ...item, cumulative: running / total };
  });
}

/** "24.9" before "24.14". */
export function compareArticles(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

function mergeCauses(causes: readonly NamedCause[]): LostItem['causes'] {
  return [...groupBy(causes, (named) => named.cause)]
    .map(([cause, own]) => ({
      cause,
      title: own[0]!.title,
      count: own.reduce((sum, named) => sum + named.count, 0),
    }))
    .sort((a, b) => b.count - a.count || a.cause.localeCompare(b.cause));
}
