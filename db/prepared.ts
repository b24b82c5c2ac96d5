import type Sqlite from 'better-sqlite3';
import type { LibraryDb } from './open.ts';

const statements = new WeakMap<LibraryDb, Map<string, Sqlite.Statement>>();

/**
 * A statement that is prepared once and kept as long as the library: what is asked a thousand times would else leave
 * a thousand statements for the garbage collector, which takes them down all at once.
 * @param text without values: they are bound
 */
export function prepared(library: LibraryDb, text: string): Sqlite.Statement {
  const known = statements.get(library) ?? new Map<string, Sqlite.Statement>();
  statements.set(library, known);
  const statement = known.get(text) ?? library.raw.prepare(text);
  known.set(text, statement);
  return statement;
}
