/** Entry of an engine process: child_process.fork in plain Node, utilityProcess in Electron. */
import { constants, setPriority } from 'node:os';
import { basename } from 'node:path';
import { DomainError } from '../../domain-error.ts';
import { availableMemory, checkModel, outOfMemory } from './check-model.ts';
import { type Engine, EngineFailure, type Recogniser } from './engine.ts';
import { engines } from './engines.ts';
import { listen } from './listen.ts';
import { separate } from './separate.ts';
import type { TranscribeRequest } from './transcriber.ts';
import type { Order, Report } from './worker-protocol.ts';

/** The model stays loaded for the next recording. */
let held: { key: string; recogniser: Recogniser } | null = null;
const loaded = new Set<Engine>();

async function run(order: Order, report: (message: Report) => void): Promise<void> {
  report({ kind: 'stage', stage: 'engine' });
  if (order.kind === 'separate') return report({ kind: 'voices', spans: await separate(order.request) });
  const engine = await load(order.kind === 'try' ? order.engine : order.request.engine, order.home);
  if (order.kind === 'try') return;
  report({ kind: 'stage', stage: 'model' });
  const recogniser = await recogniserFor(engine, order.request);
  report({ kind: 'stage', stage: 'sound' });
  try {
    await listen(order.request, recogniser, (sentences, fraction) => report({ kind: 'heard', sentences, fraction }));
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error;
    throw new DomainError('ENGINE_CRASHED', { engine: engine.name, file: order.request.path }, { cause: error });
  }
}

async function load(name: string, home: string): Promise<Engine> {
  const engine = engines.find((one) => one.name === name);
  if (!engine) throw new DomainError('ENGINE_UNAVAILABLE', { engine: name, detail: '' });
  if (loaded.has(engine)) return engine;
  try {
    await engine.load(home);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('ENGINE_UNAVAILABLE', { engine: name, detail: firstLine(error) }, { cause: error });
  }
  loaded.add(engine);
  return engine;
}

async function recogniserFor(engine: Engine, request: TranscribeRequest): Promise<Recogniser> {
  const { model, language, vocabulary, threads } = request;
  const key = JSON.stringify([engine.name, model, language, vocabulary, threads]);
  if (held?.key === key) return held.recogniser;
  await held?.recogniser.close();
  held = null;
  try {
    held = { key, recogniser: await engine.open({ model, language, vocabulary, threads }) };
  } catch (error) {
    if (/bad_alloc|out of memory/i.test(String(error)))
      throw outOfMemory(await checkModel(engine.name, model), availableMemory());
    throw new DomainError('MODEL_DAMAGED', { model: basename(model) }, { cause: error });
  }
  return held.recogniser;
}

const firstLine = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0]!;

async function answer(order: Order, report: (message: Report) => void): Promise<void> {
  try {
    await run(order, report);
    report({ kind: 'done' });
  } catch (error) {
    if (error instanceof DomainError) return report({ kind: 'failed', code: error.code, params: error.params });
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    report({ kind: 'broken', message, stack: stack ?? '' });
  }
}

/** Electron's `process.parentPort`; its messages come wrapped in an event. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

// Hours of work in the background must not make the office PC stutter; where the system refuses, it runs as usual.
try {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
} catch {}
const { parentPort } = process as { parentPort?: ParentPort };
if (parentPort) {
  parentPort.on('message', ({ data }) => void answer(data as Order, (message) => parentPort.postMessage(message)));
} else {
  process.on('message', (order) => void answer(order as Order, (message) => process.send!(message)));
  process.on('disconnect', () => process.exit());
}
