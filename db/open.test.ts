import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { OpenError, openLibraryDb, schemaVersion } from './open.ts';
import { asOpenError } from './open-error.ts';
import { allRows, writeOldLibrary } from './test-support/old-library.ts';
import { tempDir, tempLibrary } from './test-support/temp-library.ts';

const openingError = (file: string, busyTimeoutMs?: number): OpenError => {
  try {
    openLibraryDb(file, { busyTimeoutMs });
  } catch (error) {
    if (error instanceof OpenError) return error;
    throw error;
  }
  throw new Error('the library opened');
};
const file = () => join(tempDir(), 'library.db');

describe('an open library', () => {
  it('keeps a commit through a power cut, checks references and overwrites what is deleted', () => {
    const { raw } = tempLibrary();
    const pragma = (name: string) => raw.pragma(name, { simple: true });
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('secure_delete')).toBe(1);
    expect(pragma('busy_timeout')).toBe(5000);
    expect(pragma('trusted_schema')).toBe(0);
    expect(pragma('user_version')).toBe(schemaVersion);
  });

  it('takes the write lock when a transaction begins, so that it waits for another process instead of failing', async () => {
    const path = file();
    const library = tempLibrary(path);
    await library.db.transaction().execute(async (tx) => {
      await tx.selectFrom('teams').selectAll().execute();
      const other = new Sqlite(path, { timeout: 0 });
      expect(() => other.exec("INSERT INTO teams VALUES ('t', '二组')")).toThrow(/locked/);
      other.close();
    });
  });

  it('holds no deleted transcript text in any byte of its files once it is closed', async () => {
    const path = file();
    writeOldLibrary(path, schemaVersion);
    const library = openLibraryDb(path);
    const secret = '身份证号码绝密内容';
    const insert = library.raw.prepare(
      "INSERT INTO transcript_segments (transcript_id, seq, speaker, start_ms, end_ms, text) VALUES ('x1', ?, 'customer', 0, 1, ?)",
    );
    const index = library.raw.prepare('INSERT INTO segment_search(rowid, grams) VALUES (?, ?)');
    for (let seq = 1; seq <= 500; seq++) {
      const { lastInsertRowid } = insert.run(seq, `${secret}${seq}`);
      index.run(BigInt(lastInsertRowid), `secretgram zqx${seq}`);
    }
    library.raw.pragma('wal_checkpoint(TRUNCATE)');
    expect(readFileSync(path).includes(secret)).toBe(true);
    expect(readFileSync(path).includes('secretgram')).toBe(true);

    await library.db.deleteFrom('recordings').where('id', '=', 'r1').execute();
    await library.close();

    for (const name of readdirSync(join(path, '..'))) {
      const bytes = readFileSync(join(path, '..', name));
      expect(bytes.includes(secret), name).toBe(false);
      expect(bytes.includes('secretgram'), `${name}, search index`).toBe(false);
    }
  });

  it('closes after a transaction that is still open, which is kept', async () => {
    const path = file();
    const library = openLibraryDb(path);
    const writing = library.db.transaction().execute(async (tx) => {
      await tx.insertInto('teams').values({ id: 't1', name: '一组' }).execute();
      await new Promise(setImmediate);
      await tx.insertInto('teams').values({ id: 't2', name: '二组' }).execute();
    });
    await library.close();
    await writing;
    expect(tempLibrary(path).raw.prepare('SELECT count(*) FROM teams').pluck().get()).toBe(2);
  });

  it('finds the last commits of a program that was killed', () => {
    const path = file();
    openLibraryDb(path).close();
    const killed = `
      const Sqlite = require('better-sqlite3');
      const db = new Sqlite(process.argv[1]);
      db.exec("INSERT INTO teams VALUES ('t9', '九组')");
      process.kill(process.pid, 'SIGKILL');`;
    expect(() => execFileSync(process.execPath, ['-e', killed, path], { cwd: import.meta.dirname })).toThrow();
    expect(readdirSync(join(path, '..'))).toContain('library.db-wal');
    const names = tempLibrary(path).raw.prepare('SELECT name FROM teams').pluck().all();
    expect(names).toEqual(['九组']);
  });
});

