/** Opens a library's database: refusal of a newer, damaged or read-only file, safe pragmas, migrations. */
import { statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { ImmediateSqliteDialect } from './immediate-dialect.ts';
import { migrate, storedVersion } from './migrate.ts';
import { migrations as allMigrations, schemaVersion } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { asOpenError, OpenError } from './open-error.ts';
import type { Database } from './schema.ts';

export type Db = Kysely<Database>;

export interface LibraryDb {
  /**
   * Typed query builder. Its transactions begin immediate. No statistics are ever taken (ANALYZE, PRAGMA optimize):
   * the query plans are then those that the tests saw, whatever a library holds.
   */
  db: Db;
  /**
   * The connection itself, for pragmas, FTS5 and reads inside this room. Writing through it while a transaction
   * of `db` is open makes the write part of that transaction.
   */
  raw: Sqlite.Database;
  close(): Promise<void>;
}

export interface OpenOptions {
  migrations?: readonly Migration[];
  /** Where a library that needs migrating is copied first; null: no copy. */
  backupDir?: string | null;
  /** How long to wait for another process's write, in milliseconds. */
  busyTimeoutMs?: number;
}

/**
 * @param file path of library.db, or ':memory:'
 * @throws OpenError when the file is newer than this program, damaged, read-only, locked, or the disk is full;
 *   the file is then as it was
 */
export function openLibraryDb(file: string, options: OpenOptions = {}): LibraryDb {
  const { migrations = allMigrations, backupDir = null, busyTimeoutMs = 5000 } = options;
  let raw: Sqlite.Database | undefined;
  try {
    if (hasContent(file)) refuseUnfit(file, migrations.at(-1)?.version ?? 0, busyTimeoutMs);
    raw = new Sqlite(file, { timeout: busyTimeoutMs });
    assertWritable(raw);
    applyPragmas(raw);
    migrate(raw, migrations, backupDir);
    return libraryOf(raw);
  } catch (error) {
    raw?.close();
    throw asOpenError(error);
  }
}

function libraryOf(raw: Sqlite.Database): LibraryDb {
  const db = new Kysely<Database>({ dialect: new ImmediateSqliteDialect(raw) });
  return {
    db,
    raw,
    async close() {
      if (!raw.open) return;
      try {
        await clearWriteAheadLog(db);
      } catch (error) {
        // On a full disk the log stays beside the database: nothing is lost, the next close tries again.
        if (!(asOpenError(error) instanceof OpenError)) throw error;
      } finally {
        await db.destroy();
      }
    },
  };
}

/**
 * Moves what the write-ahead log holds into the database and empties it, so that deleted text is readable in
 * neither. Waits for an open transaction; a reader in another process leaves it for the next time.
 */
export async function clearWriteAheadLog(db: Db): Promise<void> {
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
}

function hasContent(file: string): boolean {
  if (file === ':memory:') return false;
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isDirectory()) throw new OpenError('missing', 'a folder, not a file');
  return (found?.size ?? 0) > 0;
}

/** Looks at the file through a read-only connection, so that a refused one keeps every byte. */
function refuseUnfit(file: string, newest: number, timeout: number): void {
  const probe = new Sqlite(file, { readonly: true, timeout });
  try {
    const found = storedVersion(probe);
    if (found > newest) throw new OpenError('newer', `schema ${found}, newest known ${newest}`, found);
    const result = probe.pragma('quick_check(1)', { simple: true });
    if (result !== 'ok') throw new OpenError('damaged', String(result));
    const tables = probe.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
    if (found === 0 && tables !== 0) throw new OpenError('damaged', 'a database of another program');
  } finally {
    probe.close();
  }
}

/** SQLite silently opens a file without write permission for reading; the first save would then fail. */
function assertWritable(raw: Sqlite.Database): void {
  raw.exec('BEGIN IMMEDIATE; ROLLBACK');
}

function applyPragmas(raw: Sqlite.Database): void {
  raw.pragma('journal_mode = WAL');
  // better-sqlite3 drops to NORMAL under WAL: a saved score could vanish at a power cut.
  raw.pragma('synchronous = FULL');
  raw.pragma('foreign_keys = ON');
  // Overwrites deleted content, so that removed transcripts and numbers are gone from the file.
  raw.pragma('secure_delete = ON');
  raw.pragma('trusted_schema = OFF');
  // 64 MiB: the list's covering index of 100,000 recordings stays in memory.
  raw.pragma('cache_size = -65536');
}

export { OpenError, schemaVersion };
