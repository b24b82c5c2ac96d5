import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MediaWorkers } from '../../audio/media-workers.ts';
import type { Job } from '../../contract/index.ts';
import { tempDir, tempLibraryDir } from '../../test-support/test-core.ts';
import { callNames, createTestImports, place, sharedMedia, type TestImports } from './test-imports.ts';

let calls: string;
let libraryDir: string;
let open: TestImports[];
beforeEach(() => {
  calls = tempDir();
  libraryDir = tempLibraryDir();
  open = [];
  for (const name of callNames) place(calls, name);
});
afterEach(async () => {
  for (const app of open) await app.close();
  for (const dir of [libraryDir, calls]) rmSync(dir, { recursive: true });
});

const launch = (media: MediaWorkers = sharedMedia) => {
  const app = createTestImports({ libraryDir, media, ports: { workers: 1 } });
  open.push(app);
  return app;
};
const quit = async (app: TestImports) => {
  open = open.filter((other) => other !== app);
  await app.close();
};
const peaks = () => readdirSync(join(libraryDir, 'media', 'peaks'));

/** Decoders that stop before the given file until they are let go, or the work is aborted. */
function gate(before: number) {
  let reached = () => {};
  let release = () => {};
  const atGate = new Promise<void>((resolve) => (reached = resolve));
  const opened = new Promise<void>((resolve) => (release = resolve));
  let files = 0;
  const media: MediaWorkers = {
    ...sharedMedia,
    async ingest(request, signal) {
      if (++files === before) {
        reached();
        await Promise.race([opened, new Promise((resolve) => signal?.addEventListener('abort', resolve))]);
      }
      return sharedMedia.ingest(request, signal);
    },
  };
  return { media, atGate, release };
}

describe('an import that is interrupted', () => {
  it('by a kill goes on at the next start, keeping what was finished', async () => {
    const script = fileURLToPath(new URL('./test-import-process.ts', import.meta.url));
    const child = spawnSync(process.execPath, [script, libraryDir, calls]);
    expect(child.signal).toBe('SIGKILL');
    const app = launch();
    const [job] = (await app.jobs.list(undefined, {})) as [Job];
    expect(job).toMatchObject({ state: 'running', total: 4, done: 2 });
    await app.imports.resumeUnfinished();
    expect(await app.end(job.id)).toMatchObject({ state: 'done', imported: 4, duplicates: 0, failed: [] });
    expect(peaks()).toHaveLength(4);
  });
  it('by closing the app goes on at the next start', async () => {
    const { media, atGate } = gate(2);
    const first = launch(media);
    const { jobId } = await first.imports.start({ paths: [calls] }, {});
    await atGate;
    await quit(first);
    expect(peaks()).toHaveLength(1);
    const second = launch();
    await second.imports.resumeUnfinished();
    expect(await second.end(jobId)).toMatchObject({ state: 'done', imported: 4, failed: [] });
    expect(peaks()).toHaveLength(4);
  });
  it('is not taken up by a second window while the first is at it', async () => {
    const { media, atGate, release } = gate(2);
    const first = launch(media);
    const { jobId } = await first.imports.start({ paths: [calls] }, {});
    await atGate;
    const second = launch();
    await second.imports.resumeUnfinished();
    await quit(second);
    release();
    expect(await first.end(jobId)).toMatchObject({ imported: 4, duplicates: 0 });
  });
  it('gives way when the same import is started again', async () => {
    const { media, atGate } = gate(3);
    const first = launch(media);
    const { jobId } = await first.imports.start({ paths: [calls] }, {});
    await atGate;
    await quit(first);
    const second = launch();
    expect(await second.run({ paths: [calls] })).toMatchObject({ imported: 2, duplicates: 2 });
    expect(await second.imports.result({ jobId }, {})).toMatchObject({ state: 'cancelled', imported: 2 });
  });
});

describe('an import that a person stops', () => {
  it('pauses, keeps what is done, and goes on when resumed', async () => {
    const { media, atGate } = gate(3);
    const app = launch(media);
    const { jobId } = await app.imports.start({ paths: [calls] }, {});
    await atGate;
    expect(await app.jobs.pause({ id: jobId }, {})).toMatchObject({
      state: 'paused',
      done: 2,
      total: 4,
      current: null,
    });
    expect(peaks()).toHaveLength(2);
    await app.jobs.resume({ id: jobId }, {});
    expect(await app.end(jobId)).toMatchObject({ state: 'done', imported: 4, failed: [] });
  });
  it('stays cancelled, with what had come in', async () => {
    const { media, atGate } = gate(3);
    const app = launch(media);
    const { jobId } = await app.imports.start({ paths: [calls] }, {});
    await atGate;
    expect(await app.jobs.cancel({ id: jobId }, {})).toMatchObject({ state: 'cancelled', done: 2 });
    await app.jobs.resume({ id: jobId }, {});
    await app.imports.resumeUnfinished();
    expect(await app.end(jobId)).toMatchObject({ state: 'cancelled', imported: 2, failed: [] });
    expect(await app.imports.failures(undefined, {})).toEqual([]);
  });
  it('while it waits for its turn never starts', async () => {
    const { media, atGate, release } = gate(1);
    const app = launch(media);
    const first = await app.imports.start({ paths: [join(calls, callNames[0])] }, {});
    const second = await app.imports.start({ paths: [join(calls, callNames[1])] }, {});
    await atGate;
    await app.jobs.cancel({ id: second.jobId }, {});
    release();
    expect(await app.end(first.jobId)).toMatchObject({ state: 'done', imported: 1 });
    expect(await app.end(second.jobId)).toMatchObject({ state: 'cancelled', imported: 0 });
  });
});

describe('progress', () => {
  it('reaches the watcher and the events, the last one being the end', async () => {
    const app = launch();
    const leave = new AbortController();
    const seen: Job[] = [];
    const events = app.core.context.events.subscribe(leave.signal);
    const listening = (async () => {
      for await (const event of events) {
        if (event.type !== 'job') continue;
        seen.push(event.job);
        if (event.job.state === 'done') leave.abort();
      }
    })();
    const result = await app.run({ paths: [calls] });
    await listening;
    expect(result.recordings).toHaveLength(4);
    expect(seen.some((job) => job.state === 'running' && job.total === 4)).toBe(true);
    expect(seen.at(-1)).toMatchObject({ state: 'done', done: 4, total: 4, failed: 0, current: null });
  });
  it('can be watched after the end', async () => {
    const app = launch();
    const { jobId } = await app.run({ paths: [calls] });
    expect(await app.end(jobId)).toMatchObject({ state: 'done', imported: 4 });
  });
});
