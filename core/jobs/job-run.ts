/** A job in work: what its runner is given, its figures, and how fast they change. */
import type { Db, ItemCounts, LibraryDb, NewItem, StoredItem, StoredJob } from '../../db/index.ts';
import { appendItems, finishItem, finishItems, setJobResult, withdrawItems } from '../../db/index.ts';
import type { Job } from '../contract/index.ts';
import type { Clock } from '../ports.ts';

type EndState = 'done' | 'duplicate' | 'failed';

/** What a kind of job does its work with. */
export interface JobRun {
  id: string;
  payload: unknown;
  /** As saved by the part that ran before, if any. */
  result: unknown;
  /** Aborted when the job is to stop: paused, cancelled, or the program is closing. */
  signal: AbortSignal;
  /** Another job is to go first: come to rest after what is in work, the rest stays pending. */
  yields(): boolean;
  /** @param current name of the file in work */
  working(current: string): void;
  saveResult(result: unknown): Promise<void>;
  finish(itemId: string, change: { state: EndState } & Partial<StoredItem>): Promise<void>;
  /** Counts an item that was finished in the commit that stored what it brought (`finishItem`). */
  finished(state: EndState): void;
  /** Finishes many items in the one commit that stores what they brought. @param store works on that transaction */
  finishTogether(itemIds: readonly string[], store: (tx: Db) => Promise<void>): Promise<void>;
  /** What is left, where the kind of work knows better than by counting items. @param fraction of the whole, 0..1 */
  estimate(fraction: number, remainingMs: number | null): void;
  /** Leaves an item out that a person took out of the work. */
  withdraw(itemId: string): Promise<void>;
  /** Adds an item that has already failed. */
  addFailed(item: NewItem): Promise<void>;
}

export interface ActiveJob {
  job: StoredJob;
  counts: ItemCounts;
  controller: AbortController;
  current: string | null;
  /** Items were added while it ran. */
  appended: boolean;
  /** Another job is to go first. */
  yielding: boolean;
  /** As the runner says. */
  estimated: { fraction: number; remainingMs: number | null } | null;
  run: JobRun;
  remainingMs(): number | null;
}

/** @param changed called after every change of the figures */
export function createActiveJob(
  library: LibraryDb,
  job: StoredJob,
  counts: ItemCounts,
  clock: Clock,
  changed: () => void,
): ActiveJob {
  const controller = new AbortController();
  const startedAt = clock();
  let finished = 0;
  const active: ActiveJob = {
    job,
    counts,
    controller,
    current: null,
    appended: false,
    yielding: false,
    estimated: null,
    remainingMs: () => (finished === 0 ? null : Math.round(((clock() - startedAt) / finished) * counts.pending)),
    run: {
      id: job.id,
      payload: JSON.parse(job.payload),
      result: job.result === null ? null : JSON.parse(job.result),
      signal: controller.signal,
      yields: () => active.yielding,
      working(current) {
        active.current = current;
        changed();
      },
      estimate(fraction, remainingMs) {
        active.estimated = { fraction, remainingMs };
        changed();
      },
      saveResult: (result) => setJobResult(library.db, job.id, result),
      async finish(itemId, change) {
        if (await finishItem(library.db, itemId, change)) active.run.finished(change.state);
      },
      finished(state) {
        counts.pending--;
        counts[state]++;
        finished++;
        changed();
      },
      async finishTogether(itemIds, store) {
        await library.db.transaction().execute(async (tx) => {
          await store(tx);
          await finishItems(tx, itemIds);
        });
        counts.pending -= itemIds.length;
        counts.done += itemIds.length;
        finished += itemIds.length;
        changed();
      },
      async withdraw(itemId) {
        counts.pending -= (await withdrawItems(library.db, [itemId])).length;
        changed();
      },
      async addFailed(item) {
        await appendItems(library.db, job.id, [{ ...item, state: 'failed' }]);
        counts.failed++;
        changed();
      },
    },
  };
  return active;
}

/** The job as the contract shows it. */
export function jobView(job: StoredJob, counts: ItemCounts, active?: ActiveJob): Job {
  const { pending, done, duplicate, failed, dismissed } = counts;
  return {
    id: job.id,
    kind: job.kind,
    state: job.state,
    label: job.label,
    total: pending + done + duplicate + failed + dismissed,
    done: done + duplicate + failed + dismissed,
    duplicates: duplicate,
    failed,
    current: active?.current ?? null,
    remainingMs: active?.estimated ? active.estimated.remainingMs : (active?.remainingMs() ?? null),
    ...(active?.estimated ? { fraction: active.estimated.fraction } : {}),
    createdAt: job.created_at,
  };
}
