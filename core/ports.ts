/** What the core needs from its host. Shells supply these; the core never reaches for them itself. */

/** Milliseconds since the epoch. */
export type Clock = () => number;

export interface Log {
  info(message: string, data?: Record<string, unknown>): void;
  warn(message: string, data?: Record<string, unknown>): void;
  error(message: string, error: unknown, data?: Record<string, unknown>): void;
}

/** How a process ended. Electron tells no signal. */
export interface Exit {
  code: number | null;
  signal?: NodeJS.Signals | null;
}

/** A worker in its own process: a crash of it is a failed file, never a failed app. */
export interface WorkerHandle {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, whatever ended it; code null when killed by a signal, which is told where the host knows it. */
  onExit(listener: (code: number | null, signal?: NodeJS.Signals | null) => void): void;
  kill(): void;
}

/** `child_process.fork` in web/ and cli/; a utilityProcess in electron/, where fork is not to be had. */
export type SpawnWorker = (entry: URL) => WorkerHandle;

export type Shell = 'electron' | 'web' | 'cli';

export interface CorePorts {
  /** Folder of the library: library.db, media/, exports/, inbox/, logs/, backups/. Made when absent. */
  libraryDir: string;
  /** Folders of the product's own data. */
  templatesDir: string;
  samplesDir: string;
  version: string;
  shell: Shell;
  clock: Clock;
  log: Log;
  spawnWorker: SpawnWorker;
  /** How many files may be decoded at once; default: cores, at most 4. */
  workers?: number;
}
