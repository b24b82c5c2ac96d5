import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { CorePorts } from '../ports.ts';
import { partOf } from './atomic-file.ts';
import type { MediaWorkers } from './media-workers.ts';
import { proxyPathOf } from './media-workers.ts';
import { createWorkerPool } from './worker-pool.ts';
import type { JobKind, JobKinds } from './worker-protocol.ts';

/**
 * Longest time without a decoded second. Starting a process, reading a file from a slow share and judging the measures
 * of a day's recording take well under a minute even on an old office PC under load.
 */
const stallMs = 120_000;

/** Processes start on first use and end after idling. */
export function createMediaWorkers(
  ports: Pick<CorePorts, 'spawnWorker' | 'workers' | 'log'>,
  limits: { stallMs: number } = { stallMs },
): MediaWorkers {
  const pool = createWorkerPool(ports, {
    entry: new URL('./worker.ts', import.meta.url),
    size: ports.workers ?? Math.min(availableParallelism(), 4),
    idleMs: 30_000,
    jobsPerProcess: 200,
    ...limits,
  });

  /** @param outputs files that a killed worker may leave half written */
  async function run<K extends JobKind>(
    kind: K,
    request: JobKinds[K]['request'],
    outputs: string[],
    signal?: AbortSignal,
  ) {
    try {
      return await pool.run(kind, request, { file: request.path, signal });
    } catch (error) {
      // Windows may still hold the dead process's file; what stays is overwritten by the next try.
      for (const output of outputs) await rm(partOf(output), { force: true }).catch(() => {});
      throw error;
    }
  }
  return {
    ingest: (request, signal) => run('ingest', request, [request.peaksPath, proxyPathOf(request)], signal),
    measure: (request, signal) => run('measure', request, [], signal),
    cut: (request, signal) => run('cut', request, [request.outPath], signal),
    join: (request, signal) => run('join', request, [request.outPath], signal),
    close: async () => pool.close(),
  };
}
