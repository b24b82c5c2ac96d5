/** One router behind every transport the shells use, for contract tests. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MessageChannel } from 'node:worker_threads';
import { type ClientContext, type ClientLink, createORPCClient } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { RPCHandler as PortHandler } from '@orpc/server/message-port';
import { RPCHandler as HttpHandler } from '@orpc/server/node';
import { RPCHandler as SocketHandler } from '@orpc/server/ws';
import { type WebSocket as ServerSocket, WebSocketServer } from 'ws';
import type { Contract } from '../contract/index.ts';
import type { Router } from '../router.ts';

export type Client = ContractRouterClient<Contract>;

export interface Connection {
  client: Client;
  /** Calls any path, also one the typed client does not know. */
  callPath(path: readonly string[], input?: unknown): Promise<unknown>;
  close(): Promise<void>;
}

export const transports: Record<string, (router: Router) => Promise<Connection>> = {
  'direct call': async (router) => {
    const client = createRouterClient(router, { context: {} }) as unknown as Client;
    return { client, callPath: (path, input) => called(client, path, input), close: async () => {} };
  },

  MessagePort: async (router) => {
    const { port1, port2 } = new MessageChannel();
    new PortHandler(router).upgrade(port2 as never, { context: {} });
    port2.start();
    const link = new PortLink({ port: port1 as never });
    port1.start();
    return over(link, async () => port1.close());
  },

  HTTP: async (router) => {
    const handler = new HttpHandler(router);
    const server = createServer(async (request, response) => {
      const { matched } = await handler.handle(request, response, { prefix: '/rpc', context: {} });
      if (!matched) response.writeHead(404).end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const link = new FetchLink({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/rpc` });
    return over(link, async () => {
      server.closeAllConnections();
      server.close();
    });
  },

  WebSocket: async (router) => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await once(server, 'listening');
    const handler = new SocketHandler(router);
    server.on('connection', (socket: ServerSocket) => void handler.upgrade(socket, { context: {} }));
    const websocket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    await once(websocket, 'open');
    return over(new SocketLink({ websocket }), async () => {
      websocket.close();
      for (const socket of server.clients as Set<ServerSocket>) socket.terminate();
      server.close();
    });
  },
};

function over(link: ClientLink<ClientContext>, close: () => Promise<void>): Connection {
  const callPath = (path: readonly string[], input?: unknown) => link.call([...path], input, { context: {} });
  return { client: createORPCClient(link), callPath, close };
}

async function called(client: unknown, path: readonly string[], input: unknown): Promise<unknown> {
  const found = path.reduce((place, name) => (place as Record<string, unknown>)[name], client);
  return (found as (input: unknown) => Promise<unknown>)(input);
}
