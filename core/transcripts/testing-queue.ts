/** For tests: a library with calls to transcribe, and a model that talks whatever it hears. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { decodeAll, sample, shortestCall, writeWav } from '../audio/testing.ts';
import type { Job } from '../contract/index.ts';
import { type Core, createCore } from '../create-core.ts';
import type { CorePorts } from '../ports.ts';
import type { Services } from '../service.ts';
import { tempLibraryDir, testPorts, warmWorkers } from '../test-support/test-core.ts';
import { writeTalkingSenseVoice } from './engines/testing-onnx-model.ts';

export interface QueueBench {
  library: string;
  /** Folder that `imported` takes. */
  calls: string;
  /** SenseVoice, outside the library's models. */
  model: string;
  services(): Services;
  /** Imports the files of `calls` without measuring them. @returns ids by file name */
  imported(): Promise<Map<string, string>>;
  /** The job once it neither waits nor runs. */
  ended(jobId: string | null): Promise<Job>;
  transcriptOf(recordingId: string): ReturnType<Services['transcripts']['get']>;
  /** Short calls of one beep each: long enough to be recordings, nothing to hear in them. */
  writeBeeps(count: number): void;
  /** Calls of some seconds in which somebody speaks. */
  writeTalks(count: number): Promise<void>;
  /** As after the program was closed and opened again. */
  reopen(ports?: Partial<CorePorts>): Promise<void>;
  close(): Promise<void>;
}

const call = {};
/** Its sentences begin at once. */
const spoken = shortestCall().file;

export async function createQueueBench(ports: Partial<CorePorts> = {}): Promise<QueueBench> {
  const library = tempLibraryDir();
  const calls = join(library, 'calls');
  const open = (changes: Partial<CorePorts>) =>
    createCore(testPorts(library, { spawnWorker: warmWorkers, ...changes }));
  let core: Core = await open(ports);
  mkdirSync(calls);
  const services = () => core.services;
  async function ended(jobId: string | null): Promise<Job> {
    for (;;) {
      const job = (await services().jobs.list(undefined, call)).find(({ id }) => id === jobId);
      if (job && job.state !== 'queued' && job.state !== 'running') return job;
      await setTimeout(30);
    }
  }
  return {
    library,
    calls,
    model: writeTalkingSenseVoice(join(library, 'talking'), ['您', '好']),
    services,
    ended,
    async imported() {
      const source = { paths: [calls], transcripts: false, analyze: false, copyIn: false };
      const { jobId } = await services().imports.start(source, call);
      await ended(jobId);
      const { recordings } = await services().imports.result({ jobId }, call);
      return new Map(recordings.map(({ file, id }) => [file, id]));
    },
    transcriptOf: (recordingId) => services().transcripts.get({ recordingId }, call),
    writeBeeps(count) {
      for (let i = 0; i < count; i++) {
        const tone = Int16Array.from({ length: 8000 }, (_, at) => Math.sin(at * (0.2 + i / 50)) * 8000);
        writeWav(join(calls, `beep-${i}.wav`), 8000, [tone]);
      }
    },
    async writeTalks(count) {
      const { sampleRate, channels } = await decodeAll(sample(spoken));
      for (let i = 0; i < count; i++) {
        const part = channels.map((samples) => samples.slice(i * 2 * sampleRate, (i * 2 + 8) * sampleRate));
        writeWav(join(calls, `talk-${i}.wav`), sampleRate, part);
      }
    },
    async reopen(changes = {}) {
      await core.close();
      core = await open(changes);
    },
    close: () => core.close(),
  };
}
