import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { OpenError } from './open-error.ts';

/**
 * Writes a compact copy of the open database to `file` and keeps it only after it was opened again, found whole
 * and holds as many rows per table as the original. Deleted content is not in the copy.
 * @param file absolute path; must not exist yet
 * @throws OpenError 'damaged' when the copy does not verify; SQLite's error when it cannot be written
 */
export function writeVerifiedBackup(raw: Sqlite.Database, file: string): void {
  const partial = `${file}.partial`;
  rmSync(partial, { force: true });
  try {
    raw.prepare('VACUUM INTO ?').run(partial);
    verifyCopy(raw, partial);
    syncToDisk(partial);
    if (existsSync(file)) throw new OpenError('damaged', `${file} already exists`);
    renameSync(partial, file);
  } finally {
    rmSync(partial, { force: true });
  }
}

function verifyCopy(raw: Sqlite.Database, file: string): void {
  const copy = new Sqlite(file, { readonly: true });
  try {
    const integrity = copy.pragma('integrity_check(1)', { simple: true });
    if (integrity !== 'ok') throw new OpenError('damaged', `backup ${file}: ${integrity}`);
    const expected = JSON.stringify(rowCounts(raw));
    const found = JSON.stringify(rowCounts(copy));
    if (expected !== found) throw new OpenError('damaged', `backup ${file}: ${found} instead of ${expected}`);
  } finally {
    copy.close();
  }
}

function rowCounts(db: Sqlite.Database): [string, number][] {
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name")
    .pluck()
    .all() as string[];
  return tables.map((name) => [name, db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number]);
}

function syncToDisk(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
