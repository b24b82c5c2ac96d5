import { appendAudit, type Db, type LibraryDb } from '../../db/index.ts';
import type { Clock } from '../ports.ts';
import type { SettingsStore } from './settings.ts';

export interface AuditLog {
  /**
   * Append-only; each entry carries the hash of the one before, so that a removed or changed line shows.
   * @param tx inside a transaction this must be that transaction: the entry then stands or falls with the change,
   *   and a call without it would wait for ever for the transaction to end
   */
  write(action: string, subject: string | null, detail?: Record<string, unknown>, tx?: Db): Promise<void>;
}

export function createAuditLog(library: LibraryDb, clock: Clock, settings: SettingsStore): AuditLog {
  return {
    async write(action, subject, detail = {}, tx = library.db) {
      const { inspector } = await settings.get(tx);
      await appendAudit(tx, { at: clock(), who: inspector, action, subject, detail: JSON.stringify(detail) });
    },
  };
}
