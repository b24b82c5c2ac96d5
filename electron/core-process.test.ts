/** The core's process as it is, under Node: a real port, a real library, real workers; only main is played. */
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Contract } from '../core/contract/index.ts';
import { createForkWorker } from '../core/host/fork-worker.ts';
import { findProduct } from '../core/host/product.ts';
import type { Log } from '../core/ports.ts';
import type { FromCore, ToCore } from './core-messages.ts';
import { type Child, superviseCore } from './core-supervisor.ts';

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };
const spawn = createForkWorker(silent);
const dir = mkdtempSync(join(tmpdir(), 'core-process-'));
const main = new EventEmitter();
const core = new EventEmitter();

/** Both ends of the line between main and the core. */
const child: Child<MessagePort> = {
  postMessage: (data, ports = []) => void core.emit('message', { data, ports }),
  on: (event, listener) => main.on(event, listener),
  once: (event: string, listener: (code: number | null) => void) => main.once(event, listener),
  kill: () => {},
};

function startWorker(entry: string): Child<MessagePort> {
  const worker = spawn(new URL(entry));
  return {
    postMessage: (message) => worker.post(message),
    on: (_event, listener) => worker.onMessage(listener),
    once: (_event, listener) => worker.onExit(listener),
    kill: () => worker.kill(),
  };
}

let supervisor: ReturnType<typeof superviseCore<MessagePort>>;
let fail: (reason: Error) => void;
const broken = new Promise<never>((_, reject) => {
  fail = reject;
});
const argv = [...process.argv];

beforeAll(async () => {
  const parentPort = Object.assign(core, {
    postMessage: (message: FromCore | ToCore) => void main.emit('message', message),
  });
  Object.assign(process, { parentPort });
  process.argv.push(dir);
  supervisor = superviseCore<MessagePort>({
    startCore: () => child,
    startWorker,
    onFailed: (_code, _params, detail) => fail(new Error(detail)),
    onRestarted: () => {},
    clock: Date.now,
  });
  await import('./core-process.ts');
});
afterAll(async () => {
  await supervisor.stop();
  Object.assign(process, { parentPort: undefined, argv });
  rmSync(dir, { recursive: true, force: true });
});

it('imports a call for a page that knows it by a port only, and finds its sound by URL', async () => {
  const { port1, port2 } = new MessageChannel();
  const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: port1 }));
  port1.start();
  supervisor.connect(port2);
  expect(await Promise.race([client.app.info(), broken])).toMatchObject({ shell: 'electron', library: dir });

  const file = join(findProduct().samplesDir, '20260305_090812_8015_15012340000.m4a');
  const { jobId } = await client.imports.start({ paths: [file], analyze: false });
  for await (const now of await client.imports.watch({ jobId })) if (now.state !== 'running') break;
  const result = await client.imports.result({ jobId });
  expect(result.failed).toEqual([]);
  const { audioUrl } = await client.recordings.get({ id: result.recordings[0]!.id });
  expect(await supervisor.resolveMedia(audioUrl)).toMatchObject({ contentType: expect.stringContaining('audio/') });
  expect(await supervisor.resolveMedia('../library.db')).toBeNull();
  port1.close();
});
