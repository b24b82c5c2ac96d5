import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DomainError } from '../domain-error.ts';
import type { Log } from '../ports.ts';
import { createRouter } from '../router.ts';
import type { Services } from '../service.ts';
import { type Connection, transports } from '../test-support/transports.ts';
import { type AppEvent, contract } from './index.ts';

const measured = {
  whole: 9_007_199_254_740_991,
  fraction: 0.1 + 0.2,
  negative: -12.5,
  none: null,
  at: new Date('2026-03-02T09:15:03.123+08:00'),
  text: '听鉴 “引号” \u{1f600}\n\0',
  nested: [{ spans: [[0, 1.5], []] }, true],
};
const secret = 'password=hunter2 in /home/someone';

/** What the services were asked and what became of it. */
let seen: { opened: number; closed: number; aborted: number; logged: unknown[] };
let connection: Connection;

/** Few operations of the real contract, behaving as services do: answering, refusing, failing, streaming, waiting. */
function testServices(): Services {
  const services: Record<string, Record<string, unknown>> = {
    findings: {
      measures: async ({ recordingId }: { recordingId: string }) => (recordingId === 'r1' ? measured : null),
    },
    recordings: {
      get: async ({ id }: { id: string }) => {
        throw new DomainError('RECORDING_NOT_FOUND', { id });
      },
      facets: async () => {
        throw new Error(secret);
      },
      revealPhone: async () => ({ phone: { whole: secret } }),
      ids: async ({ filter }: { filter: object }) => [JSON.stringify(filter)],
    },
    app: {
      events: async () => changes(),
      verify: (_input: unknown, { signal }: { signal?: AbortSignal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            seen.aborted += 1;
            reject(signal.reason);
          });
        }),
    },
  };
  return services as unknown as Services;
}

async function* changes(): AsyncGenerator<AppEvent> {
  seen.opened += 1;
  try {
    for (;;) {
      yield { type: 'changed', topic: 'recordings' };
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  } finally {
    seen.closed += 1;
  }
}

const log: Log = { info() {}, warn() {}, error: (_message, error, data) => seen.logged.push({ error, data }) };
const failure = async (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable('the call succeeded'),
    (error: unknown) => error as Error & { code: string; defined: boolean; status: number; data: unknown },
  );

describe.each(Object.entries(transports))('the contract over %s', (name, connect) => {
  beforeEach(async () => {
    seen = { opened: 0, closed: 0, aborted: 0, logged: [] };
    connection = await connect(createRouter(testServices(), log, '/library'));
  });
  afterEach(() => connection.close());

  it('carries numbers, dates, nulls and Chinese text as they are', async () => {
    const { client } = connection;
    expect(await client.findings.measures({ recordingId: 'r1' })).toEqual(measured);
    expect(await client.findings.measures({ recordingId: 'r2' })).toBeNull();
    const filter = { q: '投诉', minDurationMs: 0, directions: [] };
    const sort = { by: 'startedAt', descending: true } as const;
    expect(JSON.parse((await client.recordings.ids({ filter, sort }))[0]!)).toEqual(filter);
  });

  it('brings an expected error with its code, its status and what its text is filled with', async () => {
    const error = await failure(connection.client.recordings.get({ id: 'nope' }));
    expect(error).toMatchObject({
      code: 'RECORDING_NOT_FOUND',
      defined: true,
      status: 404,
      data: { params: { id: 'nope' } },
    });
    expect(seen.logged).toEqual([]);
  });

  it('refuses bad input before any service sees it, and says what is wrong with it', async () => {
    const bad = { filter: {}, sort: { by: 'colour', descending: 1 } } as never;
    const error = await failure(connection.client.recordings.ids(bad));
    expect(error).toMatchObject({ code: 'BAD_REQUEST', status: 400 });
    const { issues } = error.data as { issues: { path: string[] }[] };
    expect(issues.map((issue) => issue.path.join('.')).sort()).toEqual(['sort.by', 'sort.descending']);
  });

  it('shows an unexpected error as a reference only, and logs it whole', async () => {
    const error = await failure(connection.client.recordings.facets({ filter: {} }));
    expect(error).toMatchObject({ code: 'INTERNAL', defined: true, status: 500 });
    const { reference } = (error.data as { params: { reference: string } }).params;
    expect(reference).toMatch(/^[0-9a-f]{8}$/);
    expect(`${error.message} ${JSON.stringify(error)}`).not.toContain('hunter2');
    expect(seen.logged).toMatchObject([
      { error: new Error(secret), data: { operation: 'recordings.facets', reference } },
    ]);
  });

  it('lets no answer out that is not of the agreed shape', async () => {
    const error = await failure(connection.client.recordings.revealPhone({ id: 'r1' }));
    expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', status: 500 });
    expect(`${error.message} ${JSON.stringify(error)}`).not.toContain('hunter2');
  });

  it('ends the stream in the service when the listener leaves early', async () => {
    let count = 0;
    for await (const event of await connection.client.app.events()) {
      expect(event).toEqual({ type: 'changed', topic: 'recordings' });
      if (++count === 3) break;
    }
    await expect.poll(() => seen.closed).toBe(1);
    expect(seen.opened).toBe(1);
  });

  it('tells the service when the caller cancels', async () => {
    const cancel = new AbortController();
    const call = failure(connection.client.app.verify(undefined, { signal: cancel.signal }));
    setTimeout(() => cancel.abort(), 20);
    await call;
    await expect.poll(() => seen.aborted).toBe(1);
  });

  it('knows no operation but those of the contract', async () => {
    const paths = [['nope'], ['recordings', 'nope'], ['recordings'], ['constructor'], ['recordings', 'constructor']];
    const inherited = [
      ['__proto__', 'toString'],
      ['recordings', '__proto__', 'valueOf'],
      ['recordings', 'get', '~orpc'],
    ];
    for (const path of [...paths, ...inherited]) {
      const error = await failure(connection.callPath(path, {}));
      if (name !== 'direct call') expect(error, path.join('.')).toMatchObject({ code: 'NOT_FOUND', status: 404 });
    }
    expect(seen).toMatchObject({ opened: 0, logged: [] });
  });
});

describe('the contract', () => {
  it('says of every operation what goes in or what comes out', () => {
    for (const [room, operations] of Object.entries(contract))
      for (const [name, operation] of Object.entries(operations)) {
        const { inputSchema, outputSchema } = operation['~orpc'];
        expect(inputSchema ?? outputSchema, `${room}.${name}`).toBeDefined();
      }
  });
});
