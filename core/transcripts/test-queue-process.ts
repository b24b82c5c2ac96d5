/** For tests: a core in a process of its own that is killed in the middle of its queue. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { createCore } from '../create-core.ts';
import { testPorts } from '../test-support/test-core.ts';
import type { Report } from './engines/worker-protocol.ts';

/** Queues the recordings in a process that is killed while its engine hears the one after `count`. */
export async function runQueueAndDieAfter(count: number, library: string, ids: string[], model: string): Promise<void> {
  const child = fork(fileURLToPath(import.meta.url), [String(count), library, model, ...ids], { execArgv: [] });
  const [, signal] = await once(child, 'exit');
  if (signal !== 'SIGKILL') throw new Error(`the queue ended by ${signal}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [count, library, model, ...ids] = process.argv.slice(2);
  const ports = testPorts(library!);
  let heard = 0;
  const { services } = await createCore({
    ...ports,
    spawnWorker(entry) {
      const handle = ports.spawnWorker(entry);
      handle.onMessage((message) => {
        const { kind, stage } = message as Partial<Extract<Report, { kind: 'stage' }>>;
        if (kind === 'stage' && stage === 'sound' && heard++ === Number(count)) process.kill(process.pid, 'SIGKILL');
      });
      return handle;
    },
  });
  // All cores for one recording, so that there is one lane. More threads than cores would wait for each other.
  await services.app.saveSettings({ transcriptionThreads: Math.min(64, availableParallelism()) }, {});
  await services.transcription.enqueue({ recordingIds: ids, model: model!, replace: false, first: false }, {});
}
