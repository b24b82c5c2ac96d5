/** Which checklist items cost the marks: Pareto order, share of all losses, share of the calls they applied to. */
import type { ItemCellRow } from '../../db/index.ts';
import type { Bilingual, LostItem } from '../contract/index.ts';
import { groupBy, rate } from './figures.ts';

export interface NamedCause {
  templateId: string;
  itemId: string;
  cause: string;
  title: Bilingual;
  count: number;
}

export const itemKey = (item: { templateId: string; itemId: string }): string => `${item.templateId}/${item.itemId}`;

/** The item's wording in the newest version that has it. */
export function newestWording<T extends { templateVersion: number }>(cells: readonly T[]): T {
  return cells.reduce((newest, cell) => (cell.templateVersion > newest.templateVersion ? cell : newest));
}

/** Items on which at least one call lost marks, most frequent first. */
export function lostItems(cells: readonly ItemCellRow[], causes: readonly NamedCause[]): LostItem[] {
  const causesByItem = groupBy(causes, itemKey);
  const total = cells.reduce((sum, cell) => sum + cell.lost, 0);
  const items = [...groupBy(cells, itemKey)]
    .map(([key, own]) => {
      const count = own.reduce((sum, cell) => sum + cell.lost, 0);
      const applicable = own.reduce((sum, cell) => sum + cell.applicable, 0);
      const wording = newestWording(own);
      return {
        templateId: wording.templateId,
        itemId: wording.itemId,
        article: wording.article,
        title: { zh: wording.titleZh, en: wording.titleEn },
        severity: wording.severity,
        count,
        share: rate(count, total),
        applicable: rate(count, applicable),
        causes: mergeCauses(causesByItem.get(key) ?? []),
      };
    })
    .filter((item) => item.count > 0)
    .sort((a, b) => b.count - a.count || compareArticles(a.article, b.article));
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
