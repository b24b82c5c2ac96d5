/** The queue as people see it: what waits, how a job went, and what they do about failures. */
import { failedItems, pendingItems, waitingInOrder } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import { type Bilingual, type ErrorCode, type ErrorParams, errorText } from '../contract/index.ts';
import { DomainError } from '../domain-error.ts';
import type { Jobs } from '../jobs/jobs-service.ts';
import type { ServiceOf } from '../service.ts';
import type { ItemInWork, TranscriptionOrder } from './queue-runner.ts';

interface Deps {
  jobs: Jobs;
  inWork: ReadonlyMap<string, ItemInWork>;
  enqueue: ServiceOf<'transcription'>['enqueue'];
}

const shownFailures = 1000;

export function createQueueView(
  { library }: Pick<CoreContext, 'library'>,
  { jobs, inWork, enqueue }: Deps,
): Pick<ServiceOf<'transcription'>, 'queue' | 'outcome' | 'retry' | 'dismiss'> {
  return {
    async queue({ limit }) {
      const { total, items } = await waitingInOrder(library.db, [...inWork.keys()], limit);
      const recordings = items.map(({ id, job_id, recording_id, path, duration_ms }) => ({
        jobId: job_id,
        recordingId: recording_id,
        file: path,
        durationMs: duration_ms,
        fraction: inWork.get(id)?.fraction ?? null,
      }));
      return { total, recordings };
    },

    async outcome({ jobId }) {
      const { job, stopped } = await jobs.look(jobId);
      const failed = await failedItems(library.db, jobId, shownFailures);
      return {
        state: job.state,
        stopped: stopped && faultOf(stopped.code, stopped.params),
        failed: failed.map(({ recording_id, path, code, params }) => ({
          recordingId: recording_id,
          file: path,
          ...faultOf((code ?? 'INTERNAL') as ErrorCode, JSON.parse(params ?? '{}') as ErrorParams),
        })),
      };
    },

    async retry({ jobId }, call) {
      const { job } = await jobs.look(jobId);
      if (job.kind !== 'transcribe') throw new DomainError('JOB_NOT_FOUND');
      const failed = await failedItems(library.db, jobId, -1);
      const left = job.state === 'failed' ? await pendingItems(library.db, jobId, -1, -1) : [];
      const recordingIds = [...failed, ...left].flatMap(({ recording_id }) => recording_id ?? []);
      if (recordingIds.length === 0) return { jobId: null, queued: 0, kept: 0 };
      const { replace, overCorrections, asked } = JSON.parse(job.payload) as TranscriptionOrder;
      const queued = await enqueue({ ...asked, recordingIds, replace, overCorrections, first: false }, call);
      await settle(jobId, failed);
      return queued;
    },

    async dismiss({ jobId }) {
      return { dismissed: await settle(jobId, await failedItems(library.db, jobId, -1)) };
    },
  };

  /** Nothing of the job is open any more. */
  async function settle(jobId: string, failed: readonly { id: string }[]): Promise<number> {
    const ids = failed.map(({ id }) => id);
    const dismissed = await jobs.dismiss(jobId, ids);
    if ((await jobs.look(jobId)).job.state === 'failed') await jobs.cancel({ id: jobId }, {});
    return dismissed;
  }
}

export function faultOf(code: ErrorCode, params: ErrorParams): { code: string; message: Bilingual } {
  return { code, message: { zh: errorText(code, params, 'zh'), en: errorText(code, params, 'en') } };
}
