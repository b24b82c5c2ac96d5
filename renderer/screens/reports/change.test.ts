import { expect, it } from 'vitest';
import type { Figures, FormFigures } from '../../../core/contract/index.ts';
import { callChange, changeSize, isUnchanged, scoreChange } from './change.ts';

const rate = (numerator: number, denominator: number) => ({
  numerator,
  denominator,
  value: denominator === 0 ? null : numerator / denominator,
});
const form = (reviewed: number, passed: number, average: number | null): FormFigures => ({
  form: 'standard@1',
  reviewed,
  average,
  passRate: rate(passed, reviewed),
  excellentRate: rate(0, reviewed),
  fatalRate: rate(reviewed - passed, reviewed),
});
const figures = (reviewed: number, fatal: number): Figures => ({
  recordings: 100,
  reviewed,
  coverage: rate(reviewed, 100),
  agentCoverage: rate(1, 2),
  fatal,
  average: null,
  passRate: null,
  excellentRate: null,
  fatalRate: null,
  forms: [],
});

it('gives rates in percentage points and scores in points', () => {
  const now = form(10, 9, 9340);
  const before = form(8, 4, 9170);
  expect(changeSize(scoreChange('passRate', now, before))).toBe('40.0');
  expect(changeSize(scoreChange('average', now, before))).toBe('1.7');
  expect(scoreChange('fatal', now, before)).toEqual({ by: -3, unit: 'calls', upIsGood: false });
});

it('counts calls and reviews over all forms', () => {
  expect(callChange('fatal', figures(10, 1), figures(8, 4))).toEqual({ by: -3, unit: 'calls', upIsGood: false });
  expect(changeSize(callChange('coverage', figures(10, 1), figures(8, 4)))).toBe('2.0');
});

it('says nothing when there is nothing to compare with', () => {
  for (const key of ['reviewed', 'average', 'passRate', 'excellentRate', 'fatal'] as const)
    for (const before of [undefined, form(0, 0, null)])
      expect(scoreChange(key, form(10, 9, 9000), before).by).toBeNull();
  for (const key of ['reviewed', 'fatal'] as const)
    expect(callChange(key, figures(10, 1), figures(0, 0)).by).toBeNull();
});

it('calls a change unchanged when its written size is zero', () => {
  expect(isUnchanged(scoreChange('average', form(10, 9, 9001), form(10, 9, 9000)))).toBe(true);
});
