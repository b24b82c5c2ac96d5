import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { LibraryDirs } from '../context.ts';
import { safeFileName } from './safe-file-name.ts';
import { outputError, writeOutput } from './write-output.ts';

test.each([
  ['质检日报_20260302_一组', '质检日报_20260302_一组.xlsx'],
  ['../../etc/passwd', '_.._etc_passwd.xlsx'],
  ['a/b\\c:d*e?f"g<h>i|j', 'a_b_c_d_e_f_g_h_i_j.xlsx'],
  ['CON', '_CON.xlsx'],
  ['lpt1.old', '_lpt1.old.xlsx'],
  ['-rf ', 'rf.xlsx'],
  ['...', '_.xlsx'],
  ['行\n尾\u202egnp', '行_尾_gnp.xlsx'],
])('%j becomes the file name %s', (base, expected) => {
  expect(safeFileName(base, '.xlsx')).toBe(expected);
});

test('any text becomes one plain name of bounded length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (base) => {
      const name = safeFileName(base, '.csv');
      expect(name).toMatch(/^[^/\\:*?"<>|\p{Cc}]+\.csv$/u);
      expect(name).not.toMatch(/^[.\- ]/);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(181);
    }),
  );
});

test('a write that fails leaves the old file and nothing beside it', async () => {
  const exports = mkdtempSync(join(tmpdir(), 'tingjian-output-'));
  onTestFinished(() => rmSync(exports, { recursive: true }));
  const dirs = { exports } as LibraryDirs;
  const { writeFile, readFile } = await import('node:fs/promises');
  await writeOutput(dirs, undefined, 'a.txt', (path) => writeFile(path, 'old'));
  const failing = writeOutput(dirs, undefined, 'a.txt', async (path) => {
    await writeFile(path, 'half');
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
  });
  await expect(failing).rejects.toMatchObject({ code: 'DISK_FULL', params: { path: join(exports, 'a.txt') } });
  expect(readdirSync(exports)).toEqual(['a.txt']);
  expect(await readFile(join(exports, 'a.txt'), 'utf8')).toBe('old');
});

test.each([
  ['EACCES', 'OUTPUT_NOT_WRITABLE'],
  ['EROFS', 'OUTPUT_NOT_WRITABLE'],
  ['EBUSY', 'OUTPUT_NOT_WRITABLE'],
  ['EDQUOT', 'DISK_FULL'],
])('%s is told as %s', (code, expected) => {
  expect(outputError(Object.assign(new Error(code), { code }), '/x')).toMatchObject({ code: expected });
});

test('what nobody expected comes back as it was', () => {
  const bug = new TypeError('bug');
  expect(outputError(bug, '/x')).toBe(bug);
});
