import { setTimeout } from 'node:timers/promises';
import type { Job } from '../core/contract/index.ts';
import type { Client, Surroundings } from './command.ts';

const EVERY_MS = 50;

/** Waits until no work is left that would die with this process. @returns the jobs as they ended */
export async function jobsDone(here: Surroundings, opened?: Client): Promise<Job[]> {
  const client = opened ?? (await here.client());
  for (;;) {
    const jobs = await client.jobs.list();
    const busy = jobs.filter((job) => job.state === 'queued' || job.state === 'running');
    if (busy.length === 0) return jobs;
    if (here.signal.aborted) await Promise.all(busy.map((job) => client.jobs.cancel({ id: job.id }).catch(() => {})));
    here.progress(busy.map((job) => `${job.done}/${job.total}`).join(' '));
    await setTimeout(EVERY_MS);
  }
}
