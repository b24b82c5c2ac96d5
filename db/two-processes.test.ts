import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { appendAudit, firstBrokenAudit } from './audit-log.ts';
import { claimLease } from './leases.ts';
import { openLibraryDb } from './open.ts';
import { tempDir, tempLibrary } from './test-support/temp-library.ts';

const here = (name: string) => JSON.stringify(new URL(name, import.meta.url).href);
const other = `
  import { openLibraryDb } from ${here('./open.ts')};
  import { appendAudit } from ${here('./audit-log.ts')};
  import { claimLease } from ${here('./leases.ts')};
  const [file, who] = process.argv.slice(1);
  const library = openLibraryDb(file);
  let claimed = 0;
  for (let n = 0; n < 200; n++) {
    await appendAudit(library.db, { at: n, who, action: 'test', subject: null, detail: '{}' });
    if (await claimLease(library.db, 'job:' + n, who, 0, 1)) claimed += 1;
  }
  await library.close();
  console.log(claimed);`;

it('two processes that write at the same time lose nothing, break no chain and never claim the same work', async () => {
  const file = join(tempDir(), 'library.db');
  await openLibraryDb(file).close();
  const runs = ['one', 'two'].map(async (who) => {
    const args = ['--input-type=module', '-e', other, file, who];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (part) => {
      output += part;
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
    return Number(output);
  });
  const claimed = await Promise.all(runs);

  const library = tempLibrary(file);
  const entries = library.raw.prepare('SELECT who, count(*) AS entries FROM audit_log GROUP BY who ORDER BY who').all();
  expect(entries).toEqual([
    { who: 'one', entries: 200 },
    { who: 'two', entries: 200 },
  ]);
  expect(await firstBrokenAudit(library)).toBeNull();
  expect(claimed[0]! + claimed[1]!).toBe(200);
});

it('a library that another process has open can be read and written', async () => {
  const file = join(tempDir(), 'library.db');
  const first = tempLibrary(file);
  const second = tempLibrary(file);
  await appendAudit(first.db, { at: 1, who: 'one', action: 'test', subject: null, detail: '{}' });
  await appendAudit(second.db, { at: 2, who: 'two', action: 'test', subject: null, detail: '{}' });
  expect(await firstBrokenAudit(first)).toBeNull();
  expect(await claimLease(first.db, 'job', 'one', 0, 1)).toBe(true);
  expect(await claimLease(second.db, 'job', 'two', 0, 1)).toBe(false);
});