describe('a library that must not be opened', () => {
  const refused = (path: string, change: (raw: Sqlite.Database) => void) => {
    writeOldLibrary(path, 50);
    const raw = new Sqlite(path);
    change(raw);
    raw.close();
    const before = readFileSync(path);
    const error = openingError(path, 50);
    expect(readFileSync(path).equals(before), 'the file is untouched').toBe(true);
    return error;
  };

  it('is refused as newer, with the version found', () => {
    const error = refused(file(), (raw) => raw.pragma(`user_version = ${schemaVersion + 10}`));
    expect(error).toMatchObject({ kind: 'newer', found: schemaVersion + 10 });
  });

  it('is refused as damaged when a page in its middle is overwritten', () => {
    const path = file();
    writeOldLibrary(path, 50);
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 4096, 4096 * 4);
    writeFileSync(path, bytes);
    expect(openingError(path).kind).toBe('damaged');
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('is refused as damaged when it is no database at all', () => {
    const path = file();
    writeFileSync(path, 'RIFF this is a recording, not a library'.repeat(100));
    const before = readFileSync(path);
    expect(openingError(path).kind).toBe('damaged');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('is refused when it is a database of another program', () => {
    const path = file();
    const raw = new Sqlite(path);
    raw.exec('CREATE TABLE photos (id TEXT)');
    raw.close();
    expect(openingError(path)).toMatchObject({ kind: 'damaged', message: 'a database of another program' });
  });

  it('is refused as busy while another program holds it whole', () => {
    const path = file();
    writeOldLibrary(path, 50);
    const holder = new Sqlite(path);
    holder.pragma('locking_mode = EXCLUSIVE');
    holder.exec('BEGIN EXCLUSIVE');
    expect(openingError(path, 20).kind).toBe('busy');
    holder.close();
  });

  it('is refused when its path is a folder', () => {
    const path = file();
    mkdirSync(path);
    expect(openingError(path).kind).toBe('missing');
  });

  it('is refused as read-only when the file may only be read', () => {
    const path = file();
    writeOldLibrary(path, schemaVersion);
    const dir = join(path, '..');
    chmodSync(path, 0o444);
    chmodSync(dir, 0o555);
    // The superuser may write anywhere: there the attempt is made as an ordinary user, who need not be able to
    // read this checkout: everything is loaded before.
    const script = `
      import { openLibraryDb } from ${JSON.stringify(new URL('./open.ts', import.meta.url).href)};
      await openLibraryDb(':memory:').close();
      if (process.getuid?.() === 0) { process.setegid(65534); process.seteuid(65534); }
      try { openLibraryDb(process.argv[1]); console.log('opened'); } catch (error) { console.log(error.kind ?? error); }`;
    const args = ['--input-type=module', '-e', script, path];
    const said = execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    chmodSync(dir, 0o755);
    expect(said.trim()).toBe('read-only');
  });
});

describe('a library that needs migrating', () => {
  it('is copied first, and the copy opens with the old version and all its rows', () => {
    const path = file();
    const backupDir = join(path, '..', 'backups');
    writeOldLibrary(path, 50);
    const old = new Sqlite(path, { readonly: true });
    const rows = allRows(old);
    old.close();

    tempLibrary(path, { backupDir });

    expect(readdirSync(backupDir)).toEqual([`library-v50-before-v${schemaVersion}.db`]);
    const backup = new Sqlite(join(backupDir, readdirSync(backupDir)[0]!), { readonly: true });
    expect(backup.pragma('user_version', { simple: true })).toBe(50);
    expect(allRows(backup)).toEqual(rows);
    backup.close();
  });

  it('is not copied when it is new or already current', () => {
    const path = file();
    const backupDir = join(path, '..', 'backups');
    openLibraryDb(path, { backupDir }).close();
    openLibraryDb(path, { backupDir }).close();
    expect(readdirSync(join(path, '..'))).not.toContain('backups');
  });

  it('stays as it was when the copy cannot be written', () => {
    const path = file();
    writeOldLibrary(path, 50);
    const backupDir = join(path, '..', 'backups');
    writeFileSync(backupDir, 'a file where the folder should be');
    expect(() => openLibraryDb(path, { backupDir })).toThrow();
    const raw = new Sqlite(path, { readonly: true });
    expect(raw.pragma('user_version', { simple: true })).toBe(50);
    raw.close();
  });
});

it.each([
  ['SQLITE_FULL', 'full'],
  ['SQLITE_IOERR_SHMSIZE', 'full'],
  ['SQLITE_READONLY_DIRECTORY', 'read-only'],
  ['SQLITE_NOTADB', 'damaged'],
])('%s is told as %s', (code, kind) => {
  expect(asOpenError(Object.assign(new Error(code), { code }))).toMatchObject({ kind });
});

it('closes although the write-ahead log cannot be cleared, and has everything when it is opened again', async () => {
  const path = file();
  const library = openLibraryDb(path);
  await library.db.insertInto('teams').values({ id: 't', name: '一组' }).execute();
  // As on a full disk, SQLite refuses the checkpoint.
  library.raw.exec('BEGIN IMMEDIATE');
  await library.close();
  expect(library.raw.open).toBe(false);
  expect(await tempLibrary(path).db.selectFrom('teams').select('name').execute()).toEqual([{ name: '一组' }]);
});
