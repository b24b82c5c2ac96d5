import { availableParallelism } from 'node:os';
import { pendingItems, type StoredItem } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import type { JobRun } from './job-run.ts';

const page = 200;

/** Works on the pending items of a job, as many at a time as files are decoded; the first error ends it. */
export async function forEachItem(
  context: Pick<CoreContext, 'library' | 'workers'>,
  run: Pick<JobRun, 'id'>,
  work: (item: StoredItem) => Promise<void>,
): Promise<void> {
  await inParallel(context.workers ?? Math.min(availableParallelism(), 4), itemsOf(context, run), work);
}

/** The pending items of a job, up to 200 at a time, for work that takes many together. */
export async function* itemPages(
  context: Pick<CoreContext, 'library'>,
  run: Pick<JobRun, 'id'>,
): AsyncGenerator<StoredItem[]> {
  for (let after = -1; ; ) {
    const items = await pendingItems(context.library.db, run.id, after, page);
    if (items.length === 0) return;
    yield items;
    after = items.at(-1)!.seq;
  }
}

async function* itemsOf(context: Pick<CoreContext, 'library'>, run: Pick<JobRun, 'id'>): AsyncGenerator<StoredItem> {
  for await (const items of itemPages(context, run)) yield* items;
}

/** Runs the work on at most `lanes` items at a time; the first error ends it once the lanes have come to rest. */
async function inParallel<T>(lanes: number, items: AsyncGenerator<T>, work: (item: T) => Promise<void>): Promise<void> {
  let stopped = false;
  const lane = async () => {
    while (!stopped) {
      const next = await items.next();
      if (next.done) return;
      try {
        await work(next.value);
      } catch (error) {
        stopped = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}
