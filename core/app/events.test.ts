import { expect, it } from 'vitest';
import type { AppEvent, Job } from '../contract/index.ts';
import { createEvents } from './events.ts';

const job = (id: string, done: number): AppEvent => {
  const figures = { total: 10, done, duplicates: 0, failed: 0, current: null, remainingMs: null, createdAt: 0 };
  return { type: 'job', job: { id, kind: 'import', state: 'running', label: '', ...figures } satisfies Job };
};
const changed = (topic: 'recordings' | 'reviews'): AppEvent => ({ type: 'changed', topic });

it('tells every listener what happens from the moment it listens', async () => {
  const events = createEvents();
  events.changed('recordings');
  const [one, two] = [events.subscribe(), events.subscribe()];
  events.changed('reviews');
  expect((await one.next()).value).toEqual(changed('reviews'));
  expect((await two.next()).value).toEqual(changed('reviews'));
});

it('tells a slow listener of a change once, and of a job its newest state', async () => {
  const events = createEvents();
  const slow = events.subscribe();
  for (let done = 0; done < 5; done++) {
    events.changed('recordings');
    events.emit(job('a', done));
    events.emit(job('b', done));
  }
  events.changed('reviews');
  const seen: unknown[] = [];
  for (let n = 0; n < 4; n++) seen.push((await slow.next()).value);
  expect(seen).toEqual([changed('recordings'), job('a', 4), job('b', 4), changed('reviews')]);
});

it('keeps no more than its limit for a listener that never listens', async () => {
  const events = createEvents(3);
  const deaf = events.subscribe();
  for (let n = 0; n < 10; n++) events.emit(job(`j${n}`, 1));
  expect((await deaf.next()).value).toEqual(job('j7', 1));
});

it('forgets a listener that leaves while nothing happens', async () => {
  const events = createEvents();
  const leaving = events.subscribe();
  const waiting = leaving.next();
  expect(events.listeners).toBe(1);
  await leaving.return();
  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(events.listeners).toBe(0);
});

it('forgets a listener whose call was cancelled, before or while it listens', async () => {
  const events = createEvents();
  const cancel = new AbortController();
  const waiting = events.subscribe(cancel.signal).next();
  cancel.abort();
  expect((await waiting).done).toBe(true);
  expect((await events.subscribe(cancel.signal).next()).done).toBe(true);
  expect(events.listeners).toBe(0);
});
