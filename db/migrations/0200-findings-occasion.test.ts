import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openLibraryDb } from '../open.ts';
import { writeOldLibrary } from '../test-support/old-library.ts';
import { tempDir } from '../test-support/temp-library.ts';

it('stored findings know from their reason whether there was an occasion', async () => {
  const file = join(tempDir(), 'library.db');
  writeOldLibrary(file, 190);
  const raw = new Sqlite(file);
  const add = raw.prepare(
    `INSERT INTO findings VALUES (?, 'r1', ?, 1, '{}', 'minor', ?, '因', ?, NULL, NULL, NULL, NULL, 9)`,
  );
  add.run('none', 'hold-consent', 'met', 'no occasion');
  add.run('kept', 'wait-over-limit', 'met', 'The longest wait is 12 s.');
  add.run('quoted', 'own-1', 'not_met', 'no occasion');
  raw.close();
  const library = openLibraryDb(file);
  const read = library.raw.prepare(
    `SELECT id, occasion FROM findings WHERE id IN ('none', 'kept', 'quoted') ORDER BY id`,
  );
  expect(read.all()).toEqual([
    { id: 'kept', occasion: 1 },
    { id: 'none', occasion: 0 },
    { id: 'quoted', occasion: 1 },
  ]);
  await library.close();
});
