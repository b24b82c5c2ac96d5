import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import type { FromCore, ToCore } from './core-messages.ts';
import { superviseCore } from './core-supervisor.ts';

/** Stands for a process: what it was told, and what it says. */
class Process extends EventEmitter {
  told: { message: unknown; ports: string[] | undefined }[] = [];
  killed = false;
  postMessage(message: unknown, ports?: string[]) {
    this.told.push({ message, ports });
  }
  kill() {
    this.killed = true;
  }
  say(message: FromCore) {
    this.emit('message', message);
  }
  heard(type: ToCore['type']) {
    return this.told.filter(({ message }) => (message as ToCore).type === type);
  }
}

function supervised() {
  const cores: Process[] = [];
  const workers: Process[] = [];
  const failures: unknown[] = [];
  let now = 0;
  let restarts = 0;
  const start = (list: Process[]) => {
    const child = new Process();
    list.push(child);
    return child;
  };
  const supervisor = superviseCore<string>({
    startCore: () => start(cores),
    startWorker: (entry) => (entry === 'good' ? start(workers) : null),
    onFailed: (...failure) => void failures.push(failure),
    onRestarted: () => void restarts++,
    clock: () => now,
  });
  const core = () => cores.at(-1) as Process;
  return {
    supervisor,
    cores,
    core,
    workers,
    failures,
    restarts: () => restarts,
    wait: (ms: number) => {
      now += ms;
    },
  };
}

it("keeps a page's port until the core is up", () => {
  const { supervisor, core } = supervised();
  supervisor.connect('port 1');
  expect(core().heard('port')).toEqual([]);
  core().say({ type: 'ready' });
  supervisor.connect('port 2');
  expect(
    core()
      .heard('port')
      .map(({ ports }) => ports),
  ).toEqual([['port 1'], ['port 2']]);
});

it('starts a dead core again and asks pages for a new port only then', () => {
  const { core, cores, restarts } = supervised();
  core().say({ type: 'ready' });
  expect(restarts()).toBe(0);
  core().emit('exit', 11);
  expect([cores.length, restarts()]).toEqual([2, 0]);
  core().say({ type: 'ready' });
  expect(restarts()).toBe(1);
});

it('gives up after five deaths within a minute, not after five in a day', () => {
  const slow = supervised();
  for (let n = 0; n < 6; n++) {
    slow.core().emit('exit', 1);
    slow.wait(20_000);
  }
  expect([slow.cores.length, slow.failures.length]).toEqual([7, 0]);
  const fast = supervised();
  for (let n = 0; n < 5; n++) fast.core().emit('exit', 1);
  expect([fast.cores.length, fast.failures.length]).toEqual([5, 1]);
});

it('does not start again a core that says why it cannot open the library', () => {
  const { core, cores, failures } = supervised();
  core().say({ type: 'failed', code: 'LIBRARY_NEWER', params: { found: 9 }, detail: '' });
  core().emit('exit', 0);
  expect([cores.length, failures]).toEqual([1, [['LIBRARY_NEWER', { found: 9 }, '']]]);
});

it('answers media questions, and those of a core that died', async () => {
  const { supervisor, core } = supervised();
  const file = { file: '/a.wav', contentType: 'audio/wav' };
  const first = supervisor.resolveMedia('recordings/r1/audio');
  const second = supervisor.resolveMedia('recordings/r2/audio');
  core().say({ type: 'media', request: 1, file });
  core().emit('exit', 1);
  expect(await Promise.all([first, second])).toEqual([file, null]);
});

it('relays between the core and its workers, and tells of their end', () => {
  const { core, workers } = supervised();
  core().say({ type: 'spawn-worker', worker: 1, entry: 'good' });
  core().say({ type: 'post-to-worker', worker: 1, message: 'decode' });
  workers[0]?.emit('message', 'facts');
  core().say({ type: 'kill-worker', worker: 1 });
  workers[0]?.emit('exit', 9);
  expect(workers[0]?.told).toEqual([{ message: 'decode', ports: undefined }]);
  expect(workers[0]?.killed).toBe(true);
  expect(core().told.map(({ message }) => message)).toEqual([
    { type: 'worker-message', worker: 1, message: 'facts' },
    { type: 'worker-exit', worker: 1, code: 9 },
  ]);
});

it('refuses to start anything but a worker of ours', () => {
  const { core, workers } = supervised();
  core().say({ type: 'spawn-worker', worker: 1, entry: 'bad' });
  expect(workers).toEqual([]);
  expect(core().heard('worker-exit')).toHaveLength(1);
});

it('ends the workers of a dead core', () => {
  const { core, workers } = supervised();
  core().say({ type: 'spawn-worker', worker: 1, entry: 'good' });
  core().emit('exit', 1);
  workers[0]?.emit('exit', null);
  expect(workers[0]?.killed).toBe(true);
  expect(core().told).toEqual([]);
});

it('waits at its end until the core has closed the library', async () => {
  const { supervisor, core, cores } = supervised();
  const stopped = supervisor.stop();
  expect(core().heard('close')).toHaveLength(1);
  expect(core().killed).toBe(false);
  core().say({ type: 'closed' });
  await stopped;
  core().emit('exit', 0);
  expect([core().killed, cores.length]).toEqual([true, 1]);
});

it('does not wait forever', async () => {
  const { supervisor, core } = supervised();
  await supervisor.stop(5);
  expect(core().killed).toBe(true);
});
