import { describe, expect, it } from 'vitest';
import type { Job } from '../../../../core/contract/index.ts';
import { fractionOf, needsAttention, shownJobs } from './job-order.ts';

const job = (id: string, changes: Partial<Job>): Job => ({
  id,
  kind: 'transcribe',
  state: 'done',
  label: '',
  total: 4,
  done: 4,
  duplicates: 0,
  failed: 0,
  current: null,
  remainingMs: null,
  createdAt: 0,
  ...changes,
});

describe('the panel', () => {
  it('shows what runs, what waits as it will come, what rests and what failed; nothing that is over', () => {
    const jobs = [
      job('failed', { state: 'failed' }),
      job('paused', { state: 'paused' }),
      job('later', { state: 'queued', createdAt: 2 }),
      job('sooner', { state: 'queued', createdAt: 1 }),
      job('running', { state: 'running', createdAt: 9 }),
      job('done', {}),
      job('cancelled', { state: 'cancelled', failed: 1 }),
      job('partly', { failed: 1 }),
    ];
    expect(shownJobs(jobs).map(({ id }) => id)).toEqual(['running', 'sooner', 'later', 'paused', 'failed', 'partly']);
  });

  it('leaves failed files of an import to their own list', () => {
    expect(needsAttention(job('import', { kind: 'import', failed: 3 }))).toBe(false);
    expect(needsAttention(job('download', { kind: 'download', state: 'failed' }))).toBe(true);
  });
});

it('a job tells its share of the sound rather than of the files, where it knows', () => {
  expect(fractionOf(job('j', { done: 1, fraction: 0.6 }))).toBe(0.6);
  expect(fractionOf(job('j', { done: 1 }))).toBe(0.25);
  expect(fractionOf(job('j', { done: 0, total: 0 }))).toBeNull();
});
