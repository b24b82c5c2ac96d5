/**
 * One lasting link to the core. When the transport closes (the core died, the shell restarted), calls in
 * flight reject; new calls wait a little for the reconnection and then reject with CORE_GONE.
 */
import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { create } from 'zustand';
import { PORT_HANDOVER } from '../core/contract/desktop.ts';
import { libraryBase } from '../core/contract/index.ts';
import { coreGone, guardLink } from './rpc-link.ts';

type Link = ClientLink<ClientContext>;
interface Transport {
  link: Link;
  closed: Promise<void>;
}
type Open = () => Promise<Transport>;

/** Whether the core can be reached; the status bar shows it. */
export const useConnection = create<{ connected: boolean }>(() => ({ connected: false }));

/** Resolves when the core can be reached (again). */
export function untilConnected(): Promise<void> {
  if (useConnection.getState().connected) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = useConnection.subscribe(({ connected }) => {
      if (!connected) return;
      stop();
      resolve();
    });
  });
}

const PATIENCE_MS = 4000;

export function connect(): Link {
  return createLastingLink(window.tingjian ? openPort : openSocket);
}

export function createLastingLink(open: Open, patienceMs = PATIENCE_MS): Link {
  let current: Promise<Transport> = reconnect(open);
  const follow = (pending: Promise<Transport>) => {
    void pending.then(async (transport) => {
      useConnection.setState({ connected: true });
      await transport.closed;
      useConnection.setState({ connected: false });
      current = reconnect(open);
      follow(current);
    });
  };
  follow(current);
  return {
    async call(path, input, options: ClientOptions<ClientContext>) {
      const { link } = await withPatience(current, patienceMs);
      return link.call(path, input, options);
    },
  };
}

async function reconnect(open: Open): Promise<Transport> {
  for (let delay = 100; ; delay = Math.min(delay * 2, 3000)) {
    try {
      const { link, closed } = await open();
      return { link: guardLink(link, closed), closed };
    } catch {
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }
}

function withPatience<T>(pending: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(coreGone()), ms);
  });
  return Promise.race([pending, late]).finally(() => clearTimeout(timer));
}

function openSocket(): Promise<Transport> {
  const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${libraryBase(location.pathname)}rpc`);
  const closed = new Promise<void>((resolve) => socket.addEventListener('close', () => resolve()));
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve({ link: new SocketLink({ websocket: socket }), closed }));
    socket.addEventListener('error', () => reject(coreGone()));
  });
}

async function openPort(): Promise<Transport> {
  const { port1, port2 } = new MessageChannel();
  const closed = new Promise<void>((resolve) => {
    port1.addEventListener('close', () => resolve());
    const stop = window.tingjian?.onCoreRestarted(() => {
      stop?.();
      port1.close();
      resolve();
    });
  });
  const link = new PortLink({ port: port1 });
  port1.start();
  // A port cannot cross the bridge: the preload takes it from our own window's message.
  window.postMessage(PORT_HANDOVER, location.origin, [port2]);
  return { link, closed };
}
