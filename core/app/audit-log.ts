import { createHash } from 'node:crypto';
import { appendAudit, lastAuditHash } from '../../db/audit-log.ts';
import type { LibraryDb } from '../../db/index.ts';
import type { Clock } from '../ports.ts';
import type { SettingsStore } from './settings.ts';

export interface AuditLog {
  /** Append-only; each entry carries the hash of the one before, so that a removed or changed line shows. */
  write(action: string, subject: string | null, detail?: Record<string, unknown>): Promise<void>;
}

export function createAuditLog(library: LibraryDb, clock: Clock, settings: SettingsStore): AuditLog {
  return {
    async write(action, subject, detail = {}) {
      const who = (await settings.get()).inspector;
      const prev = lastAuditHash(library);
      const entry = { at: clock(), who, action, subject, detail: JSON.stringify(detail), prev_hash: prev };
      const hash = createHash('sha256').update(JSON.stringify(entry)).digest('hex');
      appendAudit(library, { ...entry, hash });
    },
  };
}
