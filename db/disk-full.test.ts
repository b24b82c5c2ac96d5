import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLibraryDb } from './open.ts';
import { tempDir } from './test-support/temp-library.ts';

it('a library that may not grow any more keeps all that was saved and can go on when there is room', async () => {
  const file = join(tempDir(), 'library.db');
  const library = openLibraryDb(file);
  const pages = library.raw.pragma('page_count', { simple: true }) as number;
  library.raw.pragma(`max_page_count = ${pages + 20}`);
  const save = (n: number) =>
    library.db
      .insertInto('settings')
      .values({ key: `k${n}`, value: 'x'.repeat(1000) })
      .execute();
  let saved = 0;
  const refused = await (async () => {
    for (;;) {
      try {
        await save(saved);
      } catch (error) {
        return error as { code?: string };
      }
      saved += 1;
    }
  })();
  expect(refused.code).toBe('SQLITE_FULL');
  expect(saved).toBeGreaterThan(5);

  library.raw.pragma(`max_page_count = ${pages + 200}`);
  await save(saved);
  await library.close();
  const again = openLibraryDb(file);
  expect(again.raw.prepare('SELECT count(*) FROM settings').pluck().get()).toBe(saved + 1);
  expect(again.raw.pragma('integrity_check', { simple: true })).toBe('ok');
  await again.close();
});

it('a transaction that SQLite gave up by itself, as on a full disk, is told by what hindered it', async () => {
  const library = openLibraryDb(':memory:');
  library.raw.exec(`CREATE TEMP TRIGGER no_room BEFORE INSERT ON settings WHEN NEW.key = 'last'
    BEGIN SELECT RAISE(ROLLBACK, 'database or disk is full'); END`);
  const save = (key: string) => library.db.insertInto('settings').values({ key, value: '1' });
  const work = library.db.transaction().execute(async (tx) => {
    await tx.insertInto('settings').values({ key: 'first', value: '1' }).execute();
    await tx.insertInto('settings').values({ key: 'last', value: '1' }).execute();
  });
  await expect(work).rejects.toThrow('database or disk is full');
  await save('next').execute();
  expect(library.raw.prepare('SELECT key FROM settings').pluck().all()).toEqual(['next']);
  await library.close();
});
