import { addTemplateVersions, newestTemplates, templateChecksums, templateVersion } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import { Template } from '../contract/index.ts';
import { DomainError } from '../domain-error.ts';
import type { ServiceOf } from '../service.ts';
import { readTemplateFiles } from './template-files.ts';

/**
 * Loads the product's templates into the library (a new version is a new row, never a change) and serves them.
 * @throws DomainError TEMPLATE_INVALID when a file is unsound, or changes what its version number already published
 */
export async function createTemplates(context: CoreContext): Promise<ServiceOf<'templates'>> {
  const { library, settings } = context;
  await publish(context);
  // Versions are immutable, so a parsed one stays true.
  const parsed = new Map<string, Template>();
  const read = (row: { template_id: string; version: number; content: string }): Template => {
    const key = `${row.template_id}@${row.version}`;
    const template = parsed.get(key) ?? Template.parse(JSON.parse(row.content));
    parsed.set(key, template);
    return template;
  };

  return {
    async list() {
      const { defaultTemplate } = await settings.get();
      const rows = await newestTemplates(library);
      const standard = rows.some((row) => row.template_id === defaultTemplate) ? defaultTemplate : rows[0]?.template_id;
      return rows.map(read).map((template) => ({
        id: template.id,
        version: template.version,
        title: template.title,
        ...(template.notes && { notes: template.notes }),
        mode: template.mode,
        items: template.sections.reduce((sum, section) => sum + section.items.length, 0),
        isDefault: template.id === standard,
      }));
    },
    async get({ id, version }) {
      const known = version === undefined ? undefined : parsed.get(`${id}@${version}`);
      if (known) return known;
      const row = await templateVersion(library, id, version);
      if (!row) throw new DomainError('TEMPLATE_NOT_FOUND', { template: version ? `${id} v${version}` : id });
      return read(row);
    },
  };
}

async function publish({ library, templatesDir, clock }: CoreContext): Promise<void> {
  const key = (id: string, version: number) => `${id}@${version}`;
  const stored = await templateChecksums(library);
  const checksums = new Map(stored.map((row) => [key(row.template_id, row.version), row.sha256]));
  const rows = [];
  for (const { file, template, content, sha256 } of readTemplateFiles(templatesDir)) {
    const { id, version, title, mode } = template;
    const published = checksums.get(key(id, version));
    if (published === sha256) continue;
    if (published !== undefined)
      throw new DomainError('TEMPLATE_INVALID', {
        file,
        detail: `version ${version} of "${id}" is already published with other content; give the change a new version number`,
      });
    checksums.set(key(id, version), sha256);
    rows.push({
      template_id: id,
      version,
      title_zh: title.zh,
      title_en: title.en,
      mode,
      content,
      sha256,
      published_at: clock(),
    });
  }
  await addTemplateVersions(library, rows);
}
