import { fork } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createForkWorker } from '../host/fork-worker.ts';
import type { Log, WorkerHandle } from '../ports.ts';
import { createMediaWorkers } from './create-media-workers.ts';
import type { MediaWorkers } from './media-workers.ts';
import { fixture, sample } from './testing.ts';
import type { ProgressMessage } from './worker-protocol.ts';

const log: Log = { info: () => {}, warn: () => {}, error: () => {} };
let dir: string;
let media: MediaWorkers;
/** Every process started, in order. */
let started: WorkerHandle[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'media-workers-'));
  started = [];
  const fork = createForkWorker(log);
  const spawnWorker = (entry: URL) => {
    const handle = fork(entry);
    started.push(handle);
    return handle;
  };
  media = createMediaWorkers({ spawnWorker, log, workers: 1 });
});
afterEach(async () => {
  await media.close();
  rmSync(dir, { recursive: true });
});

const request = (path: string) => ({ path, peaksPath: join(dir, 'peaks.dat'), proxyBase: join(dir, 'proxy') });

it('works in another process, and keeps it for the next file', async () => {
  const path = sample('20260303_140210_8015_13622223333.wav');
  const facts = await media.ingest(request(path));
  expect(facts).toMatchObject({ codec: 'gsm_ms', durationMs: 94_560, proxyPath: join(dir, 'proxy.flac') });
  const outPath = join(dir, 'clip.wav');
  expect(await media.cut({ path, span: { start: 1, end: 2.5 }, outPath })).toEqual({ durationMs: 1500 });
  expect(existsSync(outPath)).toBe(true);
  expect(started).toHaveLength(1);
});

it('hands expected errors over with code and file', async () => {
  const path = join(dir, 'missing $(x).wav');
  await expect(media.ingest(request(path))).rejects.toMatchObject({ code: 'FILE_NOT_FOUND', params: { file: path } });
});

it('survives a decoder that is killed: one failed file, and a fresh process for the next', async () => {
  const path = fixture('burst-cbr.mp3');
  const doomed = media.ingest(request(path));
  const waiting = media.ingest(request(fixture('burst-gsm.wav')));
  await expect.poll(() => started.length).toBe(1);
  started[0]!.kill();
  await expect(doomed).rejects.toMatchObject({ code: 'DECODER_CRASHED', params: { file: path } });
  expect(await waiting).toMatchObject({ codec: 'gsm_ms' });
  expect(started).toHaveLength(2);
});

it('cancels the file under way and leaves nothing half written', async () => {
  const cancel = new AbortController();
  const cancelled = media.ingest(request(fixture('burst-cbr.mp3')), cancel.signal);
  await expect.poll(() => started.length).toBe(1);
  cancel.abort();
  await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(readdirSync(dir)).toEqual([]);
});

it('hears how many seconds are decoded while the process is still at it', async () => {
  const seconds: number[] = [];
  const spawnWorker = (entry: URL) => {
    const handle = createForkWorker(log)(entry);
    handle.onMessage((message) => {
      const told = message as ProgressMessage;
      if (told.outcome === 'progress') seconds.push(told.seconds);
    });
    return handle;
  };
  const watched = createMediaWorkers({ spawnWorker, log, workers: 1 });
  await watched.measure({ path: sample('20260303_140210_8015_13622223333.wav') });
  await watched.close();
  expect(seconds.length).toBeGreaterThan(0);
  expect(seconds[0]).toBeGreaterThan(0);
  expect(seconds.at(-1)).toBeLessThanOrEqual(94.56);
});

// A stopped process is what a hanging decoder looks like from outside. Windows has no such signal.
it.skipIf(process.platform === 'win32')('gives up a process that hangs, and only that', async () => {
  let hang = true;
  const spawnWorker = (entry: URL): WorkerHandle => {
    const child = fork(fileURLToPath(entry), { serialization: 'advanced' });
    return {
      post(message) {
        child.send(message as object);
        if (hang) child.kill('SIGSTOP');
      },
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.once('exit', listener),
      kill: () => void child.kill('SIGKILL'),
    };
  };
  const watched = createMediaWorkers({ spawnWorker, log, workers: 1 }, { stallMs: 1000 });
  const path = fixture('burst-cbr.mp3');
  await expect(watched.ingest(request(path))).rejects.toMatchObject({ code: 'DECODE_TIMEOUT', params: { file: path } });
  hang = false;
  const patient = createMediaWorkers({ spawnWorker, log, workers: 1 }, { stallMs: 60_000 });
  expect(await patient.ingest(request(path))).toMatchObject({ codec: 'mp3' });
  await watched.close();
  await patient.close();
});
