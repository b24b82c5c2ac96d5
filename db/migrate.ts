import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { writeVerifiedBackup } from './backup.ts';
import type { Migration } from './migrations/migration.ts';

export function storedVersion(raw: Sqlite.Database): number {
  return raw.pragma('user_version', { simple: true }) as number;
}

/**
 * Brings the schema to the newest version in one transaction: all pending migrations or none.
 * A library that already holds data is first copied to `backupDir`.
 */
export function migrate(raw: Sqlite.Database, migrations: readonly Migration[], backupDir: string | null): void {
  const current = storedVersion(raw);
  const pending = migrations.filter((migration) => migration.version > current);
  if (pending.length === 0) return;
  if (current > 0 && backupDir !== null) {
    mkdirSync(backupDir, { recursive: true });
    writeVerifiedBackup(raw, freeName(backupDir, `library-v${current}-before-v${pending.at(-1)!.version}`));
  }
  raw
    .transaction(() => {
      // Another process may have migrated while this one waited for the lock.
      const now = storedVersion(raw);
      for (const migration of pending.filter((each) => each.version > now)) {
        raw.exec(migration.sql);
        raw.pragma(`user_version = ${migration.version}`);
      }
    })
    .immediate();
}

function freeName(dir: string, stem: string): string {
  for (let copy = 1; ; copy++) {
    const file = join(dir, copy === 1 ? `${stem}.db` : `${stem}-${copy}.db`);
    if (!existsSync(file)) return file;
  }
}
