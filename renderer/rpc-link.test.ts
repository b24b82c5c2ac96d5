import { type ClientLink, createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { describe, expect, it } from 'vitest';
import { type Contract, contract } from '../core/contract/index.ts';
import { guardLink } from './rpc-link.ts';

const call = (link: ClientLink<Record<never, never>>) => link.call(['app', 'info'], undefined, { context: {} });
const linkOf = (answer: () => Promise<unknown>): ClientLink<Record<never, never>> => ({ call: answer });
const never = () => new Promise<never>(() => {});
const gone = { code: 'CORE_GONE', defined: true, status: 503 };

describe('a link whose transport closed', () => {
  it('rejects the calls in flight', async () => {
    const closed = Promise.withResolvers<void>();
    const calls = [1, 2].map(() => call(guardLink(linkOf(never), closed.promise)));
    closed.resolve();
    for (const waiting of calls) await expect(waiting).rejects.toMatchObject(gone);
  });

  it('rejects later calls without sending them', async () => {
    let sent = 0;
    const link = guardLink(
      linkOf(async () => {
        sent += 1;
      }),
      Promise.resolve(),
    );
    await Promise.resolve();
    await expect(call(link)).rejects.toMatchObject(gone);
    expect(sent).toBe(0);
  });

  it('rejects also when the transport ended with an error', async () => {
    await expect(call(guardLink(linkOf(never), Promise.reject(new Error('reset'))))).rejects.toMatchObject(gone);
  });

  it('ends an open stream with the error, and lets it be left', async () => {
    const closed = Promise.withResolvers<void>();
    async function* silent() {
      yield 1;
      await never();
    }
    const link = guardLink(
      linkOf(async () => silent()),
      closed.promise,
    );
    const stream = (await call(link)) as AsyncIterableIterator<number>;
    expect(await stream.next()).toEqual({ done: false, value: 1 });
    const next = stream.next();
    closed.resolve();
    await expect(next).rejects.toMatchObject(gone);
    expect(await stream.return?.()).toMatchObject({ done: true });
  });
});

describe('a link whose transport lives', () => {
  const open = never();
  it('passes answers and errors through as they are', async () => {
    expect(
      await call(
        guardLink(
          linkOf(async () => ({ a: 1 })),
          open,
        ),
      ),
    ).toEqual({ a: 1 });
    const failing = linkOf(async () => {
      throw new Error('as it was');
    });
    await expect(call(guardLink(failing, open))).rejects.toThrow('as it was');
  });

  it('closes the source of a stream that is left early', async () => {
    let left = false;
    async function* numbers() {
      try {
        for (let n = 0; ; n++) yield n;
      } finally {
        left = true;
      }
    }
    const link = guardLink(
      linkOf(async () => numbers()),
      open,
    );
    for await (const n of (await call(link)) as AsyncIterable<number>) if (n === 3) break;
    expect(left).toBe(true);
  });
});

describe('a real port', () => {
  const started = Promise.withResolvers<void>();
  const room = implement(contract).recordings;
  const router = {
    recordings: {
      ids: room.ids.handler(async () => ['r1']),
      facets: room.facets.handler(() => {
        started.resolve();
        return never();
      }),
    },
  };
  const sort = { by: 'startedAt', descending: true } as const;

  it('answers, and rejects when the core is gone: the call in flight and every later one', async () => {
    const { port1, port2 } = new MessageChannel();
    new RPCHandler(router).upgrade(port2);
    port2.start();
    const closed = new Promise((resolve) => port1.addEventListener('close', resolve));
    const client: ContractRouterClient<Contract> = createORPCClient(guardLink(new PortLink({ port: port1 }), closed));
    port1.start();

    expect(await client.recordings.ids({ filter: {}, sort })).toEqual(['r1']);
    const inFlight = client.recordings.facets({ filter: {} });
    await started.promise;
    port2.close();
    await expect(inFlight).rejects.toMatchObject(gone);
    await expect(client.recordings.ids({ filter: {}, sort })).rejects.toMatchObject(gone);
  });
});
