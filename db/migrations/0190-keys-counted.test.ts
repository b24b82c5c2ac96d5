import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openLibraryDb } from '../open.ts';
import { writeOldLibrary } from '../test-support/old-library.ts';
import { tempDir } from '../test-support/temp-library.ts';

it('keys that were stored by what they say are counted instead; everything else of the measures stays as it was', async () => {
  const file = join(tempDir(), 'library.db');
  writeOldLibrary(file, 180);
  const ring = { kind: 'ring', channel: 1, start: 0.4, end: 10.25, count: 2 };
  const typed = { kind: 'dtmf', channel: 0, start: 20.1, end: 24.75 };
  const measures = { version: 1, duration: 31.5, silences: [[1.5, 2.25]], tones: [] as object[] };
  const raw = new Sqlite(file);
  const put = raw.prepare('UPDATE measures SET data = ?');
  put.run(JSON.stringify({ ...measures, tones: [ring, { ...typed, digits: '6222021234567890123#' }] }));
  raw.close();
  const library = openLibraryDb(file);
  const data = library.raw.prepare('SELECT data FROM measures').pluck().get() as string;
  expect(JSON.parse(data)).toEqual({ ...measures, tones: [ring, { ...typed, count: 20 }] });
  await library.close();
});
