/** For tests: worker processes that outlive the core that asked for them, since starting one takes longer than most tests. */
import type { ReplyMessage } from '../audio/worker-protocol.ts';
import { createForkWorker } from '../host/fork-worker.ts';
import type { Exit, Log, SpawnWorker, WorkerHandle } from '../ports.ts';
import type { Report } from '../transcripts/engines/worker-protocol.ts';

interface Process {
  handle: WorkerHandle;
  /** Orders that were not answered yet. */
  open: number;
  owner: { onMessage(message: unknown): void; onExit(exit: Exit): void } | null;
}

/**
 * Real processes. One that is ended while it rests is kept for whoever asks next; one that is ended in the middle of an
 * order is killed. They end with the process that started them.
 */
export function createWarmWorkers(log: Log, spawn: SpawnWorker = createForkWorker(log)): SpawnWorker {
  const resting = new Map<string, Process[]>();

  function start(entry: URL): Process {
    const one: Process = { handle: spawn(entry), open: 0, owner: null };
    one.handle.onMessage((message) => {
      if (answers(message as ReplyMessage | Report)) one.open--;
      one.owner?.onMessage(message);
    });
    one.handle.onExit((code, signal) => {
      const others = resting.get(entry.href)?.filter((other) => other !== one);
      if (others) resting.set(entry.href, others);
      one.owner?.onExit({ code, signal });
    });
    return one;
  }

  return (entry) => {
    const one = resting.get(entry.href)?.pop() ?? start(entry);
    const messages: ((message: unknown) => void)[] = [];
    const exits: ((code: number | null, signal?: NodeJS.Signals | null) => void)[] = [];
    const owner: Process['owner'] = {
      onMessage: (message) => messages.forEach((listener) => void listener(message)),
      onExit: ({ code, signal }) => exits.forEach((listener) => void listener(code, signal)),
    };
    one.owner = owner;
    return {
      post(message) {
        one.open++;
        one.handle.post(message);
      },
      onMessage: (listener) => void messages.push(listener),
      onExit: (listener) => void exits.push(listener),
      kill() {
        if (one.owner !== owner) return;
        if (one.open > 0) return one.handle.kill();
        one.owner = null;
        resting.set(entry.href, [...(resting.get(entry.href) ?? []), one]);
      },
    };
  };
}

/** Whether a process has done what it was told to. */
const answers = (message: ReplyMessage | Report): boolean =>
  'outcome' in message || ['done', 'failed', 'broken'].includes(message.kind);
