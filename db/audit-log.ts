/** The audit log: append-only, each entry carrying the hash of the one before. */
import { createHash } from 'node:crypto';
import type { Db, LibraryDb } from './open.ts';

export interface AuditEntry {
  /** Epoch ms UTC. */
  at: number;
  who: string;
  action: string;
  subject: string | null;
  /** JSON. */
  detail: string;
}

/** Joins the transaction when `db` is one; otherwise reads the last hash and inserts in a transaction of its own. */
export async function appendAudit(db: Db, entry: AuditEntry): Promise<void> {
  if (!db.isTransaction) return db.transaction().execute((tx) => appendAudit(tx, entry));
  const last = await db.selectFrom('audit_log').select('hash').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  const prev = last?.hash ?? '';
  await db
    .insertInto('audit_log')
    .values({ ...entry, prev_hash: prev, hash: hashOf(entry, prev) })
    .execute();
}

/**
 * Recomputes the chain from the first entry to the last.
 * @returns the number of the first entry that was changed, or behind which one is missing; null when unbroken
 */
export async function firstBrokenAudit(library: LibraryDb): Promise<number | null> {
  const entries = library.raw.prepare('SELECT * FROM audit_log ORDER BY seq').iterate() as IterableIterator<
    AuditEntry & { seq: number; prev_hash: string; hash: string }
  >;
  let prev = '';
  let seq = 0;
  for (const entry of entries) {
    if (entry.seq !== seq + 1) return seq;
    if (entry.prev_hash !== prev || entry.hash !== hashOf(entry, prev)) return entry.seq;
    seq = entry.seq;
    prev = entry.hash;
  }
  // SQLite remembers the highest number given: entries cut off at the end show too.
  const given = library.raw.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'audit_log'").pluck().get();
  return ((given as number | undefined) ?? 0) > seq ? seq : null;
}

function hashOf({ at, who, action, subject, detail }: AuditEntry, prev: string): string {
  const content = JSON.stringify({ at, who, action, subject, detail, prev_hash: prev });
  return createHash('sha256').update(content).digest('hex');
}
