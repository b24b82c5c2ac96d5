/** Libraries that were indexed by an older rule. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { indexSegments, indexState } from '../../db/index.ts';
import { createJobs, type Jobs } from '../jobs/jobs-service.ts';
import { createTestCore, type TestCore } from '../test-support/test-core.ts';
import { indexGrams, indexRule, matchQuery } from '../transcripts/search-index.ts';
import { createReindexing } from './reindex.ts';
import { addCall } from './testing.ts';

let core: TestCore;
let jobs: Jobs;
beforeEach(() => {
  core = createTestCore();
  jobs = createJobs(core.context);
});
afterEach(async () => {
  await jobs.stopAll();
  await core.close();
});

const db = () => core.context.library.db;
const raw = () => core.context.library.raw;
const found = (text: string) =>
  raw().prepare('SELECT count(*) FROM segment_search WHERE segment_search MATCH ?').pluck().get(matchQuery(text));
/** Calls whose sentences lie in the index as they were said. */
async function oldLibrary(calls: number): Promise<void> {
  for (let at = 0; at < calls; at++) {
    await addCall(core.context.library, `r${at}`, [
      { speaker: 'customer', start: 0, end: 1, text: `第${at}通` },
      { speaker: 'customer', start: 1, end: 2, text: '我的手机一三九四五' },
      { speaker: 'customer', start: 2, end: 3, text: '六七八零零一' },
    ]);
  }
  const rows = raw().prepare('SELECT id, text FROM transcript_segments').all() as { id: number; text: string }[];
  raw().prepare('DELETE FROM segment_search').run();
  await indexSegments(
    db(),
    rows.map(({ id, text }) => ({ id, grams: indexGrams(text) })),
  );
}
const ended = async () => {
  await expect.poll(async () => (await jobs.list(undefined, {}))[0]?.state).not.toMatch(/queued|running/);
  return (await jobs.list(undefined, {}))[0]!;
};

it('are indexed anew once, in the background: what is hidden today is found no more, the rest is', async () => {
  await oldLibrary(25);
  expect(found('六七八零零一')).toBe(25);
  await createReindexing(core.context, { jobs }).begin();
  expect(await ended()).toMatchObject({ kind: 'reindex', state: 'done' });
  expect([found('六七八零零一'), found('我的手机'), found('第3通')]).toEqual([0, 25, 1]);
  expect(await indexState(db())).toEqual({ rule: indexRule, after: null });
  await createReindexing(core.context, { jobs }).begin();
  expect(await jobs.list(undefined, {})).toHaveLength(1);
});

it('keep no word in the file that the index gave up', async () => {
  await oldLibrary(3);
  const held = () => {
    const blocks = raw().prepare('SELECT block FROM segment_search_data').pluck().all() as Buffer[];
    // Terms lie there without what they share with the one before; of a first character at most two bytes.
    return blocks.some((block) => block.includes(Buffer.from('六七').subarray(2)));
  };
  expect(held()).toBe(true);
  await createReindexing(core.context, { jobs }).begin();
  await ended();
  expect(held()).toBe(false);
});

it('go on where they were interrupted, and begin again when the rule changes', async () => {
  await oldLibrary(25);
  await createReindexing(core.context, { jobs }).begin();
  const { id } = (await jobs.list(undefined, {}))[0]!;
  await jobs.pause({ id }, {});
  const { after } = (await indexState(db())) ?? { after: '' };
  expect(after).not.toBeNull();
  // A start of the program leaves what a person paused.
  await createReindexing(core.context, { jobs }).begin();
  expect((await jobs.list(undefined, {})).map(({ state }) => state)).toEqual(['paused']);
  await jobs.resume({ id }, {});
  expect(await ended()).toMatchObject({ state: 'done' });
  expect(found('六七八零零一')).toBe(0);
  await createReindexing(core.context, { jobs, rule: indexRule + 1 }).begin();
  await ended();
  expect(await indexState(db())).toEqual({ rule: indexRule + 1, after: null });
});

it('that hold no transcript yet need no work', async () => {
  await createReindexing(core.context, { jobs }).begin();
  expect(await jobs.list(undefined, {})).toEqual([]);
  expect(await indexState(db())).toEqual({ rule: indexRule, after: null });
});
