/** Searches that people keep under a name. */
import type { Insertable, Selectable } from 'kysely';
import type { LibraryDb } from './open.ts';
import type { SavedSearchesTable } from './schema.ts';

export type SavedSearchRow = Selectable<SavedSearchesTable>;

/** By name, in the order of its characters. */
export function savedSearches(library: LibraryDb): Promise<SavedSearchRow[]> {
  return library.db.selectFrom('saved_searches').selectAll().orderBy('name').orderBy('created_at').execute();
}

/** Stored anew, or in place of the one with its id. */
export async function putSavedSearch(library: LibraryDb, row: Insertable<SavedSearchesTable>): Promise<void> {
  const { id: _id, ...values } = row;
  await library.db
    .insertInto('saved_searches')
    .values(row)
    .onConflict((oc) => oc.column('id').doUpdateSet(values))
    .execute();
}

/** @returns the search under its new name; undefined when there is none with this id */
export function renameSavedSearch(library: LibraryDb, id: string, name: string): Promise<SavedSearchRow | undefined> {
  return library.db.updateTable('saved_searches').set({ name }).where('id', '=', id).returningAll().executeTakeFirst();
}

/** @returns what was removed; undefined when there is none with this id */
export function deleteSavedSearch(library: LibraryDb, id: string): Promise<SavedSearchRow | undefined> {
  return library.db.deleteFrom('saved_searches').where('id', '=', id).returningAll().executeTakeFirst();
}
