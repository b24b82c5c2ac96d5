import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { writeCsv } from '../csv.ts';
import { columnLetter } from './column-letter.ts';
import { uniqueSheetName } from './sheet-name.ts';
import { type CellKind, formats } from './styles.ts';
import { type Cell, openWorkbook } from './workbook-writer.ts';

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

/** A workbook of one sheet with one column. */
async function written(cells: readonly Cell[], about = { title: '', author: '', at: 0 }): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'tingjian-xlsx-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const path = join(dir, 'a.xlsx');
  const workbook = openWorkbook(path, about);
  const sheet = workbook.sheet({ name: "a & 'b' <c>", footer: { left: '', page: '' } });
  for (const cell of cells) await sheet.row([cell]);
  await sheet.end();
  await workbook.finish();
  return path;
}

async function opened(path: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook;
}

test('any text comes back as it was, but for characters that XML cannot hold', async () => {
  // The reader takes a line end of two characters for one, as all readers of XML do.
  const text = fc
    .oneof(fc.string({ unit: 'binary' }), fc.constantFrom('_x0041_', '_x005F_x0041_', '=1', ' a ', '\n', '<&>"\''))
    .map((value) => value.replaceAll('\r', ''));
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 100 }), async (texts) => {
      const path = await written(texts.map((value) => ({ value, kind: 'text' })));
      const sheet = (await opened(path)).getWorksheet(1)!;
      const read = texts.map((_, index) => sheet.getRow(index + 1).getCell(1));
      expect(read.map((cell) => cell.value ?? '')).toEqual(
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are left out
        texts.map((value) => value.replace(/[\x00-\x08\x0B\x0C\x0E-\x1F\x7F\uFFFE\uFFFF]/g, '')),
      );
      for (const cell of read) expect(cell.type).toBe(ExcelJS.ValueType.String);
    }),
    { numRuns: 6 },
  );
});

test('each kind of value has its number format, and its look has a font, a frame and a ground', async () => {
  const values: Record<CellKind, string | number> = {
    text: '0012',
    count: 1234,
    rate: 0.5,
    score: 9605,
    date: '2026-03-02',
    moment: '2026-03-02 09:15:03',
    duration: 185,
  };
  const kinds = Object.keys(values) as CellKind[];
  const path = await written([
    ...kinds.map((kind) => ({ value: values[kind], kind })),
    { value: 'x', kind: 'text', look: 'header', wrap: true },
  ]);
  const sheet = (await opened(path)).getWorksheet("a & 'b' <c>")!;
  const cell = (row: number) => sheet.getRow(row).getCell(1);
  expect(kinds.map((_, index) => cell(index + 1).numFmt)).toEqual(Object.values(formats));
  expect([cell(2).value, cell(3).value, cell(4).value]).toEqual([1234, 0.5, 96.05]);
  expect([cell(5).value, cell(6).value]).toEqual([new Date('2026-03-02T00:00:00Z'), new Date('2026-03-02T09:15:03Z')]);
  expect(cell(1).font).toMatchObject({ name: '微软雅黑', size: 10 });
  expect(cell(1).border.bottom).toEqual({ style: 'thin', color: { argb: 'FFBFBFBF' } });
  const header = cell(kinds.length + 1);
  expect(header.font).toMatchObject({ name: '微软雅黑', size: 11, bold: true });
  expect(header.fill).toMatchObject({ type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDCE6F1' } });
  expect(header.alignment).toEqual({ horizontal: 'center', vertical: 'middle', wrapText: true });
});

test('the file says who made it, when, and under which title', async () => {
  const at = Date.UTC(2026, 2, 2, 1, 15, 3);
  const { creator, title, created } = await opened(await written([], { title: '日报 <1>', author: 'A&B', at }));
  expect([creator, title, created]).toEqual(['A&B', '日报 <1>', new Date(at)]);
});

test('a formula keeps its present result in the file, be it zero, a text or nothing', async () => {
  const path = await written(
    [0, 0.5, '无', null].map((result) => ({ value: { formula: 'Z1', result }, kind: 'rate' as const })),
  );
  const xml = strFromU8(unzipSync(readFileSync(path))['xl/worksheets/sheet1.xml']!);
  expect([...xml.matchAll(/<f>Z1<\/f><v>([^<]*)<\/v>/g)].map(([, value]) => value)).toEqual(['0', '0.5', '无', '']);
});

// A device that takes no byte stands for a full disk.
const full = '/dev/full';

test.skipIf(!existsSync(full))('a full disk ends a workbook with ENOSPC instead of hanging or crashing', async () => {
  const workbook = openWorkbook(full, { title: '', author: '', at: 0 });
  const write = async () => {
    const sheet = workbook.sheet({ name: 'a', header: ['a'], footer: { left: '', page: '' } });
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
    columns: [{ title: 'a', kind: 'text' }],
    rows: Array(50_000).fill(['text']),
  } as const;
  await expect(writeCsv(full, { ...table, columns: [...table.columns] }, 'zh')).rejects.toMatchObject({
    code: 'ENOSPC',
  });
});

test('columns fit what stands in them, and a later wider text wraps', async () => {
  const names = Array.from({ length: 2500 }, (_, row) => (row < 2400 ? '张敏 8012' : '张敏 8012 一组夜班临时支援'));
  const path = await written(names.map((value) => ({ value, kind: 'text' })));
  const sheet = (await opened(path)).worksheets[0]!;
  expect(sheet.getColumn(1).width).toBe(11);
  expect(sheet.getCell('A1').alignment.wrapText).toBeFalsy();
  expect(sheet.getCell('A2500').alignment.wrapText).toBe(true);
});
