/** Published template versions. A stored version never changes (a trigger refuses updates). */
import { type Insertable, type Selectable, sql } from 'kysely';
import type { LibraryDb } from './open.ts';
import type { TemplateVersionsTable } from './schema.ts';

export type TemplateVersionRow = Selectable<TemplateVersionsTable>;

/** Stores versions that are not there yet. */
export async function addTemplateVersions(
  library: LibraryDb,
  rows: readonly Insertable<TemplateVersionsTable>[],
): Promise<void> {
  if (rows.length === 0) return;
  await library.db
    .insertInto('template_versions')
    .values([...rows])
    .onConflict((oc) => oc.columns(['template_id', 'version']).doNothing())
    .execute();
}

/** What is stored, without the content: id, version and checksum. */
export async function templateChecksums(
  library: LibraryDb,
): Promise<Pick<TemplateVersionRow, 'template_id' | 'version' | 'sha256'>[]> {
  return library.db.selectFrom('template_versions').select(['template_id', 'version', 'sha256']).execute();
}

/** The newest version of every template, by id. */
export async function newestTemplates(library: LibraryDb): Promise<TemplateVersionRow[]> {
  return library.db
    .selectFrom('template_versions as t')
    .selectAll('t')
    .where('t.version', '=', (eb) =>
      eb
        .selectFrom('template_versions as newer')
        .select((min) => min.fn.max('newer.version').as('version'))
        .whereRef('newer.template_id', '=', 't.template_id'),
    )
    .orderBy('t.template_id')
    .execute();
}

/** One version, or the newest when none is named. */
export async function templateVersion(
  library: LibraryDb,
  id: string,
  version?: number,
): Promise<TemplateVersionRow | undefined> {
  let query = library.db.selectFrom('template_versions').selectAll().where('template_id', '=', id);
  if (version !== undefined) query = query.where('version', '=', version);
  return query.orderBy('version', 'desc').limit(1).executeTakeFirst();
}

/** How one version scores. Marks in hundredths. */
export interface TemplateMarksRow {
  templateId: string;
  version: number;
  titleZh: string;
  titleEn: string;
  mode: 'percentage' | 'deduction';
  passMark: number;
  excellentMark: number;
  afterFail: 'zero' | 'keep';
}

/** Every published version, by id and version. */
export async function templateMarks(library: LibraryDb): Promise<TemplateMarksRow[]> {
  return library.db
    .selectFrom('template_versions')
    .select([
      'template_id as templateId',
      'version',
      'title_zh as titleZh',
      'title_en as titleEn',
      'mode',
      sql<number>`content ->> '$.passMark'`.as('passMark'),
      sql<number>`content ->> '$.excellentMark'`.as('excellentMark'),
      sql<'zero' | 'keep'>`content ->> '$.afterFail'`.as('afterFail'),
    ])
    .orderBy('template_id')
    .orderBy('version')
    .execute();
}
