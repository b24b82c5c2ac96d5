import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  claimItem,
  finishItem,
  insertJob,
  type LibraryDb,
  openLibraryDb,
  releaseItems,
  withdrawItems,
} from './index.ts';

let library: LibraryDb;
beforeEach(async () => {
  library = openLibraryDb(':memory:');
  const job = { id: 'j', kind: 'transcribe', label: '', payload: '{}' } as const;
  const items = ['a', 'b', 'c'].map((id) => ({ id, path: id, priority: id === 'c' ? 1 : 0 }));
  await insertJob(library.db, job, items, 1);
});
afterEach(() => library.close());

const claim = async () => (await claimItem(library.db, 'j'))?.id;
const withdraw = async (...ids: string[]) => (await withdrawItems(library.db, ids)).map(({ id }) => id);
const finish = (id: string) => finishItem(library.db, id, { state: 'done' });

it('an item is claimed once, the most wanted first, until its claim is given back', async () => {
  expect(await Promise.all([claim(), claim(), claim(), claim()])).toEqual(['c', 'a', 'b', undefined]);
  await finish('c');
  await releaseItems(library.db, 'j');
  expect([await claim(), await claim(), await claim()]).toEqual(['a', 'b', undefined]);
});

it('an item is finished or withdrawn, whichever comes first, also one that is claimed', async () => {
  expect(await claim()).toBe('c');
  expect(await withdraw('a', 'c')).toEqual(expect.arrayContaining(['a', 'c']));
  expect(await finish('c')).toBe(false);
  expect([await claim(), await claim()]).toEqual(['b', undefined]);
  expect(await finish('b')).toBe(true);
  expect(await withdraw('b', 'c')).toEqual([]);
  expect(await finish('b')).toBe(false);
});
