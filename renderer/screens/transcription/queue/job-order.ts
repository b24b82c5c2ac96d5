/** Which jobs people have to see, in which order, and how far each is: pure. */
import type { Job } from '../../../../core/contract/index.ts';

export const isOpen = ({ state }: Job): boolean => state === 'running' || state === 'queued' || state === 'paused';

/** Failed files of imports and analyses have a list of their own. */
const tellsFailures = ({ kind }: Job): boolean => kind === 'transcribe' || kind === 'download' || kind === 'build';

/** It stopped, or some of it failed, and nobody has said what to do about it. */
export const needsAttention = (job: Job): boolean =>
  tellsFailures(job) && (job.state === 'failed' || (job.state !== 'cancelled' && job.failed > 0));

const places: Partial<Record<Job['state'], number>> = { running: 0, queued: 1, paused: 2, failed: 3 };

/** What runs first, then what waits as it will come, what rests, and what failed. */
export function shownJobs(jobs: readonly Job[]): Job[] {
  const place = (job: Job) => places[job.state] ?? 4;
  return jobs
    .filter((job) => isOpen(job) || needsAttention(job))
    .sort((a, b) => place(a) - place(b) || a.createdAt - b.createdAt);
}

/** Share of the work that is done; null: nothing can be told yet. */
export function fractionOf({ fraction, done, total }: Job): number | null {
  return fraction ?? (total > 0 ? done / total : null);
}
