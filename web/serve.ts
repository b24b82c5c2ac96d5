/** A library served to browsers until it is stopped: what `tingjian serve` and `npm start` run. */
import { DomainError } from '../core/domain-error.ts';
import { openLibraries } from '../core/host/libraries.ts';
import { createNodePorts } from '../core/host/node-ports.ts';
import { findProduct } from '../core/host/product.ts';
import { isLoopback } from './addresses.ts';
import { startWebServer, type WebServer } from './server.ts';

export interface ServeOptions {
  libraryDir: string;
  host?: string;
  /** Absent: the usual port, or any free one when it is taken. */
  port?: number | undefined;
  /** At least 32 characters; random per start unless given. */
  token?: string | undefined;
}

const USUAL_PORT = 4780;
const LOOPBACK = '127.0.0.1';

/** @throws DomainError when the library cannot be opened or the port cannot be had */
export async function serveLibrary({ libraryDir, host = LOOPBACK, port, token }: ServeOptions): Promise<WebServer> {
  if (token !== undefined && token.length < 32) throw new DomainError('INPUT_INVALID', { detail: 'token < 32' });
  const ports = createNodePorts('web', libraryDir);
  const libraries = await openLibraries(ports);
  const start = (on: number) =>
    startWebServer({
      libraries,
      log: ports.log,
      rendererDir: findProduct().rendererDir,
      host,
      port: on,
      ...(token ? { token } : {}),
    });
  try {
    const server = await start(port ?? USUAL_PORT).catch((error: NodeJS.ErrnoException) => {
      if (port !== undefined || error.code !== 'EADDRINUSE') throw error;
      return start(0);
    });
    ports.log.info('serving', { origin: server.origin, library: libraryDir });
    return {
      ...server,
      async close() {
        await server.close();
        await libraries.close();
      },
    };
  } catch (error) {
    await libraries.close();
    const { code } = error as NodeJS.ErrnoException;
    if (code?.startsWith('EADDR') || code === 'EACCES')
      throw new DomainError('PORT_UNAVAILABLE', { host, port: port ?? USUAL_PORT, code }, { cause: error });
    throw error;
  }
}

/** What people are told when the server is up. */
export function announcement(server: WebServer, host: string = LOOPBACK): string {
  const lines = [`听鉴已启动 Tingjian is running: ${server.address}`];
  if (!isLoopback(host))
    lines.push(
      '注意：局域网内的传输未加密，仅在可信网络中使用。Traffic on the network is not encrypted: trusted networks only.',
    );
  return lines.join('\n');
}

/** Resolves when the user or the system asks the process to end. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
