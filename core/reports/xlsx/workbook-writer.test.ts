import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { writeCsv } from '../csv.ts';
import { columnLetter } from './column-letter.ts';
import { uniqueSheetName } from './sheet-name.ts';
import { openWorkbook } from './workbook-writer.ts';

test('sheet names are at most 31 characters, free of forbidden ones, and unlike each other', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 60 }), { maxLength: 8 }), (wanted) => {
      const taken = new Set<string>();
      const names = wanted.map((name) => uniqueSheetName(name, taken));
      for (const name of names) {
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$/);
      }
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    }),
  );
  expect(uniqueSheetName("'[一组]: 3/2'", new Set())).toBe('一组   3 2');
});

test('columns are lettered as spreadsheets do', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

test('a formula keeps its present result in the file, be it zero, a text or nothing', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'tingjian-xlsx-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const workbook = openWorkbook(join(dir, 'a.xlsx'), { title: '', author: '', at: 0 });
  const sheet = workbook.sheet({ name: 'a', widths: [9], footer: { left: '', page: '' } });
  for (const result of [0, 0.5, '无', null]) await sheet.row([{ value: { formula: 'Z1', result }, kind: 'rate' }]);
  await sheet.end();
  await workbook.finish();
  const xml = strFromU8(unzipSync(readFileSync(join(dir, 'a.xlsx')))['xl/worksheets/sheet1.xml']!);
  expect([...xml.matchAll(/<f>Z1<\/f><v>([^<]*)<\/v>/g)].map(([, value]) => value)).toEqual(['0', '0.5', '无', '']);
});

// A device that takes no byte stands for a full disk.
const full = '/dev/full';

test.skipIf(!existsSync(full))('a full disk ends a workbook with ENOSPC instead of hanging or crashing', async () => {
  const workbook = openWorkbook(full, { title: '', author: '', at: 0 });
  const write = async () => {
    const sheet = workbook.sheet({ name: 'a', widths: [10], header: ['a'], footer: { left: '', page: '' } });
    for (let row = 0; row < 20_000; row += 1) await sheet.row([{ value: `text ${Math.random()}`, kind: 'text' }]);
    await sheet.end();
    await workbook.finish();
  };
  await expect(write()).rejects.toMatchObject({ code: 'ENOSPC' });
  await workbook.abort();
});

test.skipIf(!existsSync(full))('a full disk ends a CSV file with ENOSPC', async () => {
  const table = {
    name: 'a',
    columns: [{ title: 'a', kind: 'text', width: 1 }],
    rows: Array(50_000).fill(['text']),
  } as const;
  await expect(writeCsv(full, { ...table, columns: [...table.columns] }, 'zh')).rejects.toMatchObject({
    code: 'ENOSPC',
  });
});
