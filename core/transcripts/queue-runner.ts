/** Works through a job of recordings to transcribe: so many at once as cores are spare, the most wanted first. */
import { availableParallelism } from 'node:os';
import { claimItem, finishItem, isPending, releaseItems, type StoredItem, waitingMs } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import type { Settings, SpokenLanguage, TranscribeWhat, TranscriptionEngineName } from '../contract/index.ts';
import { DomainError } from '../domain-error.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { availableMemory, checkModel } from './engines/check-model.ts';
import { engineFaults, type Transcriber } from './engines/transcriber.ts';
import type { Models } from './models.ts';
import { transcribeRecording } from './queue-item.ts';
import { createProgress } from './queue-progress.ts';

/** What is to be done with every recording of a job, as stored with it. */
export interface TranscriptionOrder {
  engine: TranscriptionEngineName;
  /** Absolute path. */
  model: string;
  language: SpokenLanguage;
  vocabulary: string[];
  replace: boolean;
  /** Also what a person corrected; that is kept to be brought back. */
  overCorrections: boolean;
  /** Of these what was asked for by name, to be retried with; what is missing came from the settings. */
  asked?: Pick<TranscribeWhat, 'engine' | 'model' | 'language'>;
}

/** An item that is worked on. */
export interface ItemInWork {
  fraction: number;
  /** Stops this one; a person took it out of the queue. */
  withdrawn: AbortController;
}

interface Deps {
  transcriber: Transcriber;
  models: Models;
  /** By the item's id. */
  inWork: Map<string, ItemInWork>;
  onStored: (recordingId: string) => Promise<void>;
}

export function createQueueRunner(context: CoreContext, deps: Deps): (run: JobRun) => Promise<void> {
  const { library } = context;
  const { inWork } = deps;

  return async (run) => {
    const order = run.payload as TranscriptionOrder;
    const { memory, weights } = await checkModel(order.engine, order.model);
    const plan = sharing(await context.settings.get(), availableParallelism(), availableMemory() / memory);
    const modelSha256 = await deps.models.sha256(weights);
    const progress = createProgress(context.clock, (fraction, leftMs) => run.estimate(fraction, leftMs));
    // One process at a time does a job: what is claimed was left behind.
    await releaseItems(library.db, run.id);
    progress.waiting(await waitingMs(library.db, run.id));
    let stopped = false;

    async function lane(): Promise<void> {
      while (!stopped && !run.signal.aborted && !run.yields()) {
        const item = await claimItem(library.db, run.id);
        if (!item) return;
        try {
          await workOn(item);
        } catch (error) {
          stopped = true;
          throw error;
        } finally {
          inWork.delete(item.id);
        }
      }
    }
    async function workOn(item: StoredItem): Promise<void> {
      run.working(item.path);
      const own: ItemInWork = { fraction: 0, withdrawn: new AbortController() };
      inWork.set(item.id, own);
      // From here on a withdrawal finds it in work; one that came before has taken it out.
      if (!(await isPending(library.db, item.id))) return;
      let finished = false;
      try {
        const stored = await transcribeRecording(context, deps, item.recording_id ?? '', {
          ...order,
          modelSha256,
          threads: plan.threads,
          signal: AbortSignal.any([run.signal, own.withdrawn.signal]),
          finish: (trx) => finishItem(trx, item.id, { state: 'done' }),
          onFinished() {
            finished = true;
            run.finished('done');
          },
          onProgress(fraction, doneMs) {
            own.fraction = fraction;
            progress.working(item.id, doneMs);
          },
        });
        if (!stored) await run.finish(item.id, { state: 'duplicate' });
      } catch (error) {
        // Stopped in the middle: it stays pending.
        if (run.signal.aborted) return;
        // Taken out of the queue, or of the library.
        const gone = error instanceof DomainError && error.code === 'RECORDING_NOT_FOUND';
        if (own.withdrawn.signal.aborted || gone) await run.withdraw(item.id);
        else if (finished || !(error instanceof DomainError) || engineFaults.has(error.code)) throw error;
        else await run.finish(item.id, { state: 'failed', code: error.code, params: JSON.stringify(error.params) });
      }
      progress.finished(item.id, await waitingMs(library.db, run.id));
    }
    const ends = await Promise.allSettled(Array.from({ length: plan.lanes }, lane));
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
  };
}

/**
 * How cores are shared: one stays free for the person at the screen. More than four threads hardly speed up one
 * engine, so that further cores take further recordings, as far as the models fit into the memory.
 */
export function sharing(
  { transcriptionThreads }: Pick<Settings, 'transcriptionThreads'>,
  cores: number,
  modelsInMemory: number,
): { threads: number; lanes: number } {
  const spare = Math.max(1, cores - 1);
  const threads = transcriptionThreads || Math.min(4, spare);
  return { threads, lanes: Math.max(1, Math.min(Math.floor(spare / threads), Math.floor(modelsInMemory))) };
}
