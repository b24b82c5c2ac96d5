import { expect, it } from 'vitest';
import type { SearchCall } from '../../../core/contract/index.ts';
import { rowsOf, stepFrom } from './result-rows.ts';

const call = (id: string, hits: number[], hitCount = hits.length) =>
  ({ recording: { id }, hitCount, hits: hits.map((segmentId) => ({ segmentId })) }) as SearchCall;
const rows = rowsOf([call('a', [1, 2], 5), call('b', [3])]);

it('lists each call, its sentences, and what is folded away', () => {
  expect(rows.map(({ key }) => key)).toEqual(['call-a', 'hit-1', 'hit-2', 'more-a', 'call-b', 'hit-3']);
  expect(rows[3]).toMatchObject({ left: 3 });
});

it('steps over the heads of calls and stays within the list', () => {
  const step = (key: string | null, by: number) => stepFrom(rows, key, by)?.key;
  expect(step(null, 1)).toBe('hit-1');
  expect(step('more-a', 1)).toBe('hit-3');
  expect(step('hit-3', 1)).toBe('hit-3');
  expect(step('hit-3', -9)).toBe('hit-1');
  expect(stepFrom([], 'hit-1', 1)).toBeNull();
});
