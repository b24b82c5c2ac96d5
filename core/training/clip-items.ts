import type { Bilingual, Template } from '../contract/index.ts';
import { DomainError } from '../domain-error.ts';
import type { ServiceOf } from '../service.ts';

export interface ClipItem {
  article: string;
  title: Bilingual;
}

/** Finds checklist items in the newest version of their template; null when there is none (any more). */
export function itemFinder(templates: Pick<ServiceOf<'templates'>, 'get'>) {
  return async (templateId: string | null, itemId: string | null): Promise<ClipItem | null> => {
    if (templateId === null || itemId === null) return null;
    const template = await templates.get({ id: templateId }, {}).catch(absent);
    for (const section of template?.sections ?? []) {
      const item = section.items.find((candidate) => candidate.id === itemId);
      if (item) return { article: item.article, title: item.title };
    }
    return null;
  };
}

function absent(error: unknown): Template | null {
  if (error instanceof DomainError && error.code === 'TEMPLATE_NOT_FOUND') return null;
  throw error;
}
