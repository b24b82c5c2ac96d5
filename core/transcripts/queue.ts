/** Recordings that wait for a speech engine: one stored job per way of doing it, in its own lane. */
import { isAbsolute } from 'node:path';
import {
  failedItems,
  highestPriority,
  openTranscriptionJob,
  transcriptionTargets,
  updateItem,
  waitingTranscriptions,
} from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import {
  type ErrorCode,
  type ErrorParams,
  errorText,
  type TranscribeWhat,
  type TranscriptionEngineName,
} from '../contract/index.ts';
import { DomainError } from '../domain-error.ts';
import type { Jobs } from '../jobs/jobs-service.ts';
import type { ServiceOf } from '../service.ts';
import { checkModel } from './engines/check-model.ts';
import type { Transcriber } from './engines/transcriber.ts';
import type { Models } from './models.ts';
import { createQueueRunner, type TranscriptionOrder } from './queue-runner.ts';

interface Deps {
  jobs: Jobs;
  transcriber: Transcriber;
  models: Models;
  onStored: (recordingId: string) => Promise<void>;
}

export function createTranscriptionQueue(
  context: CoreContext,
  deps: Deps,
): Pick<ServiceOf<'transcription'>, 'enqueue' | 'prioritise' | 'outcome'> {
  const { library, settings } = context;
  const { jobs, models } = deps;
  jobs.define('transcribe', createQueueRunner(context, deps));

  /** What is asked for, the rest as set. @throws DomainError MODEL_MISSING, MODEL_DAMAGED */
  async function orderOf(what: Partial<TranscribeWhat>): Promise<TranscriptionOrder> {
    const set = await settings.get();
    const engine = what.engine ?? engineFor(what.model) ?? set.transcriptionEngine;
    const chosen = what.model ?? (engine === set.transcriptionEngine ? set.transcriptionModel : '');
    const model = await models.pathOf(engine, chosen);
    await checkModel(engine, model);
    return {
      engine,
      model,
      language: what.language ?? set.transcriptionLanguage,
      vocabulary: set.transcriptionVocabulary,
      replace: what.replace ?? false,
    };
  }

  return {
    async enqueue({ recordingIds, first = false, ...what }) {
      const targets = await transcriptionTargets(library, recordingIds);
      if (targets.length === 0) throw new DomainError('RECORDING_NOT_FOUND', { id: recordingIds[0]! });
      const order = await orderOf(what);
      const waiting = await waitingTranscriptions(library.db);
      const wanted = targets.filter((target) => order.replace || target.has_transcript === 0);
      const fresh = wanted.filter(({ id }) => !waiting.has(id));
      const priority = first ? await highestPriority(library.db) : 0;
      if (first)
        for (const { id } of wanted)
          if (waiting.has(id)) await updateItem(library.db, waiting.get(id)!.id, { priority });
      const items = fresh.map(({ id, file }) => ({ id: context.newId(), path: file, recording_id: id, priority }));
      const kept = targets.length - wanted.length;
      if (items.length === 0) return { jobId: null, queued: 0, kept };
      const open = await openTranscriptionJob(library.db, JSON.stringify(order));
      if (open) await jobs.append(open, items);
      const label = items.length === 1 ? items[0]!.path : '';
      const jobId = open ?? (await jobs.create({ kind: 'transcribe', label, payload: order, items }));
      return { jobId, queued: items.length, kept };
    },

    async outcome({ jobId }) {
      const { job, stopped } = await jobs.look(jobId);
      const failed = await failedItems(library.db, jobId, shownFailures);
      return {
        state: job.state,
        stopped: stopped && fault(stopped.code, stopped.params),
        failed: failed.map(({ recording_id, path, code, params }) => ({
          recordingId: recording_id,
          file: path,
          ...fault((code ?? 'INTERNAL') as ErrorCode, JSON.parse(params ?? '{}') as ErrorParams),
        })),
      };
    },

    async prioritise({ recordingId }) {
      const item = (await waitingTranscriptions(library.db)).get(recordingId);
      if (item) await updateItem(library.db, item.id, { priority: await highestPriority(library.db) });
      return { waiting: item !== undefined };
    },
  };
}

const shownFailures = 1000;
const fault = (code: ErrorCode, params: ErrorParams) => ({
  code,
  message: { zh: errorText(code, params, 'zh'), en: errorText(code, params, 'en') },
});

/** A model elsewhere tells its engine: sherpa-onnx takes folders, whisper.cpp files in ggml format. */
function engineFor(model: string | undefined): TranscriptionEngineName | null {
  if (model === undefined || !isAbsolute(model)) return null;
  return /\.(bin|gguf|ggml)$/i.test(model) ? 'whisper.cpp' : 'sherpa-onnx';
}
