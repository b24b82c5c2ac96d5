import { DomainError } from '../domain-error.ts';
import type { CorePorts, WorkerHandle } from '../ports.ts';
import type { JobKind, JobKinds, JobMessage, ProgressMessage, ReplyMessage } from './worker-protocol.ts';

export interface PoolOptions {
  entry: URL;
  /** Processes at most. */
  size: number;
  /** A process without work for so long is ended. */
  idleMs: number;
  /** A process is replaced after so many jobs: native memory that the binding gives back late cannot pile up. */
  jobsPerProcess: number;
  /** A process that decodes nothing for so long hangs. How long a whole file takes is no ground. */
  stallMs: number;
}

export interface JobLimits {
  /** The file that the job is about, for messages. */
  file: string;
  signal?: AbortSignal;
}

interface Task {
  message: JobMessage;
  limits: JobLimits;
  resolve(result: JobKinds[JobKind]['result']): void;
  reject(error: unknown): void;
}

interface Worker {
  handle: WorkerHandle;
  /** What it works on; null while idle. */
  task: Task | null;
  jobsDone: number;
  /** Seconds of sound that its job had decoded when it last told. */
  decoded: number;
  /** Ticks without progress. */
  still: number;
  /** Of the job under way, or of idling. */
  timer?: NodeJS.Timeout;
}

/**
 * Stillness is counted in ticks of the pool's own clock: while the computer sleeps, or is too busy to run the pool,
 * no ticks pass, and no decoder is given up for it.
 */
const ticksPerStall = 24;

/**
 * Processes that each work on one job at a time. They start when needed; one that crashed, hung or was
 * cancelled is killed and replaced by a fresh one for the next job.
 */
export function createWorkerPool(ports: Pick<CorePorts, 'spawnWorker' | 'log'>, options: PoolOptions) {
  const workers = new Set<Worker>();
  const queue: Task[] = [];
  let closed = false;

  function spawn(): Worker {
    const worker: Worker = { handle: ports.spawnWorker(options.entry), task: null, jobsDone: 0, decoded: 0, still: 0 };
    workers.add(worker);
    worker.handle.onMessage((message) => hear(worker, message as ReplyMessage | ProgressMessage));
    worker.handle.onExit((code) => {
      if (!workers.has(worker)) return;
      const file = worker.task?.limits.file;
      if (file !== undefined) ports.log.warn('decoder process ended in the middle of a file', { code });
      end(worker, new DomainError('DECODER_CRASHED', { file: file ?? '' }));
    });
    return worker;
  }

  /** Hands waiting jobs to idle processes, starting processes as far as allowed. */
  function next() {
    while (queue.length > 0 && !closed) {
      const idle = [...workers].find((worker) => !worker.task);
      if (!idle && workers.size >= options.size) return;
      start(idle ?? spawn(), queue.shift()!);
    }
  }

  function start(worker: Worker, task: Task) {
    clearTimeout(worker.timer);
    Object.assign(worker, { task, decoded: 0, still: 0 });
    worker.timer = setInterval(() => watch(worker, task.limits.file), options.stallMs / ticksPerStall);
    worker.handle.post(task.message);
  }

  function watch(worker: Worker, file: string) {
    worker.still += 1;
    if (worker.still >= ticksPerStall) end(worker, new DomainError('DECODE_TIMEOUT', { file }));
  }

  function hear(worker: Worker, message: ReplyMessage | ProgressMessage) {
    if (message.outcome !== 'progress') return finish(worker, message);
    if (message.seconds !== worker.decoded) worker.still = 0;
    worker.decoded = message.seconds;
  }

  function finish(worker: Worker, reply: ReplyMessage) {
    const { task } = worker;
    if (!task) return;
    clearTimeout(worker.timer);
    worker.task = null;
    worker.jobsDone++;
    if (reply.outcome === 'done') task.resolve(reply.result);
    else task.reject(toError(reply));
    if (worker.jobsDone >= options.jobsPerProcess) return end(worker);
    worker.timer = setTimeout(() => end(worker), options.idleMs);
    worker.timer.unref();
    next();
  }

  /** Kills a process; what it worked on is rejected with the reason. */
  function end(worker: Worker, reason?: DomainError) {
    clearTimeout(worker.timer);
    workers.delete(worker);
    worker.handle.kill();
    const { task } = worker;
    worker.task = null;
    task?.reject(reason);
    next();
  }

  function cancel(task: Task) {
    const reason = new DomainError('CANCELLED');
    const worker = [...workers].find((one) => one.task === task);
    if (worker) return end(worker, reason);
    const at = queue.indexOf(task);
    if (at >= 0) queue.splice(at, 1);
    task.reject(reason);
  }

  return {
    /** @throws DomainError of the job; DECODER_CRASHED, DECODE_TIMEOUT, CANCELLED */
    async run<K extends JobKind>(kind: K, request: JobKinds[K]['request'], limits: JobLimits) {
      if (closed || limits.signal?.aborted) throw new DomainError('CANCELLED');
      const { promise, resolve, reject } = Promise.withResolvers<JobKinds[JobKind]['result']>();
      const task: Task = { message: { kind, request }, limits, resolve, reject };
      const onAbort = () => cancel(task);
      limits.signal?.addEventListener('abort', onAbort);
      queue.push(task);
      next();
      try {
        return (await promise) as JobKinds[K]['result'];
      } finally {
        limits.signal?.removeEventListener('abort', onAbort);
      }
    },
    /** Kills the processes; what is under way or waits is rejected as CANCELLED. */
    close() {
      closed = true;
      for (const task of [...queue]) cancel(task);
      for (const worker of [...workers]) end(worker, new DomainError('CANCELLED'));
    },
  };
}

function toError(reply: Exclude<ReplyMessage, { outcome: 'done' }>): Error {
  if (reply.outcome === 'expected-error') return new DomainError(reply.code, reply.params);
  return Object.assign(new Error(reply.message), { stack: reply.stack });
}
