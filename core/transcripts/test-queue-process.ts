/** For tests: a core in a process of its own that is killed in the middle of its queue. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createCore } from '../create-core.ts';
import { testPorts } from '../test-support/test-core.ts';

/** Queues the recordings in a process that is killed when it begins with the one after `count`. */
export async function runQueueAndDieAfter(count: number, library: string, ids: string[], model: string): Promise<void> {
  const child = fork(fileURLToPath(import.meta.url), [String(count), library, model, ...ids], { execArgv: [] });
  const [, signal] = await once(child, 'exit');
  if (signal !== 'SIGKILL') throw new Error(`the queue ended by ${signal}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [count, library, model, ...ids] = process.argv.slice(2);
  const ports = testPorts(library!);
  let begun = 0;
  const { services } = await createCore({
    ...ports,
    spawnWorker(entry) {
      const handle = ports.spawnWorker(entry);
      return {
        ...handle,
        // Every recording is measured first.
        post(message) {
          if (begun++ === Number(count)) process.kill(process.pid, 'SIGKILL');
          handle.post(message);
        },
      };
    },
  });
  // So many threads that there is one lane.
  await services.app.saveSettings({ transcriptionThreads: 64 }, {});
  await services.transcription.enqueue({ recordingIds: ids, model: model!, replace: false, first: false }, {});
}
