import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openLibraryDb } from '../open.ts';
import { allRows, writeOldLibrary } from '../test-support/old-library.ts';
import { tempDir, tempLibrary } from '../test-support/temp-library.ts';
import { migrations } from './index.ts';

const schemaOf = (raw: Sqlite.Database) =>
  raw.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();

describe('the list of migrations', () => {
  it('is ascending, with no number and no name twice', () => {
    const versions = migrations.map((migration) => migration.version);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    expect(new Set(migrations.map((migration) => migration.name)).size).toBe(migrations.length);
  });
});

describe.each(migrations.map((migration) => migration.version))('a library left by schema %i', (version) => {
  it('opens with every value as it was, whole, and with the schema of a new library', async () => {
    const file = join(tempDir(), 'library.db');
    writeOldLibrary(file, version);
    const old = new Sqlite(file);
    const before = allRows(old);
    old.close();

    const library = tempLibrary(file);

    const after = allRows(library.raw);
    for (const [table, rows] of Object.entries(before)) {
      expect(rows.length, `the fixture fills ${table}`).toBeGreaterThan(0);
      expect(after[table]).toMatchObject(rows);
      expect(after[table]).toHaveLength(rows.length);
    }
    expect(library.raw.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(library.raw.pragma('foreign_key_check')).toEqual([]);
    expect(schemaOf(library.raw)).toEqual(schemaOf(tempLibrary(':memory:').raw));
  });
});

describe('the list columns of a recording', () => {
  it('are filled from reviews, findings and transcripts that were there before the columns', () => {
    const file = join(tempDir(), 'library.db');
    writeOldLibrary(file, 50);
    const library = tempLibrary(file);
    const listed = library.raw.prepare('SELECT * FROM recordings ORDER BY id').all();
    expect(listed).toMatchObject([
      {
        id: 'r1',
        has_transcript: 1,
        review_id: 'v1',
        review_state: 'submitted',
        score: 9250,
        passed: 1,
        review_fatal: 0,
        open_fatal: 0,
        open_serious: 1,
        open_minor: 0,
        open_unknown: 1,
      },
      { id: 'r2', has_transcript: 0, review_id: null, review_state: 'none', score: null, open_serious: 0 },
    ]);
  });
});

describe('the search index of a library from before it held single characters', () => {
  it('finds what it found, single characters too, and still forgets what is removed', () => {
    const file = join(tempDir(), 'library.db');
    writeOldLibrary(file, 140);
    const { raw } = tempLibrary(file);
    const find = raw.prepare('SELECT rowid FROM segment_search WHERE segment_search MATCH ?').pluck();
    for (const match of ['"您好"', '"您" *']) expect(find.all(match)).toEqual([1]);
    raw.prepare('DELETE FROM transcript_segments').run();
    expect(find.all('"您好"')).toEqual([]);
  });
});

describe('a migration that fails', () => {
  it('leaves the library at the version and with the rows it had', () => {
    const file = join(tempDir(), 'library.db');
    writeOldLibrary(file, 50);
    const half = { version: 60, name: 'half', sql: 'CREATE TABLE extra (id TEXT); UPDATE recordings SET file = NULL;' };
    const fine = { version: 70, name: 'fine', sql: 'CREATE TABLE later (id TEXT);' };
    const upTo50 = migrations.filter((migration) => migration.version <= 50);
    const first = { version: 55, name: 'first', sql: 'CREATE TABLE first (id TEXT);' };

    expect(() => openLibraryDb(file, { migrations: [...upTo50, first, half, fine] })).toThrow(/NOT NULL/);

    const raw = new Sqlite(file, { readonly: true });
    expect(raw.pragma('user_version', { simple: true })).toBe(50);
    const tables = raw.prepare("SELECT name FROM sqlite_schema WHERE name IN ('first', 'extra', 'later')").all();
    expect(tables).toEqual([]);
    expect(raw.prepare("SELECT file FROM recordings WHERE id = 'r1'").pluck().get()).toBe('a.wav');
    raw.close();
  });
});
