/**
 * Background jobs: one at a time per library process and lane, in order of creation; each survives the process. A job left
 * queued or running by a kill is taken up again by `resumeUnfinished`, unless another process is at it.
 */
import {
  appendItems,
  countItems,
  dismissItems,
  findJob,
  type ItemCounts,
  insertJob,
  type NewItem,
  recentJobs,
  type StoredJob,
  setJobState,
  setJobStopped,
  unfinishedJobs,
  withdrawItems,
} from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import type { ErrorCode, ErrorParams, Job } from '../contract/index.ts';
import { DomainError, fromSystemError } from '../domain-error.ts';
import type { ServiceOf } from '../service.ts';
import { createJobLeases, leaseMs } from './job-lease.ts';
import { type ActiveJob, createActiveJob, type JobRun, jobView } from './job-run.ts';
import { createTicker } from './ticker.ts';

export interface NewJob {
  kind: Job['kind'];
  /** What people see: a folder or file name. */
  label: string;
  /** What to do, as JSON, so that a killed job can go on. */
  payload: unknown;
  items: readonly NewItem[];
}

export interface Jobs extends ServiceOf<'jobs'> {
  /** How jobs of a kind are done: every pending item; called again for the rest after an interruption. */
  define(kind: Job['kind'], run: (run: JobRun) => Promise<void>): void;
  /** Stores a job and starts it when its turn comes. */
  create(job: NewJob): Promise<string>;
  /** Adds items to a job that waits or runs; one that has just come to its end goes on. */
  append(id: string, items: readonly NewItem[]): Promise<void>;
  /**
   * Takes items out of their jobs that are not finished, also those in work; a job is done when none is left.
   * @returns those that were taken out
   */
  withdraw(itemIds: readonly string[]): Promise<string[]>;
  /** Takes failed items out of sight. @returns how many */
  dismiss(id: string, itemIds: readonly string[]): Promise<number>;
  /** Lets a job go before the others of its lane; the one that runs comes to rest after what it has in work. */
  putFirst(id: string): Promise<void>;
  /** A job with the states of its items, and what stopped it as a whole. @throws DomainError JOB_NOT_FOUND */
  look(id: string): Promise<{ job: StoredJob; counts: ItemCounts; stopped: DomainError | null }>;
  /** Whether another process is doing the job right now. */
  isElsewhere(id: string): Promise<boolean>;
  /** Takes up what a kill or a closed app interrupted. */
  resumeUnfinished(): Promise<void>;
  /** Stops everything that runs, leaving it resumable. */
  stopAll(): Promise<void>;
}

/** Work that takes hours, or waits for the network, does not hold up the rest. */
const ownLanes: readonly Job['kind'][] = ['transcribe', 'download', 'build', 'reindex'];

interface Lane {
  queue: string[];
  active: ActiveJob | null;
  turn: Promise<void> | null;
}

const shownJobs = 100;
const eventEveryMs = 200;
const heartbeatMs = 2_000;

