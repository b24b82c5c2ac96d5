/** Engines in processes of their own: a crash, a hang or a lack of memory costs one recording, never the app. */
import { basename } from 'node:path';
import type { TranscriptionEngineName } from '../../contract/index.ts';
import { DomainError } from '../../domain-error.ts';
import type { CorePorts, Exit, WorkerHandle } from '../../ports.ts';
import type { VoiceSpan } from '../voices/split-by-voice.ts';
import { enginesFolder } from './built/built-program.ts';
import { causeOfDeath } from './cause-of-death.ts';
import {
  availableMemory,
  type CheckedModel,
  checkMemory,
  checkModel,
  megabytes,
  outOfMemory,
  workspace,
} from './check-model.ts';
import { createInbox, type Inbox } from './inbox.ts';
import type { TranscribeControl, TranscribeRequest, Transcriber } from './transcriber.ts';
import type { Order, Report, Stage } from './worker-protocol.ts';

/** A process without work for so long is ended, and its model's memory given back. */
const idleMs = 60_000;
/**
 * Without a word for so long an engine counts as hung: the largest model takes a quarter of an hour for a piece on one
 * thread of a PC, and whisper.cpp's binding never answers a run that failed inside.
 */
const silentMs = 60 * 60_000;

type Message = Report | { kind: 'ended'; exit: Exit };

interface Process {
  handle: WorkerHandle;
  inbox: Inbox<Message> | null;
  idle: NodeJS.Timeout | null;
  /** How often a message has come. */
  reports: number;
  /** It said nothing for too long, and was ended by us. */
  hung: boolean;
}

export function createTranscriber(ports: Pick<CorePorts, 'spawnWorker' | 'log' | 'libraryDir'>): Transcriber {
  const home = enginesFolder(ports.libraryDir);
  const all = new Set<Process>();
  const tried = new Map<TranscriptionEngineName, Promise<void>>();
  let closed = false;

  function spawn(): Process {
    const handle = ports.spawnWorker(new URL('./worker.ts', import.meta.url));
    const one: Process = { handle, inbox: null, idle: null, reports: 0, hung: false };
    all.add(one);
    handle.onMessage((message) => {
      one.reports++;
      one.inbox?.put(message as Report);
    });
    handle.onExit((code, signal = null) => {
      if (all.delete(one)) ports.log.warn('an engine process ended', { code, signal });
      one.inbox?.put({ kind: 'ended', exit: { code, signal } });
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
  async function* reports(
    order: Order,
    signal: AbortSignal | undefined,
    died: (stage: Stage, exit: Exit, hung: boolean) => DomainError,
  ) {
    if (closed || signal?.aborted) throw new DomainError('CANCELLED');
    const one = wake();
    const inbox = createInbox<Message>();
    one.inbox = inbox;
    let stage: Stage = 'engine';
    let seen = one.reports;
    let finished = false;
    const onAbort = () => kill(one);
    signal?.addEventListener('abort', onAbort);
    const watch = setInterval(() => {
      if (one.reports === seen) {
        one.hung = true;
        kill(one);
      }
      seen = one.reports;
    }, silentMs);
    watch.unref();
    try {
      one.handle.post(order);
      for (;;) {
        const report = await inbox.take();
        if (report.kind === 'ended')
          throw closed || signal?.aborted ? new DomainError('CANCELLED') : died(stage, report.exit, one.hung);
        if (report.kind === 'stage') stage = report.stage;
        if (report.kind === 'heard' || report.kind === 'voices') yield report;
        if (report.kind === 'heard' || report.kind === 'voices' || report.kind === 'stage') continue;
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
    const died = (stage: Stage, exit: Exit) =>
      causeOfDeath(exit, stage) === 'memory'
        ? outOfMemory({ file: engine, memory: workspace }, availableMemory())
        : doesNotRun(engine, exit);
    for await (const _ of reports({ kind: 'try', engine, home }, undefined, died));
  }

  return {
    async *transcribe(request: TranscribeRequest, { signal, onProgress }: TranscribeControl = {}) {
      const model = await checkModel(request.engine, request.model);
      if (![...all].some((one) => one.idle !== null)) checkMemory(model);
      for await (const report of reports({ kind: 'transcribe', request, home }, signal, (stage, exit, hung) =>
        blame(stage, hung ? null : exit, request, model),
      )) {
        if (report.kind !== 'heard') continue;
        onProgress?.(report.fraction);
        yield* report.sentences;
      }
    },
    async separate(request, { signal } = {}) {
      const spans: VoiceSpan[] = [];
      const file = basename(request.models.embedding);
      for await (const report of reports({ kind: 'separate', request }, signal, (_stage, exit, hung) =>
        causeOfDeath(exit, 'sound') === 'memory' && !hung
          ? outOfMemory({ file, memory: workspace }, availableMemory())
          : new DomainError('ENGINE_CRASHED', { engine: 'sherpa-onnx', file: request.path }),
      ))
        if (report.kind === 'voices') spans.push(...report.spans);
      return spans;
    },
    tryEngine(engine) {
      const known = tried.get(engine) ?? attempt(engine);
      tried.set(engine, known);
      // What was not the engine's fault is tried again.
      known.catch(
        (error) => error instanceof DomainError && error.code !== 'ENGINE_UNAVAILABLE' && tried.delete(engine),
      );
      return known;
    },
    async close() {
      closed = true;
      for (const one of [...all]) kill(one);
    },
  };
}

/**
 * Why a process died.
 * @param exit how; null: it hung, and was ended by us
 */
function blame(stage: Stage, exit: Exit | null, { engine, path }: TranscribeRequest, model: CheckedModel): DomainError {
  const cause = exit && causeOfDeath(exit, stage);
  if (exit && (cause === 'processor' || (stage === 'engine' && cause === 'unknown'))) return doesNotRun(engine, exit);
  const free = availableMemory();
  if (free < model.memory) return outOfMemory(model, free);
  return cause === 'memory'
    ? new DomainError('ENGINE_KILLED', { engine, file: path, model: model.file, needed: megabytes(model.memory) })
    : new DomainError('ENGINE_CRASHED', { engine, file: path });
}

function doesNotRun(engine: TranscriptionEngineName, { code, signal }: Exit): DomainError {
  return new DomainError('ENGINE_UNAVAILABLE', { engine, detail: signal ?? `exit ${code}` });
}
