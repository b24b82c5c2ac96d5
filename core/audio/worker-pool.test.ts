import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Log, WorkerHandle } from '../ports.ts';
import { createWorkerPool } from './worker-pool.ts';
import type { JobMessage, ProgressMessage, ReplyMessage } from './worker-protocol.ts';

/** A process under the test's control. */
class Process implements WorkerHandle {
  jobs: string[] = [];
  killed = false;
  private answer: (message: unknown) => void = () => {};
  private exit: (code: number | null) => void = () => {};
  post(message: unknown) {
    this.jobs.push((message as JobMessage<'cut'>).request.path);
  }
  onMessage(listener: (message: unknown) => void) {
    this.answer = listener;
  }
  onExit(listener: (code: number | null) => void) {
    this.exit = listener;
  }
  kill() {
    this.killed = true;
  }
  finish(durationMs: number) {
    this.answer({ outcome: 'done', result: { durationMs } } satisfies ReplyMessage);
  }
  fail(message: ReplyMessage) {
    this.answer(message);
  }
  progress(seconds: number) {
    this.answer({ outcome: 'progress', seconds } satisfies ProgressMessage);
  }
  crash() {
    this.exit(null);
  }
}

const log: Log = { info: () => {}, warn: () => {}, error: () => {} };
let processes: Process[];
let pool: ReturnType<typeof createWorkerPool>;
beforeEach(() => {
  vi.useFakeTimers();
  processes = [];
  const spawnWorker = () => {
    const one = new Process();
    processes.push(one);
    return one;
  };
  const entry = new URL('file:///worker.ts');
  pool = createWorkerPool({ spawnWorker, log }, { entry, size: 2, idleMs: 30_000, jobsPerProcess: 3, stallMs: 60_000 });
});
afterEach(() => {
  pool.close();
  vi.useRealTimers();
});

const cut = (path: string, signal?: AbortSignal) => {
  const job = pool.run('cut', { path, span: { start: 0, end: 1 }, outPath: '/out.wav' }, { file: path, signal });
  job.catch(() => {});
  return job;
};

it('starts processes on first use, no more than allowed, one job each', async () => {
  expect(processes).toHaveLength(0);
  const jobs = [cut('a'), cut('b'), cut('c')];
  expect(processes.map(({ jobs }) => jobs)).toEqual([['a'], ['b']]);
  processes[1]!.finish(2);
  expect(await jobs[1]).toEqual({ durationMs: 2 });
  expect(processes.map(({ jobs }) => jobs)).toEqual([['a'], ['b', 'c']]);
});

it('ends a process that has had nothing to do', async () => {
  const job = cut('a');
  processes[0]!.finish(1);
  await job;
  vi.advanceTimersByTime(29_999);
  expect(processes[0]!.killed).toBe(false);
  vi.advanceTimersByTime(1);
  expect(processes[0]!.killed).toBe(true);
  cut('b');
  expect(processes).toHaveLength(2);
});

it('replaces a process after so many jobs', async () => {
  for (const file of ['a', 'b', 'c']) {
    const job = cut(file);
    processes[0]!.finish(1);
    await job;
  }
  expect(processes[0]!.killed).toBe(true);
  cut('d');
  expect(processes.map(({ jobs }) => jobs)).toEqual([['a', 'b', 'c'], ['d']]);
});

it('kills a decoder that hangs, and names the file', async () => {
  const job = cut('hangs');
  cut('other');
  const waiting = cut('waits');
  vi.advanceTimersByTime(59_000);
  processes[1]!.finish(1);
  vi.advanceTimersByTime(1000);
  await expect(job).rejects.toMatchObject({ code: 'DECODE_TIMEOUT', params: { file: 'hangs' } });
  expect(processes[0]!.killed).toBe(true);
  // The clock of a job starts when it is started, not while it waits.
  processes[1]!.finish(3);
  expect(await waiting).toEqual({ durationMs: 3 });
});

