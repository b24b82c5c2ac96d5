/** Imports on a temporary library, with real decoder processes, for the tests of this folder. */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { type RecordingView, recordingIds, recordingViews } from '../../../db/index.ts';
import { createMediaWorkers } from '../../audio/create-media-workers.ts';
import type { MediaWorkers } from '../../audio/media-workers.ts';
import { fixture } from '../../audio/testing.ts';
import type { ImportResult, ImportSource } from '../../contract/index.ts';
import type { Findings } from '../../findings/findings-service.ts';
import { createJobs, type Jobs } from '../../jobs/jobs-service.ts';
import type { CorePorts } from '../../ports.ts';
import { createTestCore, type TestCore, tempDir, testPorts, warmWorkers } from '../../test-support/test-core.ts';
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

/** A library for imports and a folder to import from, new for each test of the file that asks. */
export function freshImports() {
  const at = { app: undefined as unknown as TestImports, calls: '' };
  beforeEach(() => {
    at.app = createTestImports();
    at.calls = tempDir();
  });
  afterEach(async () => {
    await at.app.close();
    rmSync(at.calls, { recursive: true });
  });
  return Object.assign(at, {
    /** Writes a file below the folder. @returns its path */
    put(name: string, content: string | Uint8Array): string {
      const path = join(at.calls, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    /** The recordings of the library by file name. */
    async shown(): Promise<RecordingView[]> {
      const { library } = at.app.core.context;
      const ids = await recordingIds(library, {}, { by: 'file', descending: false }, { offset: 0, limit: 100 });
      return recordingViews(library, ids);
    },
  });
}

/** Decoder processes of all tests of a test process, with which they end: starting them is most of a small import's time. */
export const sharedMedia = createMediaWorkers(testPorts('', { spawnWorker: warmWorkers }));

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

/**
 * Calls of a second, of other content and codec each, under names as telephone systems give them. How whole calls come
 * in is proven with the samples; how names, tables, doubles and failures are dealt with does not depend on the length.
 */
const sounds = {
  '20260303_140210_8015_13622223333.wav': fixture('burst-gsm.wav'),
  '20260302_093012_8013_13911112222.wav': fixture('burst-adpcm-ima.wav'),
  '20260304_163020_8017_18600006666.mp3': fixture('burst-cbr.mp3'),
  '20260305_101010_8016_13312345678.wav': fixture('burst-adpcm-ms.wav'),
};
type CallName = keyof typeof sounds;
export const callNames = Object.keys(sounds) as [CallName, CallName, CallName, CallName];
/** Two calls that differ in all but their extension. */
export const [shortCall, otherCall] = callNames;

export const soundOf = (call: CallName): string => sounds[call];

/** Puts a call, under its own or another name, into a folder. */
export function place(folder: string, call: CallName = shortCall, name: string = call): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  copyFileSync(soundOf(call), path);
  return path;
}
