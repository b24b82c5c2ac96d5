import { expect, it } from 'vitest';
import { listCsv } from './list-csv.ts';

it('begins with a byte-order mark and one header line', () => {
  expect(listCsv(['文件', '时长'], [], () => [])).toBe('\uFEFF文件,时长\r\n');
});