it('lets a long file take as long as it needs, as long as it gets on', async () => {
  const job = cut('thirty minutes on a busy machine');
  for (let minute = 1; minute <= 120; minute++) {
    vi.advanceTimersByTime(55_000);
    processes[0]!.progress(minute * 15);
  }
  expect(processes[0]!.killed).toBe(false);
  processes[0]!.finish(1);
  expect(await job).toEqual({ durationMs: 1 });
});

it('lets a second pass over the file begin at its start', () => {
  cut('lied about its length');
  for (const seconds of [600, 1200, 30, 600]) {
    vi.advanceTimersByTime(55_000);
    processes[0]!.progress(seconds);
  }
  expect(processes[0]!.killed).toBe(false);
});

it('gives up a decoder that talks but does not get on', async () => {
  const job = cut('turns in circles');
  for (let second = 0; second < 70; second++) {
    processes[0]!.progress(12);
    vi.advanceTimersByTime(1000);
  }
  await expect(job).rejects.toMatchObject({ code: 'DECODE_TIMEOUT', params: { file: 'turns in circles' } });
  expect(processes[0]!.killed).toBe(true);
});

it('gives up a decoder that hangs in the middle, counted from its last progress', async () => {
  const job = cut('half');
  vi.advanceTimersByTime(50_000);
  processes[0]!.progress(600);
  vi.advanceTimersByTime(57_000);
  expect(processes[0]!.killed).toBe(false);
  vi.advanceTimersByTime(3000);
  await expect(job).rejects.toMatchObject({ code: 'DECODE_TIMEOUT' });
});

it('does not count the time in which the computer sleeps', () => {
  cut('over night');
  vi.advanceTimersByTime(10_000);
  // A clock that jumps is one late tick, however far it jumps.
  vi.setSystemTime(Date.now() + 8 * 3600_000);
  vi.advanceTimersByTime(5000);
  expect(processes[0]!.killed).toBe(false);
});

it('turns a crash into a failed file; the next gets a fresh process', async () => {
  const job = cut('bad');
  processes[0]!.crash();
  await expect(job).rejects.toMatchObject({ code: 'DECODER_CRASHED', params: { file: 'bad' } });
  const next = cut('good');
  expect(processes).toHaveLength(2);
  processes[1]!.finish(1);
  expect(await next).toEqual({ durationMs: 1 });
});

describe('cancelling', () => {
  it('kills the process of a job under way', async () => {
    const cancel = new AbortController();
    const job = cut('a', cancel.signal);
    cancel.abort();
    await expect(job).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(processes[0]!.killed).toBe(true);
  });

  it('takes a waiting job out of the queue', async () => {
    cut('a');
    cut('b');
    const cancel = new AbortController();
    const waiting = cut('c', cancel.signal);
    cancel.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'CANCELLED' });
    processes[0]!.finish(1);
    expect(processes[0]!.jobs).toEqual(['a']);
  });

  it('refuses what was cancelled before it began', async () => {
    await expect(cut('a', AbortSignal.abort())).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(processes).toHaveLength(0);
  });

  it('closing rejects everything and kills all', async () => {
    const jobs = [cut('a'), cut('b'), cut('c')];
    pool.close();
    for (const job of jobs) await expect(job).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(processes.map(({ killed }) => killed)).toEqual([true, true]);
    await expect(cut('d')).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});

it('passes expected and unexpected errors on', async () => {
  const job = cut('a');
  processes[0]!.fail({ outcome: 'expected-error', code: 'NOT_AUDIO', params: { file: 'a' } });
  await expect(job).rejects.toMatchObject({ code: 'NOT_AUDIO', params: { file: 'a' } });
  const other = cut('b');
  processes[0]!.fail({ outcome: 'unexpected-error', message: 'oops', stack: 'Error: oops\n at worker' });
  await expect(other).rejects.toThrow('oops');
});
