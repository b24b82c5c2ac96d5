import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openLibraryDb } from '../../db/index.ts';
import { tempDir } from '../test-support/test-core.ts';
import { createEvents } from './events.ts';
import { watchForeignWrites } from './foreign-writes.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => vi.useRealTimers());

it('tells once that everything may have changed when another process wrote, and nothing of own writes', async () => {
  const file = join(tempDir(), 'library.db');
  const [ours, theirs] = [openLibraryDb(file), openLibraryDb(file)];
  const events = createEvents();
  const listening = events.subscribe();
  const told: string[] = [];
  const listener = (async () => {
    for await (const event of listening) if (event.type === 'changed') told.push(event.topic);
  })();
  const stop = watchForeignWrites(ours, events);
  const write = (library: typeof ours) =>
    library.db
      .insertInto('settings')
      .values({ key: `k${Math.random()}`, value: '1' })
      .execute();

  await write(ours);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told).toEqual([]);

  await write(theirs);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told.filter((topic) => topic === 'recordings')).toHaveLength(1);
  expect(told).toContain('reviews');

  stop();
  await write(theirs);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told.filter((topic) => topic === 'recordings')).toHaveLength(1);

  await listening.return();
  await listener;
  await Promise.all([ours.close(), theirs.close()]);
});
