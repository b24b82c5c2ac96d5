import { expect, test } from 'vitest';
import { compareNames } from './compare-names.ts';

test('teams stand in the order of their numbers, written in either script', () => {
  const teams = ['二十一组', '十组', '2组', '二组', '一组', '十一组', '三组', 'VIP组'];
  expect(teams.sort(compareNames)).toEqual(['一组', '2组', '二组', '三组', '十组', '十一组', '二十一组', 'VIP组']);
});

test('people stand by pinyin', () => {
  expect(['张敏', '李强', '陈一', '王丽'].sort(compareNames)).toEqual(['陈一', '李强', '王丽', '张敏']);
});
