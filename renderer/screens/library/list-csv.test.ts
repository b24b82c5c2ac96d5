import { expect, it } from 'vitest';
import { csvCell, listCsv } from './list-csv.ts';

it.each([
  ['=cmd|calc', "'=cmd|calc"],
  ['+86', "'+86"],
  ['@x', "'@x"],
  ['\tx', "'\tx"],
  ['a,b', '"a,b"'],
  ['说"好"', '"说""好"""'],
  ['张敏', '张敏'],
])('writes the cell %j so that no spreadsheet runs it', (value, written) => {
  expect(csvCell(value)).toBe(written);
});

it('begins with a byte-order mark and one header line', () => {
  expect(listCsv(['文件', '时长'], [], () => [])).toBe('\uFEFF文件,时长\r\n');
});
