import type { LibraryDb } from './open.ts';

/**
 * Looks at every page and every reference of the database.
 * @returns what is wrong, at most 100 lines; empty when all is well
 */
export function databaseProblems(library: LibraryDb): string[] {
  const pages = library.raw.pragma('integrity_check(100)') as { integrity_check: string }[];
  const references = library.raw.pragma('foreign_key_check') as {
    table: string;
    rowid: number | null;
    parent: string;
  }[];
  return [
    ...pages.map((row) => row.integrity_check).filter((line) => line !== 'ok'),
    ...references.map((row) => `${row.table} ${row.rowid ?? ''} refers to a missing row of ${row.parent}`),
  ].slice(0, 100);
}

export function storedSchemaVersion(library: LibraryDb): number {
  return library.raw.pragma('user_version', { simple: true }) as number;
}
