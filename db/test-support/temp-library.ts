import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type LibraryDb, type OpenOptions, openLibraryDb } from '../open.ts';

/** A folder of its own for one test, removed afterwards. */
export function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'tingjian-db-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** A library database on disk that is closed when the test ends. */
export function tempLibrary(file = join(tempDir(), 'library.db'), options?: OpenOptions): LibraryDb {
  const library = openLibraryDb(file, options);
  onTestFinished(() => library.close());
  return library;
}
