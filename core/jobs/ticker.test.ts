import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTicker } from './ticker.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('tells the first change at once, the many that follow together, and the last one always', () => {
  const tell = vi.fn();
  const ticker = createTicker(200, tell);
  for (let n = 0; n < 50; n++) ticker.changed();
  expect(tell).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(200);
  expect(tell).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1000);
  expect(tell).toHaveBeenCalledTimes(2);
});

it('tells nothing more once stopped', () => {
  const tell = vi.fn();
  const ticker = createTicker(200, tell);
  ticker.changed();
  ticker.changed();
  ticker.stop();
  vi.advanceTimersByTime(1000);
  expect(tell).toHaveBeenCalledTimes(1);
});
