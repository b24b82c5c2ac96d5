import type { Bilingual, Template, TemplateItem } from '../contract/index.ts';
import type { ServiceOf } from '../service.ts';

/** Answers what a template version says of itself, its items and causes; each version is read once. */
export interface TemplateLookup {
  title(templateId: string, version: number): Promise<Bilingual>;
  causeTitle(templateId: string, version: number, cause: string): Promise<Bilingual>;
  /** Undefined when this version has no such item. */
  item(templateId: string, version: number, itemId: string): Promise<TemplateItem | undefined>;
}

export function createTemplateLookup(templates: Pick<ServiceOf<'templates'>, 'get'>): TemplateLookup {
  const versions = new Map<string, Promise<Template>>();
  const items = new Map<string, ReadonlyMap<string, TemplateItem>>();
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
    async item(templateId, number, itemId) {
      const key = `${templateId}@${number}`;
      let own = items.get(key);
      if (!own) {
        own = indexed(await version(templateId, number));
        items.set(key, own);
      }
      return own.get(itemId);
    },
  };
}

function indexed({ sections }: Template): ReadonlyMap<string, TemplateItem> {
  return new Map(sections.flatMap((section) => section.items).map((item) => [item.id, item]));
}
