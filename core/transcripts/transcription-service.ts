/** Speech to text: which engines and models there are, and the queue of recordings. */
import { join } from 'node:path';
import type { CoreContext } from '../context.ts';
import type { Bilingual, TranscriptionEngineName } from '../contract/index.ts';
import { DomainError } from '../domain-error.ts';
import type { Jobs } from '../jobs/jobs-service.ts';
import type { ServiceOf } from '../service.ts';
import { createEngineBuild } from './engine-build.ts';
import { engineTitles } from './engines/engine-titles.ts';
import { separationFiles, separationFolder } from './engines/separation-files.ts';
import type { Transcriber } from './engines/transcriber.ts';
import { createModels } from './models.ts';
import { modelsFor, separationModel } from './models-catalogue.ts';
import { createModelDownloads } from './models-download.ts';
import { createTranscriptionQueue, type TranscriptionQueue } from './queue.ts';
import { faultOf } from './queue-view.ts';

interface Deps {
  jobs: Jobs;
  transcriber: Transcriber;
  /** What rests on transcripts and has to follow. */
  onStored: (recordingId: string) => Promise<void>;
}

export interface Transcription extends ServiceOf<'transcription'>, Pick<TranscriptionQueue, 'enqueueImported'> {}

export function createTranscription(context: CoreContext, deps: Deps): Transcription {
  const knownModels = modelsFor(process.platform, process.arch);
  const models = createModels(context, knownModels);
  const downloads = createModelDownloads(context, {
    jobs: deps.jobs,
    models,
    known: [...knownModels, separationModel],
  });
  const queue = createTranscriptionQueue(context, { ...deps, models });

  const build = createEngineBuild(context, deps.jobs);

  const unavailable = async (engine: TranscriptionEngineName): Promise<Bilingual | null> => {
    try {
      await deps.transcriber.tryEngine(engine);
      return null;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return faultOf(error.code, error.params).message;
    }
  };
  return {
    async engines() {
      const { transcriptionEngine } = await context.settings.get();
      const canBuild = await build.possible();
      const all = Object.entries(engineTitles).map(async ([key, title]) => {
        const name = key as TranscriptionEngineName;
        const why = await unavailable(name);
        return { name, title, unavailable: why, toBuild: name === 'whisper-node' && why !== null && canBuild };
      });
      // One that cannot be built here is no choice.
      return (await Promise.all(all)).filter(
        ({ name, unavailable, toBuild }) =>
          name !== 'whisper-node' || unavailable === null || toBuild || name === transcriptionEngine,
      );
    },
    buildEngine: async () => ({ jobId: await build.start() }),
    async separation() {
      const folder = join(context.dirs.models, separationFolder);
      const { modelMirror } = await context.settings.get();
      const files = separationModel.files.map(({ name, from, bytes, sha256 }) => {
        return { name, url: modelMirror.replace(/\/$/, '') + from, bytes, sha256 };
      });
      return { name: separationModel.name, present: separationFiles(folder) !== null, folder, files };
    },
    models: async () => models.list(),
    addModel: async ({ path }) => models.add(path),
    removeModel: async ({ name }) => ({ removed: await models.remove(name) }),
    downloadModel: async ({ name }) => ({ jobId: await downloads.start(name) }),
    checksum: async ({ name }) => models.checksum(name),
    ...queue,
  };
}
