import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFollowLater } from './follow-later.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('work that follows changes', () => {
  it('is done once for many changes in a row, for each thing by itself, when it was left alone', async () => {
    const done: string[] = [];
    const follow = createFollowLater(
      300,
      async (key) => void done.push(key),
      () => {},
    );
    for (const key of ['a', 'b', 'a']) {
      follow.changed(key);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(done).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(done).toEqual(['b']);
    await vi.advanceTimersByTimeAsync(100);
    expect(done).toEqual(['b', 'a']);
  });

  it('is done at once at the end, and waited for', async () => {
    let finish = () => {};
    const begun: string[] = [];
    const follow = createFollowLater(
      300,
      (key) => {
        begun.push(key);
        return new Promise((resolve) => (finish = resolve));
      },
      () => {},
    );
    follow.changed('a');
    let over = false;
    const flushed = follow.flush().then(() => (over = true));
    await vi.advanceTimersByTimeAsync(0);
    expect([begun, over]).toEqual([['a'], false]);
    finish();
    await flushed;
    await vi.advanceTimersByTimeAsync(1000);
    expect(begun).toEqual(['a']);
  });

  it('that fails is told, and keeps nobody from closing', async () => {
    const failed: unknown[] = [];
    const follow = createFollowLater(
      300,
      async () => Promise.reject(new Error('gone')),
      (error, key) => failed.push([key, String(error)]),
    );
    follow.changed('a');
    await follow.flush();
    expect(failed).toEqual([['a', 'Error: gone']]);
  });
});
