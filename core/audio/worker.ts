/** Entry of a decoder process: child_process.fork in plain Node, utilityProcess in Electron. */
import { constants, setPriority } from 'node:os';
import { DomainError } from '../domain-error.ts';
import { cut } from './cut.ts';
import { ingest } from './ingest.ts';
import { join } from './join.ts';
import { measure } from './measures/measure.ts';
import type { JobKind, JobKinds, JobMessage, OnProgress, ProgressMessage, ReplyMessage } from './worker-protocol.ts';

/** A job keeps the process busy to its end; cancelling it means killing the process. */
const jobs: {
  [K in JobKind]: (request: JobKinds[K]['request'], onProgress: OnProgress) => Promise<JobKinds[K]['result']>;
} = {
  ingest,
  measure,
  cut,
  join,
};

type Send = (message: ReplyMessage | ProgressMessage) => void;

/** Decoding tells of every few packets; the pool need not hear more often than this, ms. */
const tellEveryMs = 500;

function progressTo(send: Send): OnProgress {
  let told = -Infinity;
  return (seconds) => {
    const now = performance.now();
    if (now - told < tellEveryMs) return;
    told = now;
    send({ outcome: 'progress', seconds });
  };
}

async function run<K extends JobKind>({ kind, request }: JobMessage<K>, send: Send): Promise<ReplyMessage> {
  try {
    return { outcome: 'done', result: await jobs[kind](request, progressTo(send)) };
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
    const send: Send = (message) => parentPort.postMessage(message);
    parentPort.on('message', async ({ data }) => send(await run(data as JobMessage, send)));
  } else {
    const send: Send = (message) => void process.send!(message);
    process.on('message', async (message) => send(await run(message as JobMessage, send)));
    process.on('disconnect', () => process.exit());
  }
}

// Decoding must not make the app or the office PC stutter; where the system refuses, it runs as usual.
try {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
} catch {}
listen();
