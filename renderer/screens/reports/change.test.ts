import { expect, it } from 'vitest';
import type { Figures } from '../../../core/contract/index.ts';
import { changeOf, changeSize, isUnchanged } from './change.ts';

const rate = (numerator: number, denominator: number) => ({
  numerator,
  denominator,
  value: denominator === 0 ? null : numerator / denominator,
});
const figures = (reviewed: number, passed: number, average: number | null): Figures => ({
  recordings: 100,
  reviewed,
  coverage: rate(reviewed, 100),
  agentCoverage: rate(1, 2),
  average,
  passRate: rate(passed, reviewed),
  excellentRate: rate(0, reviewed),
  fatalRate: rate(reviewed - passed, reviewed),
});

it('gives rates in percentage points and scores in points', () => {
  const now = figures(10, 9, 9340);
  const before = figures(8, 4, 9170);
  expect(changeSize(changeOf('passRate', now, before))).toBe('40.0');
  expect(changeSize(changeOf('average', now, before))).toBe('1.7');
  expect(changeOf('fatal', now, before)).toEqual({ by: -3, unit: 'calls', upIsGood: false });
});

it('says nothing when there is nothing to compare with', () => {
  expect(changeOf('passRate', figures(10, 9, 9000), figures(0, 0, null)).by).toBeNull();
  expect(changeOf('average', figures(10, 9, 9000), figures(0, 0, null)).by).toBeNull();
});

it('calls a change unchanged when its written size is zero', () => {
  expect(isUnchanged(changeOf('average', figures(10, 9, 9001), figures(10, 9, 9000)))).toBe(true);
});
