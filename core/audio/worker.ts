/** Entry of a decoder process: child_process.fork in plain Node, utilityProcess in Electron. */
import { constants, setPriority } from 'node:os';
import { DomainError } from '../domain-error.ts';
import { cut } from './cut.ts';
import { ingest } from './ingest.ts';
import { measure } from './measures/measure.ts';
import type { JobKind, JobKinds, JobMessage, ReplyMessage } from './worker-protocol.ts';

/** A job keeps the process busy to its end; cancelling it means killing the process. */
const jobs: { [K in JobKind]: (request: JobKinds[K]['request']) => Promise<JobKinds[K]['result']> } = {
  ingest,
  measure,
  cut,
};

async function run<K extends JobKind>({ kind, request }: JobMessage<K>): Promise<ReplyMessage> {
  try {
    return { outcome: 'done', result: await jobs[kind](request) };
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
    parentPort.on('message', async ({ data }) => parentPort.postMessage(await run(data as JobMessage)));
  } else {
    process.on('message', async (message) => process.send!(await run(message as JobMessage)));
    process.on('disconnect', () => process.exit());
  }
}

// Decoding must not make the app or the office PC stutter; where the system refuses, it runs as usual.
try {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
} catch {}
listen();
