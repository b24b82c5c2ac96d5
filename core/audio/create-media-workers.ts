import { rm, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fromSystemError } from '../domain-error.ts';
import type { CorePorts } from '../ports.ts';
import { partOf } from './atomic-file.ts';
import type { MediaWorkers } from './media-workers.ts';
import { proxyPathOf } from './media-workers.ts';
import { createWorkerPool } from './worker-pool.ts';
import type { JobKind, JobKinds } from './worker-protocol.ts';

/** Processes start on first use and end after idling. */
export function createMediaWorkers(ports: Pick<CorePorts, 'spawnWorker' | 'workers' | 'log'>): MediaWorkers {
  const pool = createWorkerPool(ports, {
    entry: new URL('./worker.ts', import.meta.url),
    size: ports.workers ?? Math.min(availableParallelism(), 4),
    idleMs: 30_000,
    jobsPerProcess: 200,
  });

  /** @param outputs files that a killed worker may leave half written */
  async function run<K extends JobKind>(
    kind: K,
    request: JobKinds[K]['request'],
    outputs: string[],
    signal?: AbortSignal,
  ) {
    const limits = { file: request.path, timeoutMs: timeLimit(await sizeOf(request.path)), signal };
    try {
      return await pool.run(kind, request, limits);
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
    close: async () => pool.close(),
  };
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    throw fromSystemError(error, path);
  }
}

/**
 * Wall clock in ms before a decoder counts as hung. A megabyte holds at most some 20 minutes of speech
 * (AMR, Speex), which an old office PC under load decodes and writes in well under 20 s.
 */
const timeLimit = (bytes: number) => Math.min(60_000 + (bytes / 1e6) * 20_000, 3 * 3600_000);
