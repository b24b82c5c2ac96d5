/** Entry of the core's utility process: the same core as in every shell, its router bound to each page's port. */
import { join } from 'node:path';
import { RPCHandler } from '@orpc/server/message-port';
import type { Core } from '../core/create-core.ts';
import { DomainError } from '../core/domain-error.ts';
import { createFileLog } from '../core/host/file-log.ts';
import { type Libraries, openLibraries } from '../core/host/libraries.ts';
import { findProduct } from '../core/host/product.ts';
import type { Log } from '../core/ports.ts';
import type { FromCore, ToCore } from './core-messages.ts';
import { createRemoteWorkers } from './core-workers.ts';

const { parentPort } = process;
const libraryDir = process.argv.at(-1) ?? '';
const tellMain = (message: FromCore) => parentPort.postMessage(message);
const workers = createRemoteWorkers(tellMain);
const doors = new WeakMap<Core, RPCHandler<Record<never, never>>>();
const opening = open();

parentPort.on('message', async ({ data, ports }) => {
  const message = data as ToCore;
  if (workers.receive(message)) return;
  const opened = await opening;
  if (!opened) return;
  const { libraries, log } = opened;
  if (message.type === 'port' && ports[0]) {
    const [port] = ports;
    const core = await libraries.of(message.library).catch((error: unknown) => {
      log.error('a library cannot be opened', error, { library: message.library });
      return null;
    });
    // The page learns of it by the port, which closes.
    if (!core) return port.close();
    void doorOf(core).upgrade(port);
    port.start();
  }
  if (message.type === 'resolve-media') {
    const file = await libraries.of(message.library).then(
      (core) => core.media(message.path),
      () => null,
    );
    tellMain({ type: 'media', request: message.request, file });
  }
  if (message.type === 'close') {
    await libraries.close();
    tellMain({ type: 'closed' });
  }
});

function doorOf(core: Core): RPCHandler<Record<never, never>> {
  const door = doors.get(core) ?? new RPCHandler(core.router);
  doors.set(core, door);
  return door;
}

async function open(): Promise<{ libraries: Libraries; log: Log } | null> {
  const clock = Date.now;
  const log = createFileLog({ dir: join(libraryDir, 'logs'), clock });
  const { version, templatesDir, samplesDir } = findProduct();
  const { spawnWorker } = workers;
  try {
    const shell = 'electron' as const;
    const libraries = await openLibraries({
      libraryDir,
      templatesDir,
      samplesDir,
      version,
      shell,
      clock,
      log,
      spawnWorker,
    });
    tellMain({ type: 'ready' });
    return { libraries, log };
  } catch (error) {
    log.error('the library cannot be opened', error);
    const known = error instanceof DomainError ? error : null;
    tellMain({ type: 'failed', code: known?.code ?? null, params: known?.params ?? {}, detail: String(error) });
    return null;
  }
}
