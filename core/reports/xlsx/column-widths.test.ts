import { expect, it } from 'vitest';
import { columnWidths, fits } from './column-widths.ts';
import type { Cell, Row } from './workbook-writer.ts';

const cell = (value: Cell['value'], kind: Cell['kind'] = 'text', look: Cell['look'] = 'body'): Cell => ({
  value,
  kind,
  look,
});
const rows = (...cells: (Cell | null)[]): Row[] => cells.map((own) => ({ cells: [own] }));
const widthOf = (...cells: (Cell | null)[]) => columnWidths(rows(...cells))[0];

it.each<[string, (Cell | null)[], number]>([
  ['Latin letters', [cell('agent 8012')], 12],
  ['Chinese letters, which are twice as wide', [cell('呼叫中心服务标准')], 18],
  ['both, the widest row counting', [cell('张敏'), cell('欧阳震华 80123'), null, cell('李')], 16],
  ['a short content', [cell('1')], 6],
  ['only empty cells', [null, cell(null)], 6],
  ['a long text', [cell('请问您贵姓'.repeat(40))], 48],
  ['lines, the longest counting', [cell('一二三\n一二三四五六七八\n一')], 18],
  ['a score', [cell(10_000, 'score')], 8],
  ['a rate', [cell(1, 'rate')], 8],
  ['a big count', [cell(1_234_567, 'count')], 11],
  ['a day', [cell('2026-03-02', 'date')], 12],
  ['a moment', [cell('2026-03-02 09:15:03', 'moment')], 21],
  ['what a formula gives', [cell({ formula: 'A1&A2', result: '一二三四五六' })], 14],
  ['a title with the arrow of its filter', [cell('坐席姓名', 'text', 'header'), cell('张敏')], 15],
  ['a long title, which wraps', [cell('呼叫中心服务标准：平均分', 'text', 'header'), cell(9000, 'score')], 18],
])('a column is as wide as %s', (_, cells, width) => {
  expect(widthOf(...cells)).toBe(width);
});

it('a text over several columns widens none of them', () => {
  const rows: Row[] = [{ cells: [cell('质检日报'.repeat(20))], merge: [1, 10] }, { cells: [cell('一组')] }];
  expect(columnWidths(rows)).toEqual([6]);
});

it('what is wider than its column does not fit, and so wraps', () => {
  expect(fits(cell('一二三四五六'), 14)).toBe(true);
  expect(fits(cell('一二三四五六七'), 14)).toBe(false);
  expect(fits(cell('abcdefghijkl'), 14)).toBe(true);
  expect(fits(cell('ab\ncd'), 48)).toBe(false);
  expect(fits(cell(12_345_678, 'count'), 6)).toBe(true);
});
