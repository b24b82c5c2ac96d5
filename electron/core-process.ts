/** Entry of the core's utility process: the same core as in every shell, its router bound to each page's port. */
import { join } from 'node:path';
import { RPCHandler } from '@orpc/server/message-port';
import { type Core, createCore } from '../core/create-core.ts';
import { DomainError } from '../core/domain-error.ts';
import { createFileLog } from '../core/host/file-log.ts';
import { findProduct } from '../core/host/product.ts';
import type { FromCore, ToCore } from './core-messages.ts';
import { createRemoteWorkers } from './core-workers.ts';

const { parentPort } = process;
const libraryDir = process.argv.at(-1) ?? '';
const tellMain = (message: FromCore) => parentPort.postMessage(message);
const workers = createRemoteWorkers(tellMain);
const opening = open();

parentPort.on('message', async ({ data, ports }) => {
  const message = data as ToCore;
  if (workers.receive(message)) return;
  const opened = await opening;
  if (!opened) return;
  const { core, rpc } = opened;
  if (message.type === 'port' && ports[0]) {
    void rpc.upgrade(ports[0]);
    ports[0].start();
  }
  if (message.type === 'resolve-media') {
    tellMain({ type: 'media', request: message.request, file: await core.media(message.path) });
  }
  if (message.type === 'close') {
    await core.close();
    tellMain({ type: 'closed' });
  }
});

async function open(): Promise<{ core: Core; rpc: RPCHandler<Record<never, never>> } | null> {
  const clock = Date.now;
  const log = createFileLog({ dir: join(libraryDir, 'logs'), clock });
  const { version, templatesDir, samplesDir } = findProduct();
  const { spawnWorker } = workers;
  try {
    const shell = 'electron' as const;
    const core = await createCore({ libraryDir, templatesDir, samplesDir, version, shell, clock, log, spawnWorker });
    tellMain({ type: 'ready' });
    return { core, rpc: new RPCHandler(core.router) };
  } catch (error) {
    log.error('the library cannot be opened', error);
    const known = error instanceof DomainError ? error : null;
    tellMain({ type: 'failed', code: known?.code ?? null, params: known?.params ?? {}, detail: String(error) });
    return null;
  }
}