export function createJobs(context: CoreContext): Jobs {
  const { library, clock, events, log } = context;
  const leases = createJobLeases(library, clock, context.newId());
  const runners = new Map<Job['kind'], (run: JobRun) => Promise<void>>();
  const lanes = new Map<Job['kind'] | 'shared', Lane>();
  let retryTimer: NodeJS.Timeout | null = null;
  let closing = false;
  /** Why jobs of this process failed. On a full disk the state itself cannot be stored: then it is known only here. */
  const failures = new Map<string, { error: DomainError | null; stored: boolean }>();

  function laneOf(kind: Job['kind']): Lane {
    const name = ownLanes.includes(kind) ? kind : 'shared';
    const lane = lanes.get(name) ?? { queue: [], active: null, turn: null };
    lanes.set(name, lane);
    return lane;
  }
  function activeJob(id: string): ActiveJob | undefined {
    for (const { active } of lanes.values()) if (active?.job.id === id) return active;
    return undefined;
  }
  async function countsOf(id: string): Promise<ItemCounts> {
    return activeJob(id)?.counts ?? (await countItems(library.db, [id])).get(id)!;
  }
  async function stored(id: string): Promise<StoredJob> {
    const job = await findJob(library.db, id);
    if (!job) throw new DomainError('JOB_NOT_FOUND');
    return known(job);
  }
  function known(job: StoredJob): StoredJob {
    return failures.get(job.id)?.stored === false ? { ...job, state: 'failed' } : job;
  }
  async function announce(id: string): Promise<Job> {
    const job = await stored(id);
    const counts = await countsOf(id);
    const shown = jobView(job, counts, activeJob(id));
    events.emit({ type: 'job', job: shown });
    return shown;
  }
  function enqueue({ id, kind }: Pick<StoredJob, 'id' | 'kind'>): void {
    const lane = laneOf(kind);
    if (!lane.queue.includes(id) && lane.active?.job.id !== id) lane.queue.push(id);
    lane.turn ??= takeTurns(lane).finally(() => {
      lane.turn = null;
    });
  }
  async function takeTurns(lane: Lane): Promise<void> {
    for (let id = lane.queue.shift(); id !== undefined && !closing; id = lane.queue.shift()) {
      try {
        await runOne(id);
      } catch (error) {
        log.error('a job could not be run', error, { job: id });
      }
    }
  }
  async function runOne(id: string): Promise<void> {
    if (!(await leases.claim(id))) return;
    try {
      const now = clock();
      if (!(await setJobState(library.db, id, 'running', ['queued', 'running'], now))) return;
      const job = await stored(id);
      const counts = (await countItems(library.db, [id])).get(id)!;
      await work(job, counts);
    } finally {
      await leases
        .release(id)
        .catch((error) => log.warn('a job stays claimed until its lease lapses', { error: String(error) }));
    }
  }
  async function work(job: StoredJob, counts: ActiveJob['counts']): Promise<void> {
    const tell = () => events.emit({ type: 'job', job: jobView(job, counts, running) });
    const ticker = createTicker(eventEveryMs, tell);
    const running = createActiveJob(library, job, counts, clock, () => ticker.changed());
    const lane = laneOf(job.kind);
    lane.active = running;
    const heartbeat = setInterval(() => void beat(running), heartbeatMs);
    tell();
    let failure: { error: DomainError | null } | null = null;
    try {
      // Paused or cancelled before it could be told so.
      if ((await stored(job.id)).state !== 'running') running.controller.abort();
      else await runners.get(job.kind)!(running.run);
    } catch (error) {
      if (!running.controller.signal.aborted) {
        failure = { error: asDomainError(error) };
        if (failure.error) log.warn('a job stopped', { job: job.id, code: failure.error.code });
        else log.error('a job failed', error, { job: job.id });
      }
    }
    clearInterval(heartbeat);
    ticker.stop();
    if (failure) failures.set(job.id, { ...failure, stored: false });
    lane.active = null;
    const rests = failure === null && running.yielding && counts.pending > 0;
    if (!running.controller.signal.aborted)
      await settle(job.id, rests ? 'queued' : failure === null ? 'done' : 'failed');
    // Behind the one that it made room for.
    if (rests && !running.controller.signal.aborted) lane.queue.splice(1, 0, job.id);
    if (failure === null && running.appended && !rests) await goOn(job.id);
    await announce(job.id);
    events.changed('jobs');
  }
  /** Takes a job up again whose items were added to while it came to its end. */
  async function goOn(id: string): Promise<void> {
    const job = await stored(id);
    if ((await countsOf(id)).pending === 0) return;
    if (await setJobState(library.db, id, 'queued', ['done', 'queued', 'running'], clock())) enqueue(job);
  }
  async function settle(id: string, end: 'done' | 'failed' | 'queued'): Promise<void> {
    try {
      await setJobState(library.db, id, end, ['running'], clock());
      const failure = failures.get(id);
      if (!failure) return;
      failure.stored = true;
      const { error } = failure;
      await setJobStopped(library.db, id, error && { code: error.code, params: error.params });
    } catch (error) {
      failures.set(id, { error: failures.get(id)?.error ?? asDomainError(error), stored: false });
      log.warn('how a job ended could not be stored', { job: id, error: String(error) });
    }
  }
  function stoppedBy({ id, stopped }: StoredJob): DomainError | null {
    const failure = failures.get(id);
    if (failure) return failure.error;
    if (stopped === null) return null;
    const { code, params } = JSON.parse(stopped) as { code: ErrorCode; params: ErrorParams };
    return new DomainError(code, params);
  }
  function asDomainError(error: unknown): DomainError | null {
    const expected = fromSystemError(error, context.dirs.root);
    return expected instanceof DomainError ? expected : null;
  }
  /** Renews the claim, and notices what another process decided about the job. */
  async function beat(running: ActiveJob): Promise<void> {
    try {
      const mine = await leases.claim(running.job.id);
      const state = (await findJob(library.db, running.job.id))?.state;
      if (!mine || state !== 'running') running.controller.abort();
    } catch (error) {
      log.warn('a job could not renew its claim', { job: running.job.id, error: String(error) });
    }
  }
  async function change(id: string, state: StoredJob['state'], from: StoredJob['state'][]): Promise<Job> {
    const job = await stored(id);
    const unstored = failures.get(id)?.stored === false && from.includes('failed');
    await setJobState(library.db, id, state, unstored ? [...from, 'running'] : from, clock());
    if (from.includes('failed')) failures.delete(id);
    const active = activeJob(id);
    if (active && state !== 'queued') {
      active.controller.abort();
      await settled(id);
    }
    if (state === 'queued') enqueue(job);
    events.changed('jobs');
    return announce(id);
  }
  async function settled(id: string): Promise<void> {
    while (activeJob(id)) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  async function resumeUnfinished(): Promise<void> {
    if (closing) return;
    const jobs = (await unfinishedJobs(library.db)).filter((job) => runners.has(job.kind));
    for (const job of jobs) enqueue(job);
    if (retryTimer) clearTimeout(retryTimer);
    retryTimer = null;
    if (jobs.length === 0) return;
    // Those that another process is at are looked at again once its claim would have lapsed.
    retryTimer = setTimeout(
      () => void resumeUnfinished().catch((error) => log.error('jobs were not resumed', error)),
      leaseMs,
    );
    retryTimer.unref();
  }

  return {
    define: (kind, run) => void runners.set(kind, run),
    async create({ kind, label, payload, items }) {
      const id = context.newId();
      await insertJob(library.db, { id, kind, label, payload: JSON.stringify(payload) }, items, clock());
      events.changed('jobs');
      enqueue({ id, kind });
      return id;
    },
    async append(id, items) {
      await appendItems(library.db, id, items);
      const active = activeJob(id);
      if (active) {
        active.appended = true;
        active.counts.pending += items.length;
      } else await goOn(id);
      events.changed('jobs');
    },
    async withdraw(itemIds) {
      const items = await withdrawItems(library.db, itemIds);
      // In the same breath, so that no runner counts in between.
      for (const { job_id } of items) {
        const active = activeJob(job_id);
        if (active) active.counts.pending--;
      }
      for (const id of new Set(items.map(({ job_id }) => job_id))) {
        if (!activeJob(id) && (await countsOf(id)).pending === 0)
          await setJobState(library.db, id, 'done', ['queued', 'paused', 'failed'], clock());
        await announce(id);
      }
      events.changed('jobs');
      return items.map(({ id }) => id);
    },
    async dismiss(id, itemIds) {
      const count = await dismissItems(library.db, itemIds);
      const active = activeJob(id);
      if (active) {
        active.counts.failed -= count;
        active.counts.dismissed += count;
      }
      events.changed('jobs');
      await announce(id);
      return count;
    },
    async putFirst(id) {
      const { kind, state } = await stored(id);
      const lane = laneOf(kind);
      if (state !== 'queued' || lane.active?.job.id === id) return;
      lane.queue = [id, ...lane.queue.filter((other) => other !== id)];
      if (lane.active) lane.active.yielding = true;
    },
    async look(id) {
      const job = await stored(id);
      return { job, counts: await countsOf(id), stopped: job.state === 'failed' ? stoppedBy(job) : null };
    },
    async list() {
      const jobs = (await recentJobs(library.db, shownJobs)).map(known);
      const counts = await countItems(
        library.db,
        jobs.map((job) => job.id),
      );
      return jobs.map((job) => {
        const running = activeJob(job.id);
        return jobView(job, running?.counts ?? counts.get(job.id)!, running);
      });
    },
    cancel: ({ id }) => change(id, 'cancelled', ['queued', 'running', 'paused', 'failed']),
    pause: ({ id }) => change(id, 'paused', ['queued', 'running']),
    resume: ({ id }) => change(id, 'queued', ['paused', 'failed']),
    async isElsewhere(id) {
      if (activeJob(id)) return false;
      if (!(await leases.claim(id))) return true;
      await leases.release(id);
      return false;
    },
    resumeUnfinished,
    async stopAll() {
      closing = true;
      if (retryTimer) clearTimeout(retryTimer);
      for (const lane of lanes.values()) {
        lane.queue.length = 0;
        lane.active?.controller.abort();
      }
      await Promise.all([...lanes.values()].map((lane) => lane.turn));
    },
  };
}
