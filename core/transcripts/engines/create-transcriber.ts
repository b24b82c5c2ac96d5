/** Engines in processes of their own: a crash, a hang or a lack of memory costs one recording, never the app. */
import type { TranscriptionEngineName } from '../../contract/index.ts';
import { DomainError } from '../../domain-error.ts';
import type { CorePorts, WorkerHandle } from '../../ports.ts';
import { availableMemory, type CheckedModel, checkMemory, checkModel, outOfMemory } from './check-model.ts';
import { createInbox, type Inbox } from './inbox.ts';
import type { TranscribeControl, TranscribeRequest, Transcriber } from './transcriber.ts';
import type { Order, Report, Stage } from './worker-protocol.ts';

/** A process without work for so long is ended, and its model's memory given back. */
const idleMs = 60_000;
/**
 * Without a word for so long an engine counts as hung: the largest model takes some two minutes for a piece on an old
 * office PC, and whisper.cpp's binding never answers a run that failed inside.
 */
const silentMs = 20 * 60_000;

interface Process {
  handle: WorkerHandle;
  inbox: Inbox<Report | { kind: 'ended' }> | null;
  idle: NodeJS.Timeout | null;
  /** How often a message has come. */
  reports: number;
}

export function createTranscriber(ports: Pick<CorePorts, 'spawnWorker' | 'log'>): Transcriber {
  const all = new Set<Process>();
  const tried = new Map<TranscriptionEngineName, Promise<void>>();
  let closed = false;

  function spawn(): Process {
    const handle = ports.spawnWorker(new URL('./worker.ts', import.meta.url));
    const one: Process = { handle, inbox: null, idle: null, reports: 0 };
    all.add(one);
    handle.onMessage((message) => {
      one.reports++;
      one.inbox?.put(message as Report);
    });
    handle.onExit((code) => {
      if (all.delete(one)) ports.log.warn('an engine process ended', { code });
      one.inbox?.put({ kind: 'ended' });
    });
    return one;
  }
  function kill(one: Process): void {
    if (one.idle) clearTimeout(one.idle);
    all.delete(one);
    one.handle.kill();
  }
  function rest(one: Process): void {
    one.inbox = null;
    one.idle = setTimeout(() => kill(one), idleMs);
    one.idle.unref();
  }
  /** The process that rested last: its model is the likeliest to be the one wanted. */
  function wake(): Process {
    const idle = [...all].findLast((one) => one.idle !== null);
    if (idle) {
      clearTimeout(idle.idle!);
      idle.idle = null;
    }
    return idle ?? spawn();
  }

  /** Sends an order and gives every report up to the last. A process that was left in the middle is killed. */
  async function* reports(order: Order, signal: AbortSignal | undefined, died: (stage: Stage) => DomainError) {
    if (closed || signal?.aborted) throw new DomainError('CANCELLED');
    const one = wake();
    const inbox = createInbox<Report | { kind: 'ended' }>();
    one.inbox = inbox;
    let stage: Stage = 'engine';
    let seen = one.reports;
    let finished = false;
    const onAbort = () => kill(one);
    signal?.addEventListener('abort', onAbort);
    const watch = setInterval(() => {
      if (one.reports === seen) kill(one);
      seen = one.reports;
    }, silentMs);
    watch.unref();
    try {
      one.handle.post(order);
      for (;;) {
        const report = await inbox.take();
        if (report.kind === 'ended') throw closed || signal?.aborted ? new DomainError('CANCELLED') : died(stage);
        if (report.kind === 'stage') stage = report.stage;
        if (report.kind === 'heard') yield report;
        if (report.kind === 'heard' || report.kind === 'stage') continue;
        finished = true;
        if (report.kind === 'failed') throw new DomainError(report.code, report.params);
        if (report.kind === 'broken') throw Object.assign(new Error(report.message), { stack: report.stack });
        return;
      }
    } finally {
      clearInterval(watch);
      signal?.removeEventListener('abort', onAbort);
      if (finished) rest(one);
      else kill(one);
    }
  }

  async function attempt(engine: TranscriptionEngineName): Promise<void> {
    const unavailable = () => new DomainError('ENGINE_UNAVAILABLE', { engine, detail: 'its process ended' });
    for await (const _ of reports({ kind: 'try', engine }, undefined, unavailable));
  }

  return {
    async *transcribe(request: TranscribeRequest, { signal, onProgress }: TranscribeControl = {}) {
      const model = await checkModel(request.engine, request.model);
      if (![...all].some((one) => one.idle !== null)) checkMemory(model);
      for await (const report of reports({ kind: 'transcribe', request }, signal, (stage) =>
        blame(stage, request, model),
      )) {
        onProgress?.(report.fraction);
        yield* report.sentences;
      }
    },
    tryEngine(engine) {
      const known = tried.get(engine) ?? attempt(engine);
      tried.set(engine, known);
      return known;
    },
    async close() {
      closed = true;
      for (const one of [...all]) kill(one);
    },
  };
}

/** Why a process died, from how far it had come. */
function blame(stage: Stage, { engine, path }: TranscribeRequest, model: CheckedModel): DomainError {
  if (stage === 'engine') return new DomainError('ENGINE_UNAVAILABLE', { engine, detail: 'its process ended' });
  const free = availableMemory();
  if (free < model.memory) return outOfMemory(model, free);
  return new DomainError('ENGINE_CRASHED', { engine, file: path });
}
