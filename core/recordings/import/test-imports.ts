/** Imports on a temporary library, with real decoder processes, for the tests of this folder. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createMediaWorkers } from '../../audio/create-media-workers.ts';
import type { MediaWorkers } from '../../audio/media-workers.ts';
import type { ImportResult, ImportSource } from '../../contract/index.ts';
import type { Findings } from '../../findings/findings-service.ts';
import { createJobs, type Jobs } from '../../jobs/jobs-service.ts';
import type { CorePorts } from '../../ports.ts';
import { createTestCore, samplesDir, type TestCore, testPorts } from '../../test-support/test-core.ts';
import { createTranscripts } from '../../transcripts/transcripts-service.ts';
import { createImports, type Imports } from '../imports-service.ts';

export interface TestImports {
  core: TestCore;
  imports: Imports;
  jobs: Jobs;
  /** Recordings that were handed to the detectors. */
  analysed: string[];
  run(source: Partial<ImportSource> & { paths: string[] }): Promise<ImportResult>;
  end(jobId: string): Promise<ImportResult>;
  close(): Promise<void>;
}

/** Decoder processes of all tests of a test process, with which they end: starting them is most of a small import's time. */
export const sharedMedia = createMediaWorkers(testPorts(''));

export function createTestImports(
  options: { libraryDir?: string; media?: MediaWorkers; ports?: Partial<CorePorts> } = {},
): TestImports {
  const media = { ...(options.media ?? sharedMedia), close: async () => {} };
  const core = createTestCore({ ...options, media });
  const jobs = createJobs(core.context);
  const analysed: string[] = [];
  const findings: Pick<Findings, 'detect'> = { detect: async (id) => void analysed.push(id) };
  const imports = createImports(core.context, {
    jobs,
    transcripts: createTranscripts(core.context),
    findings: findings as Findings,
  });
  const end = async (jobId: string) => {
    let last: ImportResult | undefined;
    for await (const result of await imports.watch({ jobId }, {})) last = result;
    return last!;
  };
  return {
    core,
    imports,
    jobs,
    analysed,
    end,
    run: async (source) => end((await imports.start(source, {})).jobId),
    async close() {
      await jobs.stopAll();
      await core.close();
    },
  };
}

/** The smallest WAV of the samples. */
export const shortSample = '20260303_140210_8015_13622223333.wav';

/** Puts a sample, under its own or another name, into a folder. */
export function place(folder: string, sample: string = shortSample, name: string = basename(sample)): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  copyFileSync(join(samplesDir, sample), path);
  return path;
}
