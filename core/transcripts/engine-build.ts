/** Builds, in the background, the engine that is compiled on the machine it runs on. */
import { newestJob, pendingItems } from '../../db/index.ts';
import type { CoreContext } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import type { JobRun } from '../jobs/job-run.ts';
import type { Jobs } from '../jobs/jobs-service.ts';
import { buildProgram } from './engines/built/build-program.ts';
import { builtFolder, builtGoal, builtSources, enginesFolder } from './engines/built/built-program.ts';
import { findToolchain } from './engines/built/toolchain.ts';

const label = 'whisper.cpp';
const unfinished = ['queued', 'running', 'paused', 'failed'] as const;

/** What a build needs; tests build something smaller. */
export interface BuildTools {
  sources: () => string;
  toolchain: typeof findToolchain;
}

export function createEngineBuild(
  context: CoreContext,
  jobs: Jobs,
  { sources, toolchain }: BuildTools = { sources: builtSources, toolchain: findToolchain },
): { start(): Promise<string>; possible(): Promise<boolean> } {
  const { library } = context;

  async function run(job: JobRun): Promise<void> {
    const [item] = await pendingItems(library.db, job.id, -1, 1);
    if (!item) return;
    const found = await toolchain();
    if (!found) throw new DomainError('ENGINE_BUILD_FAILED', { detail: 'make, cc, c++' });
    job.working(item.path);
    await buildProgram({
      make: found.make,
      source: sources(),
      target: builtFolder(enginesFolder(context.dirs.root)),
      goal: builtGoal,
      signal: job.signal,
      tell: (fraction) => job.estimate(fraction, null),
    });
    await job.finish(item.id, { state: 'done' });
    await context.audit.write('engine.build', null, { name: label });
    context.events.changed('settings');
  }
  jobs.define('build', run);

  return {
    possible: async () => (await toolchain()) !== null,
    async start() {
      const before = await newestJob(library.db, { kind: 'build', label }, unfinished);
      if (before?.state === 'queued' || before?.state === 'running') return before.id;
      if (before) return (await jobs.resume({ id: before.id }, {})).id;
      return jobs.create({ kind: 'build', label, payload: {}, items: [{ id: context.newId(), path: label }] });
    },
  };
}
