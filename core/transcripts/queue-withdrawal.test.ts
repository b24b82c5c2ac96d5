/** What is taken out of the queue while others take it up: it is either withdrawn or transcribed, never both. */
import { afterEach, expect, it, vi } from 'vitest';
import { createCore } from '../create-core.ts';
import { createForkWorker } from '../host/fork-worker.ts';
import type { SpawnWorker } from '../ports.ts';
import { testPorts } from '../test-support/test-core.ts';
import { createQueueBench, type QueueBench } from './testing-queue.ts';

// Engine processes give way to everything else that runs on the machine.
vi.setConfig({ testTimeout: 60_000 });

let bench: QueueBench;
afterEach(() => bench.close());

const call = {};
const plain = { replace: false, overCorrections: false, first: false };

it('a call that another window takes out while its engine hears it gets no transcript', async () => {
  const engine = heldEngine();
  bench = await createQueueBench({ spawnWorker: engine.spawnWorker });
  await bench.writeTalks(1);
  const [id] = (await bench.imported()).values();
  const { jobId } = await bench
    .services()
    .transcription.enqueue({ ...plain, recordingIds: [id!], model: bench.model }, call);
  await expect.poll(engine.held).toBe(true);
  const other = await createCore(testPorts(bench.library));
  expect(await other.services.transcription.withdraw({ recordingIds: [id!, id!] }, call)).toEqual({ withdrawn: 1 });
  engine.release();
  expect(await bench.ended(jobId)).toMatchObject({ state: 'done', failed: 0 });
  expect(await bench.transcriptOf(id!)).toBeNull();
  expect((await bench.services().jobs.list(undefined, call)).find((job) => job.id === jobId)).toMatchObject({
    total: 0,
  });
  await other.close();
});

it('calls taken out while the queue runs are either withdrawn or transcribed, and what is told of them is true', async () => {
  bench = await createQueueBench();
  bench.writeBeeps(8);
  const ids = [...(await bench.imported()).values()];
  const { transcription } = bench.services();
  const { jobId } = await transcription.enqueue({ ...plain, recordingIds: ids, model: bench.model }, call);
  await expect.poll(async () => (await bench.transcriptOf(ids[0]!)) !== null).toBe(true);
  const withdrawn: string[] = [];
  for (const id of ids.toReversed())
    if ((await transcription.withdraw({ recordingIds: [id] }, call)).withdrawn === 1) withdrawn.push(id);
  const done = ids.length - withdrawn.length;
  expect(done).toBeGreaterThan(0);
  expect(withdrawn.length).toBeGreaterThan(0);
  expect(await bench.ended(jobId)).toMatchObject({ total: done, done, failed: 0 });
  const transcripts = await Promise.all(ids.map(bench.transcriptOf));
  expect(ids.filter((_, at) => transcripts[at] === null).toSorted()).toEqual(withdrawn.toSorted());
});

const fork = createForkWorker(testPorts('').log);

/** Engines that get their first order only when they are released; decoders run as ever. */
function heldEngine(): { spawnWorker: SpawnWorker; held(): boolean; release(): void } {
  let kept: (() => void) | null = null;
  return {
    spawnWorker(entry) {
      const handle = fork(entry);
      if (!entry.pathname.includes('/engines/')) return handle;
      return {
        ...handle,
        post(message) {
          if (kept) handle.post(message);
          else kept = () => handle.post(message);
        },
      };
    },
    held: () => kept !== null,
    release: () => kept?.(),
  };
}
