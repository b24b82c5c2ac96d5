/** An import's figures as they change, until it ends. */
import { setTimeout } from 'node:timers/promises';
import type { CoreContext } from '../../context.ts';
import type { AppEvent, ImportResult, Job } from '../../contract/index.ts';
import type { Jobs } from '../../jobs/jobs-service.ts';
import { importResult } from './import-result.ts';

const everyMs = 200;
/** Another process may be at the job; its events do not come here. */
const lookAnywayMs = 1000;

/** At most five times a second while it runs, and once when it has ended. */
export async function* followImport(
  context: CoreContext,
  jobs: Jobs,
  jobId: string,
  signal?: AbortSignal,
): AsyncGenerator<ImportResult> {
  const leave = new AbortController();
  const stop = signal ? AbortSignal.any([signal, leave.signal]) : leave.signal;
  // Listening before the first look, so that no end is missed.
  const nextChange = changesOf(context.events.subscribe(stop), jobId);
  try {
    for (let last = ''; !stop.aborted; await nextChange()) {
      const result = await importResult(context, jobs, jobId);
      const now = JSON.stringify(result);
      if (now !== last) yield result;
      last = now;
      if (result.state !== 'running') return;
    }
  } finally {
    leave.abort();
  }
}

/** Waits until a look is worth while: the job ended; it changed and the pause is over; or nothing was heard for long. */
function changesOf(stream: AsyncGenerator<AppEvent>, jobId: string): () => Promise<void> {
  let event = stream.next();
  return async () => {
    const asked = performance.now();
    for (let wait = lookAnywayMs; ; ) {
      const timer = new AbortController();
      const left = Math.max(0, asked + wait - performance.now());
      const silence = setTimeout(left, null, { signal: timer.signal }).catch(() => null);
      const came = await Promise.race([event, silence]);
      timer.abort();
      if (came === null || came.done) return;
      event = stream.next();
      if (came.value.type !== 'job' || came.value.job.id !== jobId) continue;
      if (hasEnded(came.value.job)) return;
      wait = everyMs;
    }
  };
}

function hasEnded({ state }: Job): boolean {
  return state !== 'queued' && state !== 'running';
}
