import { expect, it } from 'vitest';
import { initialsOf } from './initials.ts';

it.each([
  ['张敏', 'zm'],
  ['单雄信', 'sxx'],
  ['欧阳娜娜', 'oynn'],
  ['曾 强', 'zq'],
  ['王Lily', 'wlily'],
  ['', ''],
])('the initials of %s are %s', (name, expected) => {
  expect(initialsOf(name)).toBe(expected);
});
