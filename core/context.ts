import type { LibraryDb } from '../db/index.ts';
import type { AuditLog } from './app/audit-log.ts';
import type { Events } from './app/events.ts';
import type { SettingsStore } from './app/settings.ts';
import type { MediaWorkers } from './audio/media-workers.ts';
import type { CorePorts } from './ports.ts';

export interface LibraryDirs {
  root: string;
  /** Peaks, proxies, copied originals. */
  media: string;
  /** Files written for people: reports, clips. */
  exports: string;
  /** Files that the browser shell uploaded, before import. */
  inbox: string;
  logs: string;
  backups: string;
  /** Of speech engines: files and folders that people put there or downloaded. */
  models: string;
}

/** What every service is made from. */
export interface CoreContext extends CorePorts {
  library: LibraryDb;
  dirs: LibraryDirs;
  events: Events;
  settings: SettingsStore;
  audit: AuditLog;
  media: MediaWorkers;
  newId: () => string;
}
