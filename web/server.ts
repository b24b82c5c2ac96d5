/** The browser shell: the built page, the contract over WebSocket and HTTP, media by URL, uploads. One origin. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { BodyLimitPlugin, RPCHandler as HttpHandler } from '@orpc/server/node';
import { RPCHandler as SocketHandler } from '@orpc/server/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { libraryAt } from '../core/contract/index.ts';
import type { Core } from '../core/create-core.ts';
import {
  contentSecurityPolicy,
  mediaSecurityPolicy,
  pageWithNonce,
  securityHeaders,
} from '../core/host/content-security.ts';
import { contentType } from '../core/host/content-type.ts';
import type { Libraries } from '../core/host/libraries.ts';
import { pageFile } from '../core/host/page-file.ts';
import type { Log } from '../core/ports.ts';
import { knownHosts, shownHost } from './addresses.ts';
import { createGuard, type Guard, newToken } from './guard.ts';
import { keepAlive } from './keep-alive.ts';
import { sendFile, sendText } from './replies.ts';
import { receiveUpload } from './upload.ts';

export interface WebServerOptions {
  libraries: Pick<Libraries, 'of'>;
  log: Log;
  rendererDir: string;
  host: string;
  /** 0 = any free port. */
  port: number;
  /** Random per start unless given. */
  token?: string;
}

export interface WebServer {
  /** Without the token. */
  origin: string;
  port: number;
  /** Address that lets its holder in, as often as needed. */
  address: string;
  /** Address that lets its holder in once. */
  oneTimeAddress(): string;
  close(): Promise<void>;
}

/** Largest message of one call; whole files come by upload. */
const MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

/** @throws the system's error when the port is taken or the address is not ours (EADDRINUSE, EADDRNOTAVAIL …) */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const { libraries, log, host } = options;
  const token = options.token ?? newToken();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  const doors = new WeakMap<Core, Door>();
  const doorOf = (core: Core): Door => {
    const door = doors.get(core) ?? openDoor(core);
    doors.set(core, door);
    return door;
  };
  let guard: Guard;

  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    answer(request, response).catch((error: unknown) => {
      log.error('request failed', error, { method: request.method, path: pathOf(request) });
      if (!response.headersSent) sendText(response, 500, 'internal error');
      else response.destroy();
    });
  });
  server.on('upgrade', (request, socket, head) => {
    const permit = guard.ask({ ...questionOf(request), upgrade: true });
    const { library, path } = libraryAt(pathOf(request));
    if (path !== '/rpc' || permit.kind !== 'allow') return refuseUpgrade(socket, permit.kind);
    libraries.of(library).then(
      (core) =>
        sockets.handleUpgrade(request, socket, head, (link) => {
          sockets.emit('connection', link, request);
          void doorOf(core).overSocket.upgrade(link);
        }),
      (error: unknown) => {
        log.error('a library cannot be opened', error, { library });
        refuseUpgrade(socket, 'allow');
      },
    );
  });
  // An upload of hours of calls over a slow network may take longer than any fixed limit.
  server.requestTimeout = 0;
  const stopKeepAlive = keepAlive(sockets);

  const port = await listen(server, host, options.port);
  guard = createGuard({ token, hosts: knownHosts(host, port), port });
  const origin = `http://${shownHost(host)}:${port}`;
  return {
    origin,
    port,
    address: `${origin}/?token=${token}`,
    oneTimeAddress: () => `${origin}/?code=${guard.oneTimeCode()}`,
    async close() {
      stopKeepAlive();
      for (const link of sockets.clients as Set<WebSocket>) link.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const permit = guard.ask(questionOf(request));
    if (permit.kind === 'refuse') {
      log.warn('caller refused', { reason: permit.reason, from: request.socket.remoteAddress, path: pathOf(request) });
      return sendText(response, permit.status, refusals[permit.reason]);
    }
    if (permit.kind === 'welcome') {
      const headers = { Location: permit.location, 'Set-Cookie': permit.cookie, 'Cache-Control': 'no-store' };
      return void response.writeHead(303, headers).end();
    }
    const { library, path } = libraryAt(pathOf(request));
    if (path.startsWith('/rpc/')) return call(request, response, await libraries.of(library));
    if (path.startsWith('/upload/')) {
      const { dirs } = await libraries.of(library);
      return receiveUpload(request, response, dirs.inbox, path.slice('/upload/'.length));
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return sendText(response, 405, 'method not allowed');
    if (path.startsWith('/media/'))
      return media(request, response, await libraries.of(library), path.slice('/media/'.length));
    return page(request, response, path);
  }

  async function call(request: IncomingMessage, response: ServerResponse, core: Core): Promise<void> {
    const whole = pathOf(request);
    const prefix = whole.slice(0, whole.indexOf('/rpc/') + '/rpc'.length) as `/${string}`;
    const { matched } = await doorOf(core).overHttp.handle(request, response, { prefix, context: {} });
    if (!matched) sendText(response, 404, 'not found');
  }

  async function media(request: IncomingMessage, response: ServerResponse, core: Core, path: string): Promise<void> {
    const found = await core.media(path);
    if (!found) return sendText(response, 404, 'not found');
    response.setHeader('Content-Security-Policy', mediaSecurityPolicy);
    return sendFile(request, response, { ...found, cacheControl: 'private, no-cache' });
  }

  async function page(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const file = pageFile(options.rendererDir, path);
    if (!file) return sendText(response, 404, 'not found');
    if (!file.endsWith('index.html')) {
      const named = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
      return sendFile(request, response, { file, contentType: contentType(file), cacheControl: named });
    }
    const html = await readFile(file, 'utf8').catch(() => null);
    if (html === null) return sendText(response, 503, '页面尚未构建 The page is not built yet: npm run build');
    const nonce = randomBytes(16).toString('base64url');
    response.setHeader('Content-Security-Policy', contentSecurityPolicy(nonce, [`ws://${request.headers.host}`]));
    response.writeHead(200, { 'Content-Type': contentType(file), 'Cache-Control': 'no-store' });
    response.end(request.method === 'HEAD' ? undefined : pageWithNonce(html, nonce));
  }
}

/** The contract of one library, over both transports. */
interface Door {
  overSocket: SocketHandler<Record<never, never>>;
  overHttp: HttpHandler<Record<never, never>>;
}

const openDoor = ({ router }: Core): Door => ({
  overSocket: new SocketHandler(router),
  overHttp: new HttpHandler(router, { plugins: [new BodyLimitPlugin({ maxBodySize: MAX_MESSAGE_BYTES })] }),
});

const refusals = {
  host: '拒绝访问：主机名不符 Refused: unknown host name',
  origin: '拒绝访问：请求来自其他网页 Refused: the request comes from another page',
  token: '请使用启动时显示的完整地址 Please use the whole address that was shown at start',
} as const;

function questionOf(request: IncomingMessage) {
  return { method: request.method ?? 'GET', url: request.url ?? '/', headers: request.headers };
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

function refuseUpgrade(socket: Duplex, permit: string): void {
  socket.end(
    `HTTP/1.1 ${permit === 'allow' ? '404 Not Found' : '403 Forbidden'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}
