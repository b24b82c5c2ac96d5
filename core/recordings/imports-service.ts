/** Imports: looking at what was dropped, starting the job, following it, and dealing with what failed. */
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { dismissItems, failedItemsById, failuresOf, findJob, type NewItem } from '../../db/index.ts';
import { isSampleLibrary } from '../app/sample-library.ts';
import type { CoreContext } from '../context.ts';
import type { ImportSource } from '../contract/index.ts';
import { DomainError } from '../domain-error.ts';
import type { Findings } from '../findings/findings-service.ts';
import type { Jobs } from '../jobs/jobs-service.ts';
import type { ServiceOf } from '../service.ts';
import type { Transcripts } from '../transcripts/transcripts-service.ts';
import { followImport } from './import/follow-import.ts';
import { createImportPreview } from './import/import-preview.ts';
import { importFailure, importResult, remarksOfJob } from './import/import-result.ts';
import { mendCells } from './import/mend-cells.ts';
import { pastImports } from './import/past-imports.ts';
import { type ImportPayload, runImport } from './import/run-import.ts';
import { createImportStart } from './import/start-import.ts';
import { createTableCache } from './import/table-cache.ts';
import { planUndo, undoImport } from './import/undo-import.ts';

export interface Imports extends ServiceOf<'imports'> {
  /** Goes on with imports that a kill or a closed app interrupted. */
  resumeUnfinished(): Promise<void>;
}

const shownFailures = 1000;

export function createImports(
  context: CoreContext,
  deps: {
    jobs: Jobs;
    transcripts: Transcripts;
    findings: Findings;
    onImported?: (jobId: string) => Promise<void>;
  },
): Imports {
  const { library, events, dirs } = context;
  const { jobs } = deps;
  const readTable = createTableCache();
  jobs.define('import', (run) => runImport(context, { ...deps, readTable }, run));
  const start = createImportStart(context, jobs, readTable);

  return {
    ...createImportPreview(context, readTable),
    async start(source, call) {
      if (isSampleLibrary(dirs.root)) throw new DomainError('SAMPLES_APART');
      return start(source, call);
    },
    watch: async ({ jobId }, { signal }) => {
      await jobs.look(jobId);
      return followImport(context, jobs, jobId, signal);
    },
    async mendCells(mending) {
      const done = await mendCells(context, deps, mending);
      for (const topic of ['recordings', 'findings', 'imports'] as const) events.changed(topic);
      return done;
    },
    history: () => pastImports(context),
    undoPlan: ({ jobId }) => planUndo(context, jobs, jobId),
    async undo({ jobId }) {
      const done = await undoImport(context, deps, jobId);
      for (const topic of ['recordings', 'transcripts', 'findings', 'imports'] as const) events.changed(topic);
      return done;
    },
    result: ({ jobId }) => importResult(context, jobs, jobId),
    async remarks({ jobId }) {
      await jobs.look(jobId);
      return remarksOfJob(context, jobId);
    },
    async failures() {
      return (await failuresOf(library.db, ['import', 'analyze'], shownFailures)).map((item) =>
        importFailure(item, dirs.inbox),
      );
    },
    async retry({ failureIds }) {
      const failed = await failedItemsById(library.db, failureIds);
      const job = failed[0] && (await findJob(library.db, failed.at(-1)!.job_id));
      if (!job) throw new DomainError('JOB_NOT_FOUND');
      const { source, names, sides } = JSON.parse(job.payload) as ImportPayload;
      const items: NewItem[] = failed.map((item) => ({
        id: context.newId(),
        path: item.path,
        recording_id: item.recording_id,
      }));
      // The failed items leave the list one by one, as their second try ends.
      const retries = Object.fromEntries(items.map((item, index) => [item.id, failed[index]!.id]));
      const sidesAgain = Object.fromEntries(
        Object.entries(retries).flatMap(([id, before]) => (sides?.[before] ? [[id, sides[before]]] : [])),
      );
      const payload: ImportPayload = { source: { ...source, cdr: undefined }, names, retries, sides: sidesAgain };
      return { jobId: await jobs.create({ kind: 'import', label: basename(items[0]!.path), payload, items }) };
    },
    async dismiss({ failureIds }) {
      const dismissed = await dismissItems(library.db, failureIds);
      events.changed('imports');
      return { dismissed };
    },
    async openSamples(_input, call) {
      if (!isSampleLibrary(dirs.root)) throw new DomainError('SAMPLES_APART');
      const { samplesDir } = context;
      const source: ImportSource = { paths: [samplesDir], transcripts: true, analyze: true, copyIn: false };
      const hasCdr = (await readdir(samplesDir).catch(() => [] as string[])).includes('cdr.csv');
      return start({ ...source, ...(hasCdr ? { cdr: { path: join(samplesDir, 'cdr.csv') } } : {}) }, call);
    },
    resumeUnfinished: () => jobs.resumeUnfinished(),
  };
}
