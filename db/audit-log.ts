import type { Insertable } from 'kysely';
import type { LibraryDb } from './open.ts';
import type { AuditLogTable } from './schema.ts';

export function lastAuditHash(library: LibraryDb): string {
  const row = library.raw.prepare('SELECT hash FROM audit_log ORDER BY seq DESC LIMIT 1').get() as
    | { hash: string }
    | undefined;
  return row?.hash ?? '';
}

export function appendAudit(library: LibraryDb, entry: Omit<Insertable<AuditLogTable>, 'seq'>): void {
  library.raw
    .prepare(
      'INSERT INTO audit_log (at, who, action, subject, detail, prev_hash, hash) VALUES (@at, @who, @action, @subject, @detail, @prev_hash, @hash)',
    )
    .run(entry);
}
