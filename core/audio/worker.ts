/** Entry of a decoder process: child_process.fork in plain Node, utilityProcess in Electron. */
import { constants, setPriority } from 'node:os';
import { DomainError } from '../domain-error.ts';
import { cut } from './cut.ts';
import { ingest } from './ingest.ts';
import type { JobKind, JobKinds, JobMessage, ReplyMessage } from './worker-protocol.ts';

/** Jobs run synchronously to their end: the process does nothing else, and cancelling means killing it. */
const jobs: { [K in JobKind]: (request: JobKinds[K]['request']) => JobKinds[K]['result'] } = { ingest, cut };

function run<K extends JobKind>({ kind, request }: JobMessage<K>): ReplyMessage {
  try {
    return { outcome: 'done', result: jobs[kind](request) };
  } catch (error) {
    if (error instanceof DomainError) return { outcome: 'expected-error', code: error.code, params: error.params };
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    return { outcome: 'unexpected-error', message, stack: stack ?? '' };
  }
}

/** Electron's `process.parentPort`; its messages come wrapped in an event. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

function listen() {
  const { parentPort } = process as { parentPort?: ParentPort };
  if (parentPort) {
    parentPort.on('message', ({ data }) => parentPort.postMessage(run(data as JobMessage)));
  } else {
    process.on('message', (message) => process.send!(run(message as JobMessage)));
    process.on('disconnect', () => process.exit());
  }
}

// Decoding must not make the app or the office PC stutter; where the system refuses, it runs as usual.
try {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
} catch {}
listen();
