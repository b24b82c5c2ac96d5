import type { Bilingual, Template } from '../contract/index.ts';
import type { ServiceOf } from '../service.ts';

/** Answers what a template version says of itself, its items and causes; each version is read once. */
export interface TemplateLookup {
  title(templateId: string, version: number): Promise<Bilingual>;
  causeTitle(templateId: string, version: number, cause: string): Promise<Bilingual>;
  /** Rules that may suggest the item's answer. */
  itemRules(templateId: string, version: number, itemId: string): Promise<readonly string[]>;
}

export function createTemplateLookup(templates: Pick<ServiceOf<'templates'>, 'get'>): TemplateLookup {
  const versions = new Map<string, Promise<Template>>();
  const version = (id: string, number: number): Promise<Template> => {
    const key = `${id}@${number}`;
    let template = versions.get(key);
    if (!template) {
      template = templates.get({ id, version: number }, {});
      versions.set(key, template);
    }
    return template;
  };
  return {
    async title(templateId, number) {
      return (await version(templateId, number)).title;
    },
    async causeTitle(templateId, number, cause) {
      const { causes } = await version(templateId, number);
      return causes.find((known) => known.id === cause)?.title ?? { zh: cause, en: cause };
    },
    async itemRules(templateId, number, itemId) {
      const { sections } = await version(templateId, number);
      for (const section of sections) {
        const item = section.items.find((candidate) => candidate.id === itemId);
        if (item) return item.rules;
      }
      return [];
    },
  };
}
