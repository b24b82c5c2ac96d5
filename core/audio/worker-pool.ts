import { DomainError } from '../domain-error.ts';
import type { CorePorts, WorkerHandle } from '../ports.ts';
import type { JobKind, JobKinds, JobMessage, ReplyMessage } from './worker-protocol.ts';

export interface PoolOptions {
  entry: URL;
  /** Processes at most. */
  size: number;
  /** A process without work for so long is ended. */
  idleMs: number;
}

export interface JobLimits {
  /** The file that the job is about, for messages. */
  file: string;
  /** Wall clock for this job, in ms. */
  timeoutMs: number;
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
  /** Ends the job under way; null while idle. */
  settle: ((outcome: ReplyMessage | DomainError) => void) | null;
  idleTimer?: NodeJS.Timeout;
}

/**
 * Processes that each work on one job at a time. They start when needed; one that crashed, hung or was
 * cancelled is killed and replaced by a fresh one for the next job.
 */
export function createWorkerPool(ports: Pick<CorePorts, 'spawnWorker' | 'log'>, options: PoolOptions) {
  const workers = new Set<Worker>();
  const queue: Task[] = [];
  let closed = false;

  function spawn(): Worker {
    const worker: Worker = { handle: ports.spawnWorker(options.entry), settle: null };
    workers.add(worker);
    worker.handle.onMessage((message) => worker.settle?.(message as ReplyMessage));
    worker.handle.onExit((code) => {
      if (!workers.delete(worker)) return;
      clearTimeout(worker.idleTimer);
      if (worker.settle) ports.log.warn('decoder process ended in the middle of a job', { code });
      worker.settle?.(new DomainError('DECODER_CRASHED'));
      next();
    });
    return worker;
  }

  function dismiss(worker: Worker) {
    workers.delete(worker);
    clearTimeout(worker.idleTimer);
    worker.handle.kill();
  }

  function next() {
    while (queue.length > 0 && !closed) {
      const idle = [...workers].find((worker) => !worker.settle);
      if (!idle && workers.size >= options.size) return;
      start(idle ?? spawn(), queue.shift()!);
    }
  }

  function start(worker: Worker, { message, limits, resolve, reject }: Task) {
    clearTimeout(worker.idleTimer);
    const { file, signal } = limits;
    const stop = (error: DomainError) => {
      dismiss(worker);
      worker.settle?.(error);
    };
    const timer = setTimeout(() => stop(new DomainError('DECODE_TIMEOUT', { file })), limits.timeoutMs);
    const cancel = () => stop(new DomainError('CANCELLED'));
    signal?.addEventListener('abort', cancel, { once: true });
    worker.settle = (outcome) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      worker.settle = null;
      if (outcome instanceof DomainError) {
        reject(outcome.code === 'DECODER_CRASHED' ? new DomainError('DECODER_CRASHED', { file }) : outcome);
      } else if (outcome.outcome === 'done') resolve(outcome.result);
      else reject(toError(outcome));
      if (workers.has(worker)) rest(worker);
      next();
    };
    worker.handle.post(message);
  }

  function rest(worker: Worker) {
    worker.idleTimer = setTimeout(() => dismiss(worker), options.idleMs);
    worker.idleTimer.unref();
  }

  return {
    /** @throws DomainError of the job; DECODER_CRASHED, DECODE_TIMEOUT, CANCELLED */
    run<K extends JobKind>(
      kind: K,
      request: JobKinds[K]['request'],
      limits: JobLimits,
    ): Promise<JobKinds[K]['result']> {
      return new Promise<JobKinds[JobKind]['result']>((resolve, reject) => {
        if (closed || limits.signal?.aborted) return reject(new DomainError('CANCELLED'));
        const task: Task = { message: { kind, request }, limits, resolve, reject };
        queue.push(task);
        limits.signal?.addEventListener('abort', () => withdraw(task), { once: true });
        next();
      }) as Promise<JobKinds[K]['result']>;
    },
    /** Kills the processes; what is under way or waits is rejected as CANCELLED. */
    close() {
      closed = true;
      for (const task of queue.splice(0)) task.reject(new DomainError('CANCELLED'));
      for (const worker of [...workers]) {
        dismiss(worker);
        worker.settle?.(new DomainError('CANCELLED'));
      }
    },
  };

  function withdraw(task: Task) {
    const at = queue.indexOf(task);
    if (at < 0) return;
    queue.splice(at, 1);
    task.reject(new DomainError('CANCELLED'));
  }
}

function toError(reply: Exclude<ReplyMessage, { outcome: 'done' }>): Error {
  if (reply.outcome === 'expected-error') return new DomainError(reply.code, reply.params);
  return Object.assign(new Error(reply.message), { stack: reply.stack });
}
