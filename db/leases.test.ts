import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { claimLease, releaseLease } from './leases.ts';
import type { LibraryDb } from './open.ts';
import { tempDir, tempLibrary } from './test-support/temp-library.ts';

let one: LibraryDb;
let other: LibraryDb;

/** Two connections to one file, as two processes have. */
beforeEach(() => {
  const file = join(tempDir(), 'library.db');
  one = tempLibrary(file);
  other = tempLibrary(file);
});

it('gives a piece of work to one of two processes', async () => {
  expect(await claimLease(one.db, 'job:1', 'a', 0, 100)).toBe(true);
  expect(await claimLease(other.db, 'job:1', 'b', 0, 100)).toBe(false);
  expect(await claimLease(other.db, 'job:2', 'b', 0, 100)).toBe(true);
});

it('is renewed by its holder only', async () => {
  await claimLease(one.db, 'job:1', 'a', 0, 100);
  expect(await claimLease(one.db, 'job:1', 'a', 50, 150)).toBe(true);
  expect(await claimLease(other.db, 'job:1', 'b', 149, 250)).toBe(false);
});

it('passes to another process when it ran out, and the first then learns that it lost it', async () => {
  await claimLease(one.db, 'job:1', 'a', 0, 100);
  expect(await claimLease(other.db, 'job:1', 'b', 100, 200)).toBe(true);
  expect(await claimLease(one.db, 'job:1', 'a', 110, 210)).toBe(false);
});

it('is free after its release, which only its holder can do', async () => {
  await claimLease(one.db, 'job:1', 'a', 0, 100);
  await releaseLease(other.db, 'job:1', 'b');
  expect(await claimLease(other.db, 'job:1', 'b', 0, 100)).toBe(false);
  await releaseLease(one.db, 'job:1', 'a');
  expect(await claimLease(other.db, 'job:1', 'b', 0, 100)).toBe(true);
});
