import { expect, it } from 'vitest';
import { csvCell } from './csv-cell.ts';

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
