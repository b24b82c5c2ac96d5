/**
 * Opens a library's database: safe pragmas, migrations, and refusal of a newer or damaged file.
 * Plain errors of this room are `OpenError`s; the core turns them into domain errors.
 */
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { migrations as allMigrations, schemaVersion } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import type { Database } from './schema.ts';

export type Db = Kysely<Database>;

export interface LibraryDb {
  /** Typed query builder. */
  db: Db;
  /** The connection itself: pragmas, FTS5 and integrity checks inside this room. */
  raw: Sqlite.Database;
  close(): Promise<void>;
}

export class OpenError extends Error {
  readonly kind: 'newer' | 'damaged' | 'read-only' | 'busy' | 'full' | 'missing';
  readonly found: number;
  constructor(kind: OpenError['kind'], detail: string, found = 0) {
    super(detail);
    this.kind = kind;
    this.found = found;
  }
}

/**
 * @param file path of library.db, or ':memory:'
 * @throws OpenError when the file is newer than this program, damaged, read-only, locked, or the disk is full
 */
export function openLibraryDb(file: string, migrations: readonly Migration[] = allMigrations): LibraryDb {
  let raw: Sqlite.Database | undefined;
  try {
    raw = new Sqlite(file);
    applyPragmas(raw);
    checkIntegrity(raw);
    migrate(raw, migrations);
    const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: raw }) });
    const opened = raw;
    return {
      db,
      raw,
      async close() {
        if (!opened.open) return;
        // Deleted text must not linger in the write-ahead log.
        opened.pragma('wal_checkpoint(TRUNCATE)');
        await db.destroy();
      },
    };
  } catch (error) {
    raw?.close();
    throw asOpenError(error);
  }
}

function applyPragmas(raw: Sqlite.Database): void {
  raw.pragma('busy_timeout = 5000');
  raw.pragma('journal_mode = WAL');
  // better-sqlite3 drops to NORMAL under WAL: a saved score could vanish at a power cut.
  raw.pragma('synchronous = FULL');
  raw.pragma('foreign_keys = ON');
  // Overwrites deleted content, so that removed transcripts and numbers are gone from the file.
  raw.pragma('secure_delete = ON');
  raw.pragma('trusted_schema = OFF');
}

function checkIntegrity(raw: Sqlite.Database): void {
  const result = raw.pragma('quick_check(1)', { simple: true });
  if (result !== 'ok') throw new OpenError('damaged', String(result));
}

function migrate(raw: Sqlite.Database, migrations: readonly Migration[]): void {
  const current = raw.pragma('user_version', { simple: true }) as number;
  const newest = migrations.at(-1)?.version ?? 0;
  if (current > newest) throw new OpenError('newer', `schema ${current}, newest known ${newest}`, current);
  const pending = migrations.filter((migration) => migration.version > current);
  if (pending.length === 0) return;
  raw
    .transaction(() => {
      for (const migration of pending) {
        raw.exec(migration.sql);
        raw.pragma(`user_version = ${migration.version}`);
      }
    })
    .immediate();
}

function asOpenError(error: unknown): unknown {
  if (error instanceof OpenError) return error;
  const code = (error as { code?: string }).code ?? '';
  const message = error instanceof Error ? error.message : String(error);
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) return new OpenError('damaged', message);
  if (code.startsWith('SQLITE_READONLY')) return new OpenError('read-only', message);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new OpenError('busy', message);
  if (code.startsWith('SQLITE_FULL')) return new OpenError('full', message);
  if (code.startsWith('SQLITE_CANTOPEN')) return new OpenError('missing', message);
  return error;
}

export { schemaVersion };
