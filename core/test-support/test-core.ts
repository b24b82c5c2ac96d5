/** A core context on a temporary library, for tests of single services. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { v7 as uuidv7 } from 'uuid';
import { openLibraryDb } from '../../db/index.ts';
import { layEmptyLibrary } from '../../db/test-support/prepared-library.ts';
import { createAuditLog } from '../app/audit-log.ts';
import { createEvents } from '../app/events.ts';
import { createSettings } from '../app/settings.ts';
import { createMediaWorkers } from '../audio/create-media-workers.ts';
import type { MediaWorkers } from '../audio/media-workers.ts';
import type { CoreContext } from '../context.ts';
import { makeDirs } from '../create-core.ts';
import { createForkWorker } from '../host/fork-worker.ts';
import type { CorePorts, Log } from '../ports.ts';
import { createWarmWorkers } from './warm-workers.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The ten labelled calls with cdr.csv and truth.json. */
export const samplesDir = join(root, 'samples');

/** A new folder below the system's temporary one. */
export const tempDir = (): string => mkdtempSync(join(tmpdir(), 'tingjian-test-'));

/** A new temporary folder with an empty library in it. */
export function tempLibraryDir(): string {
  const dir = tempDir();
  layEmptyLibrary(join(dir, 'library.db'));
  return dir;
}

const silent: Log = { info() {}, warn() {}, error() {} };

/** Processes for all tests of a test process, with which they end. Not for programs that are to end by themselves. */
export const warmWorkers = createWarmWorkers(silent);

export function testPorts(libraryDir: string, changes: Partial<CorePorts> = {}): CorePorts {
  return {
    libraryDir,
    templatesDir: join(root, 'scoring-templates'),
    samplesDir,
    version: '0.0.0-test',
    shell: 'web',
    clock: Date.now,
    log: silent,
    spawnWorker: createForkWorker(silent),
    workers: 2,
    ...changes,
  };
}

export interface TestCore {
  context: CoreContext;
  /** Closes the library and the workers; the folder goes too, unless the test passed one in. */
  close(): Promise<void>;
}

/**
 * @param options.libraryDir an existing library to open again; default a new temporary one
 * @param options.media replaces the decoder processes, which otherwise start on first use
 */
export function createTestCore(
  options: { libraryDir?: string; media?: MediaWorkers; ports?: Partial<CorePorts> } = {},
): TestCore {
  const libraryDir = options.libraryDir ?? tempLibraryDir();
  const ports = testPorts(libraryDir, options.ports);
  const dirs = makeDirs(libraryDir);
  const library = openLibraryDb(join(libraryDir, 'library.db'));
  // No test cuts the power, and what a killed process has committed is kept without it: a library that goes with its
  // folder need not wait for the disk.
  if (!options.libraryDir) library.raw.pragma('synchronous = OFF');
  const settings = createSettings(library);
  let media = options.media;
  const context: CoreContext = {
    ...ports,
    library,
    dirs,
    events: createEvents(),
    settings,
    audit: createAuditLog(library, ports.clock, settings),
    get media() {
      media ??= createMediaWorkers(ports);
      return media;
    },
    newId: () => uuidv7(),
  };
  return {
    context,
    async close() {
      await media?.close();
      await library.close();
      if (!options.libraryDir) rmSync(libraryDir, { recursive: true, force: true });
    },
  };
}
