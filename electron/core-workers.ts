/** The core's SpawnWorker in the desktop app: only main may start processes, so it is asked to. */
import type { SpawnWorker } from '../core/ports.ts';
import type { FromCore, ToCore } from './core-messages.ts';

interface Listeners {
  message: ((message: unknown) => void)[];
  exit: ((code: number | null) => void)[];
}

export function createRemoteWorkers(tellMain: (message: FromCore) => void) {
  const workers = new Map<number, Listeners>();
  let last = 0;

  const spawnWorker: SpawnWorker = (entry) => {
    const worker = ++last;
    const listeners: Listeners = { message: [], exit: [] };
    workers.set(worker, listeners);
    tellMain({ type: 'spawn-worker', worker, entry: entry.href });
    return {
      post: (message) => tellMain({ type: 'post-to-worker', worker, message }),
      onMessage: (listener) => void listeners.message.push(listener),
      onExit: (listener) => void listeners.exit.push(listener),
      kill: () => tellMain({ type: 'kill-worker', worker }),
    };
  };
  /** @returns true when the message was about a worker */
  function receive(message: ToCore): boolean {
    if (message.type === 'worker-message') {
      for (const listener of workers.get(message.worker)?.message ?? []) listener(message.message);
      return true;
    }
    if (message.type === 'worker-exit') {
      const listeners = workers.get(message.worker);
      workers.delete(message.worker);
      for (const listener of listeners?.exit ?? []) listener(message.code);
      return true;
    }
    return false;
  }
  return { spawnWorker, receive };
}
