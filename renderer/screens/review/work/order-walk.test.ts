import { expect, it } from 'vitest';
import { nextPending } from './order-walk.ts';

it('goes on with the next call to be reviewed, and from the top again at the end', () => {
  const ids = ['a', 'b', 'c', 'd'];
  expect(nextPending(ids, new Set(['a', 'd']), 'b')).toBe('d');
  expect(nextPending(ids, new Set(['a']), 'b')).toBe('a');
});

it('is done when nothing is left', () => {
  expect(nextPending(['a', 'b'], new Set(), 'a')).toBeNull();
  expect(nextPending(['a', 'b'], new Set(['a']), 'a')).toBeNull();
});
