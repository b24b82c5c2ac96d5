/** Recordings that wait for a speech engine: one stored job per way of doing it, in its own lane. */
import { basename } from 'node:path';
import {
  correctionCounts,
  highestPriority,
  importedRecordings,
  openTranscriptionJob,
  recordingIds as recordingsThat,
  type TranscriptionTarget,
  transcriptionTargets,
  updateItem,
  waitingTranscriptions,
} from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import type { RecordingFilter } from '../contract/index.ts';
import { DomainError } from '../domain-error.ts';
import type { Jobs } from '../jobs/jobs-service.ts';
import { criteriaOf } from '../recordings/recording-criteria.ts';
import type { ServiceOf } from '../service.ts';
import { withoutCorrected } from './corrections/spare-corrected.ts';
import type { Transcriber } from './engines/transcriber.ts';
import type { Models } from './models.ts';
import { createOrderMaker } from './queue-order.ts';
import { createQueueRunner, type ItemInWork, type TranscriptionOrder } from './queue-runner.ts';
import { createQueueView, faultOf } from './queue-view.ts';

interface Deps {
  jobs: Jobs;
  transcriber: Transcriber;
  models: Models;
  onStored: (recordingId: string) => Promise<void>;
}
interface Which {
  recordingIds?: string[] | undefined;
  filter?: RecordingFilter | undefined;
}
type Operations = 'enqueue' | 'plan' | 'prioritise' | 'withdraw' | 'queue' | 'outcome' | 'retry' | 'dismiss';
type Enqueued = Awaited<ReturnType<ServiceOf<'transcription'>['enqueue']>>;

export interface TranscriptionQueue extends Pick<ServiceOf<'transcription'>, Operations> {
  /** Queues what an import brought in without a transcript, where that is set. */
  enqueueImported(importId: string): Promise<void>;
}

/** More than any library holds. */
const everything = 1_000_000_000;

export function createTranscriptionQueue(context: CoreContext, deps: Deps): TranscriptionQueue {
  const { library, settings } = context;
  const { jobs, models } = deps;
  const inWork = new Map<string, ItemInWork>();
  const orders = createOrderMaker(settings, models);
  jobs.define('transcribe', createQueueRunner(context, { ...deps, inWork }));

  /** @throws DomainError RECORDING_NOT_FOUND when there is none */
  async function targetsOf({ recordingIds, filter }: Which): Promise<TranscriptionTarget[]> {
    const newestFirst = { by: 'startedAt', descending: true } as const;
    const ids =
      recordingIds ??
      (await recordingsThat(
        library,
        await criteriaOf(library, filter ?? {}, (await settings.get()).timeZone),
        newestFirst,
        {
          offset: 0,
          limit: everything,
        },
      ));
    const targets = await transcriptionTargets(library, ids);
    if (targets.length === 0) throw new DomainError('RECORDING_NOT_FOUND', { id: ids[0] ?? '' });
    return targets;
  }

  const waitingOf = (targets: readonly { id: string }[]) =>
    waitingTranscriptions(
      library.db,
      targets.map(({ id }) => id),
    );

  async function add(targets: TranscriptionTarget[], order: TranscriptionOrder, first: boolean): Promise<Enqueued> {
    const waiting = await waitingOf(targets);
    const asked = targets.filter((target) => order.replace || target.has_transcript === 0);
    const wanted = order.overCorrections ? asked : await withoutCorrected(library.db, asked);
    const fresh = wanted.filter(({ id }) => !waiting.has(id));
    if (first) for (const { id } of wanted) await putFirst(waiting.get(id));
    const priority = first ? await highestPriority(library.db) : 0;
    const items = fresh.map(({ id, file }) => ({ id: context.newId(), path: file, recording_id: id, priority }));
    const kept = targets.length - wanted.length;
    if (items.length === 0) return { jobId: null, queued: 0, kept };
    const open = await openTranscriptionJob(library.db, JSON.stringify(order));
    if (open) await jobs.append(open, items);
    const label = items.length === 1 ? items[0]!.path : '';
    const jobId = open ?? (await jobs.create({ kind: 'transcribe', label, payload: order, items }));
    if (first) await jobs.putFirst(jobId);
    return { jobId, queued: items.length, kept };
  }
  async function putFirst(item: { id: string; job_id: string } | undefined): Promise<boolean> {
    if (!item) return false;
    if (!inWork.has(item.id)) {
      await updateItem(library.db, item.id, { priority: await highestPriority(library.db) });
      await jobs.putFirst(item.job_id);
      context.events.changed('jobs');
    }
    return true;
  }
  const enqueue: TranscriptionQueue['enqueue'] = async ({ recordingIds, filter, first = false, ...asked }) =>
    add(await targetsOf({ recordingIds, filter }), await orders.checked(asked), first);

  return {
    ...createQueueView(context, { jobs, inWork, enqueue }),
    enqueue,

    async plan(which) {
      const targets = await targetsOf(which);
      const waiting = await waitingOf(targets);
      const resting = targets.filter(({ id }) => !waiting.has(id));
      const corrected = await correctionCounts(
        library.db,
        resting.map(({ id }) => id),
      );
      const { engine, model } = await orders.unchecked({});
      const fault = await orders.checked({}).then(
        () => null,
        (error) => {
          if (error instanceof DomainError) return faultOf(error.code, error.params);
          throw error;
        },
      );
      return {
        recordings: targets.length,
        transcribed: targets.filter((target) => target.has_transcript === 1).length,
        waiting: targets.length - resting.length,
        missing: sumOf(resting.filter((target) => target.has_transcript === 0)),
        all: { ...sumOf(resting), corrected: corrected.size },
        engine,
        model: fault ? null : basename(model),
        fault,
      };
    },

    async prioritise({ recordingId }) {
      return { waiting: await putFirst((await waitingOf([{ id: recordingId }])).get(recordingId)) };
    },

    async withdraw({ recordingIds }) {
      const waiting = await waitingTranscriptions(library.db, recordingIds);
      const withdrawn = await jobs.withdraw(recordingIds.flatMap((id) => waiting.get(id)?.id ?? []));
      // Of what is in work here the engine is stopped; another process stores nothing of it.
      for (const id of withdrawn) inWork.get(id)?.withdrawn.abort();
      return { withdrawn: withdrawn.length };
    },

    async enqueueImported(importId) {
      if (!(await settings.get()).transcribeAfterImport) return;
      const ids = (await importedRecordings(library.db, importId)).map(({ id }) => id);
      const targets = await transcriptionTargets(library, ids);
      if (targets.length > 0) await add(targets, await orders.unchecked({}), false);
    },
  };
}

const sumOf = (targets: readonly TranscriptionTarget[]) => ({
  calls: targets.length,
  ms: targets.reduce((sum, { duration_ms }) => sum + (duration_ms ?? 0), 0),
});
