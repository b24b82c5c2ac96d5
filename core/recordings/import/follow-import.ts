/** An import's figures as they change, until it ends. */
import { setTimeout } from 'node:timers/promises';
import type { CoreContext } from '../../context.ts';
import type { ImportResult } from '../../contract/index.ts';
import type { Jobs } from '../../jobs/jobs-service.ts';
import { importResult } from './import-result.ts';

const everyMs = 200;
/** Another process may be at the job; its events do not come here. */
const lookAnywayMs = 1000;

export async function* followImport(
  context: CoreContext,
  jobs: Jobs,
  jobId: string,
  signal?: AbortSignal,
): AsyncGenerator<ImportResult> {
  const leave = new AbortController();
  const stop = signal ? AbortSignal.any([signal, leave.signal]) : leave.signal;
  const stream = context.events.subscribe(stop);
  // Asked before the first look, so that no end is missed.
  let event = stream.next();
  try {
    for (let last = ''; !stop.aborted; ) {
      const result = await importResult(context.library, jobs, jobId);
      const now = JSON.stringify(result);
      if (now !== last) yield result;
      last = now;
      if (result.state !== 'running') return;
      await setTimeout(everyMs, undefined, { signal: stop }).catch(() => {});
      const waited = setTimeout(lookAnywayMs, undefined, { ref: false });
      for (;;) {
        const came = await Promise.race([event, waited]);
        if (!came || came.done) break;
        event = stream.next();
        if (came.value.type === 'job' && came.value.job.id === jobId) break;
      }
    }
  } finally {
    leave.abort();
  }
}
