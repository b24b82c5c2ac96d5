import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimLease, pendingItems } from '../../db/index.ts';
import type { Job } from '../contract/index.ts';
import { DomainError } from '../domain-error.ts';
import { createTestCore, type TestCore } from '../test-support/test-core.ts';
import type { JobRun } from './job-run.ts';
import { createJobs, type Jobs } from './jobs-service.ts';

let core: TestCore;
let jobs: Jobs;
let ran: string[];
beforeEach(() => {
  core = createTestCore();
  jobs = createJobs(core.context);
  ran = [];
});
afterEach(async () => {
  await jobs.stopAll();
  await core.close();
});

const finishAll = async (run: JobRun) => {
  for (const item of await pendingItems(core.context.library.db, run.id, -1, 100)) {
    run.working(item.path);
    ran.push(item.path);
    await run.finish(item.id, { state: 'done' });
  }
};
const create = (label: string, ...paths: string[]) =>
  jobs.create({ kind: 'export', label, payload: {}, items: paths.map((path) => ({ id: core.context.newId(), path })) });
const look = async (id: string): Promise<Job> => (await jobs.list(undefined, {})).find((job) => job.id === id)!;
const ended = async (id: string): Promise<Job> => {
  await expect.poll(async () => (await look(id)).state).not.toMatch(/queued|running/);
  return look(id);
};

describe('jobs', () => {
  it('run one after the other in the order they came, and are listed newest first', async () => {
    jobs.define('export', finishAll);
    await create('first', 'a', 'b');
    const second = await create('second', 'c');
    expect(await ended(second)).toMatchObject({ label: 'second', state: 'done', total: 1, done: 1, current: null });
    expect(ran).toEqual(['a', 'b', 'c']);
    expect((await jobs.list(undefined, {})).map(({ label, done }) => [label, done])).toEqual([
      ['second', 1],
      ['first', 2],
    ]);
  });
  it('that break are failed, and do not hold up the next one', async () => {
    let broken = true;
    jobs.define('export', async (run) => {
      if (broken) throw new DomainError('DISK_FULL', { path: 'x' });
      await finishAll(run);
    });
    const first = await create('first', 'a');
    expect(await ended(first)).toMatchObject({ state: 'failed', done: 0 });
    broken = false;
    expect(await ended(await create('second', 'b'))).toMatchObject({ state: 'done' });
    await jobs.resume({ id: first }, {});
    expect(ran).toEqual(['b']);
    await expect.poll(() => ran).toEqual(['b', 'a']);
  });
  it('that are held by another living process are left to it', async () => {
    const id = await create('held', 'a');
    expect(await ended(id)).toMatchObject({ state: 'failed' });
    jobs.define('export', finishAll);
    await claimLease(core.context.library.db, `job:${id}`, 'another-host/1/x', Date.now(), Date.now() + 60_000);
    await jobs.resume({ id }, {});
    await create('next', 'b').then(ended);
    expect(ran).toEqual(['b']);
  });
  it('that were held by a process of this machine that is dead are taken up at once', async () => {
    const { hostname } = await import('node:os');
    jobs.define('export', finishAll);
    await core.context.library.db
      .insertInto('jobs')
      .values({
        id: 'j',
        kind: 'export',
        state: 'running',
        label: 'x',
        payload: '{}',
        result: null,
        created_at: 1,
        updated_at: 1,
      })
      .execute();
    await claimLease(core.context.library.db, 'job:j', `${hostname()}/999999999/x`, Date.now(), Date.now() + 60_000);
    await jobs.resumeUnfinished();
    expect(await ended('j')).toMatchObject({ state: 'done' });
  });
  it('that are paused at any moment of their start rest, and go on when they are resumed', async () => {
    jobs.define('export', async (run) => {
      await setTimeout(5);
      if (!run.signal.aborted) await finishAll(run);
    });
    for (let hops = 0; hops < 60; hops += 3) {
      const id = await create(`job ${hops}`, `item ${hops}`);
      for (let hop = 0; hop < hops; hop++) await null;
      await jobs.pause({ id }, {});
      const before = ran.length;
      await setTimeout(10);
      expect(ran).toHaveLength(before);
      await jobs.resume({ id }, {});
      expect(await ended(id)).toMatchObject({ state: 'done', done: 1 });
    }
    expect(ran).toHaveLength(20);
  });
  it('that are unknown are named so', async () => {
    for (const verb of ['cancel', 'pause', 'resume'] as const)
      await expect(jobs[verb]({ id: 'x' }, {})).rejects.toMatchObject({ code: 'JOB_NOT_FOUND' });
  });
  it('once finished cannot be paused, cancelled or resumed', async () => {
    jobs.define('export', finishAll);
    const id = await create('done', 'a');
    await ended(id);
    for (const verb of ['cancel', 'pause', 'resume'] as const)
      expect(await jobs[verb]({ id }, {})).toMatchObject({ state: 'done' });
    expect(ran).toEqual(['a']);
  });
});
