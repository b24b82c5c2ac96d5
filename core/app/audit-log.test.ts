import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { firstBrokenAudit, type LibraryDb } from '../../db/index.ts';
import { createTestCore } from '../test-support/test-core.ts';
import { type AuditLog, createAuditLog } from './audit-log.ts';

let library: LibraryDb;
let audit: AuditLog;
let file: string;

beforeEach(async () => {
  const core = createTestCore({ ports: { clock: () => 1_000 } });
  onTestFinished(() => core.close());
  library = core.context.library;
  audit = createAuditLog(library, () => 1_000, core.context.settings);
  file = join(core.context.dirs.root, 'library.db');
});

const write = async (count: number) => {
  for (let n = 1; n <= count; n++) await audit.write('test', `s${n}`, { n });
};
/** As somebody with the file in hand could: without the triggers that keep the table append-only. */
const tamper = (sql: string) => {
  library.raw.exec('DROP TRIGGER audit_log_no_update; DROP TRIGGER audit_log_no_delete;');
  library.raw.exec(sql);
};

describe('the audit log', () => {
  it('is an unbroken chain, also when empty', async () => {
    expect(await firstBrokenAudit(library)).toBeNull();
    await write(5);
    expect(await firstBrokenAudit(library)).toBeNull();
  });

  it('stays a chain when many entries are written at the same time', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, n) => audit.write('test', `s${n}`)));
    expect(await firstBrokenAudit(library)).toBeNull();
  });

  it('goes on where another process left it', async () => {
    await write(2);
    const other = new Sqlite(file);
    const last = other.prepare('SELECT hash FROM audit_log ORDER BY seq DESC').pluck().get();
    other.close();
    await write(1);
    const prev = library.raw.prepare('SELECT prev_hash FROM audit_log ORDER BY seq DESC').pluck().get();
    expect(prev).toBe(last);
  });

  it('refuses to change or delete an entry', async () => {
    await write(1);
    expect(() => library.raw.exec("UPDATE audit_log SET who = 'x'")).toThrow(/append-only/);
    expect(() => library.raw.exec('DELETE FROM audit_log')).toThrow(/append-only/);
  });

  it.each([
    ['who', "UPDATE audit_log SET who = '别人' WHERE seq = 3", 3],
    ['when', 'UPDATE audit_log SET at = 5 WHERE seq = 3', 3],
    ['what', "UPDATE audit_log SET detail = '{}' WHERE seq = 3", 3],
    ['its hash', "UPDATE audit_log SET hash = 'x' WHERE seq = 5", 5],
    ['an entry cut out of the middle', 'DELETE FROM audit_log WHERE seq = 3', 2],
    ['the first entries cut off', 'DELETE FROM audit_log WHERE seq < 3', 0],
    ['the last entries cut off', 'DELETE FROM audit_log WHERE seq > 3', 3],
    ['everything deleted', 'DELETE FROM audit_log', 0],
  ])('shows a change of %s', async (_what, sql, found) => {
    await write(5);
    tamper(sql);
    expect(await firstBrokenAudit(library)).toBe(found);
  });

  it('stands or falls with the transaction it is written in', async () => {
    const failing = library.db.transaction().execute(async (tx) => {
      await audit.write('recording.remove', 'r1', {}, tx);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await library.db.selectFrom('audit_log').selectAll().execute()).toEqual([]);
    await library.db.transaction().execute((tx) => audit.write('recording.remove', 'r1', {}, tx));
    expect(await firstBrokenAudit(library)).toBeNull();
    expect(await library.db.selectFrom('audit_log').selectAll().execute()).toHaveLength(1);
  });
});
