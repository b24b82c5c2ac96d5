import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLibraryDb } from '../open.ts';

let empty: Buffer | undefined;

/**
 * Lays an empty library where there is none: the bytes that opening a new file leaves there. All migrations run once
 * per process only, since making the tables takes longer than most tests.
 */
export function layEmptyLibrary(file: string): void {
  if (existsSync(file)) return;
  empty ??= makeEmptyLibrary();
  writeFileSync(file, empty);
}

function makeEmptyLibrary(): Buffer {
  const dir = mkdtempSync(join(tmpdir(), 'tingjian-empty-'));
  try {
    const { raw } = openLibraryDb(join(dir, 'library.db'));
    const bytes = raw.serialize();
    raw.close();
    return bytes;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
