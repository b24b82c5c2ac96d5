import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Contract } from '../core/contract/index.ts';
import type { Core } from '../core/create-core.ts';
import { type Libraries, openLibraries } from '../core/host/libraries.ts';
import { createNodePorts } from '../core/host/node-ports.ts';
import { findProduct } from '../core/host/product.ts';
import { startWebServer, type WebServer } from './server.ts';

type Client = ContractRouterClient<Contract>;
const sample = join(findProduct().samplesDir, '20260302_101544_8012_13700001111.mp3');
const batch = '0b0e7d1c-4b1c-4f0e-9d51-222222222222';
let dir: string;
let libraries: Libraries;
let core: Core;
let server: WebServer;
let cookie: string;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'web-server-'));
  writeFileSync(join(dir, 'index.html'), '<head><meta name="csp-nonce" content="" /></head>');
  const samplesDir = join(dir, 'samples');
  cpSync(sample, join(samplesDir, 'a.mp3'));
  const ports = { ...createNodePorts('web', join(dir, 'library')), samplesDir };
  libraries = await openLibraries(ports);
  core = await libraries.of('own');
  server = await startWebServer({ libraries, log: ports.log, rendererDir: dir, host: '127.0.0.1', port: 0 });
  const welcome = await fetch(server.address, { redirect: 'manual' });
  cookie = welcome.headers.get('set-cookie')?.split(';')[0] ?? '';
});
afterAll(async () => {
  await server.close();
  await libraries.close();
  rmSync(dir, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.origin + path, { headers: { cookie, ...headers } });
const put = (path: string, body: string | Buffer<ArrayBuffer>) =>
  fetch(server.origin + path, { method: 'PUT', body, headers: { cookie, origin: server.origin } });
const socket = (headers: Record<string, string>) =>
  new WebSocket(`${server.origin.replace('http', 'ws')}/rpc`, { headers });
const opened = (link: WebSocket) =>
  new Promise<'open' | 'refused'>((resolve) => {
    link.on('open', () => resolve('open'));
    link.on('error', () => resolve('refused'));
  });

describe('the door', () => {
  it('takes the token from the address once and keeps it where no script can read it', async () => {
    const welcome = await fetch(server.address, { redirect: 'manual' });
    expect([welcome.status, welcome.headers.get('location')]).toEqual([303, '/']);
    expect(welcome.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
    expect((await get('/')).status).toBe(200);
  });

  it.each(['/', '/media/recordings/x/audio', '/rpc/app/info', '/upload/x'])('keeps strangers from %s', async (path) => {
    expect((await fetch(server.origin + path)).status).toBe(401);
  });

  it('does not answer to a foreign name', async () => {
    const status = await new Promise((resolve) => {
      const options = {
        port: server.port,
        host: '127.0.0.1',
        headers: { host: `evil.example:${server.port}`, cookie },
      };
      httpRequest(options, (response) => resolve(response.resume().statusCode)).end();
    });
    expect(status).toBe(403);
  });

  it.each([
    ['its own page', () => ({ cookie, origin: server.origin }), 'open'],
    ['a stranger', () => ({ origin: server.origin }), 'refused'],
    ['another page of this machine', () => ({ cookie, origin: 'http://127.0.0.1:3000' }), 'refused'],
  ] as const)('meets a WebSocket of %s', async (_who, headers, expected) => {
    const link = socket(headers());
    expect(await opened(link)).toBe(expected);
    link.terminate();
  });
});

it('serves the page with a fresh nonce and strict headers', async () => {
  const page = await get('/');
  const policy = page.headers.get('content-security-policy') ?? '';
  const nonce = /'nonce-([\w-]+)'/.exec(policy)?.[1];
  expect(await page.text()).toContain(`content="${nonce}"`);
  expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${server.port};`);
  expect((await get('/')).headers.get('content-security-policy')).not.toBe(policy);
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
});

it.each([
  '/missing.js',
  '/..%2f..%2fetc%2fpasswd',
  '/%ff',
  '/media/',
  '/media/exports/..%2f..%2flibrary.db',
  '/media/%ff',
])('has nothing at %s', async (path) => {
  expect((await get(path)).status).toBe(404);
});

describe('the contract', () => {
  it('answers over WebSocket', async () => {
    const link = socket({ cookie, origin: server.origin });
    await opened(link);
    const client: Client = createORPCClient(new SocketLink({ websocket: link as never }));
    expect(await client.app.info()).toMatchObject({ shell: 'web', recordings: expect.any(Number) });
    await expect(client.recordings.get({ id: 'none' })).rejects.toMatchObject({ code: 'RECORDING_NOT_FOUND' });
    link.terminate();
  });

  it('answers over HTTP to a script that shows the token', async () => {
    const token = new URL(server.address).searchParams.get('token');
    const link = new HttpLink({ url: `${server.origin}/rpc`, headers: { authorization: `Bearer ${token}` } });
    const client: Client = createORPCClient(link);
    expect(await client.app.info()).toMatchObject({ shell: 'web' });
  });
});

it('serves the samples as a library of their own, which takes no other calls and leaves the first one alone', async () => {
  const link = new WebSocket(`${server.origin.replace('http', 'ws')}/samples/rpc`, {
    headers: { cookie, origin: server.origin },
  });
  expect(await opened(link)).toBe('open');
  const samples: Client = createORPCClient(new SocketLink({ websocket: link as never }));
  const info = await samples.app.info();
  expect(info).toMatchObject({ samples: true, library: join(dir, 'library', 'samples') });
  await expect(samples.imports.start({ paths: [sample] })).rejects.toMatchObject({ code: 'SAMPLES_APART' });
  await expect.poll(async () => (await samples.app.info()).recordings, { timeout: 120_000 }).toBe(1);
  const own = await core.services.app.info(undefined, {});
  expect(own).toMatchObject({ samples: false, recordings: 0 });
  await expect(core.services.imports.openSamples(undefined, {})).rejects.toMatchObject({ code: 'SAMPLES_APART' });
  const [row] = (
    await samples.recordings.list({ filter: {}, sort: { by: 'file', descending: false }, offset: 0, limit: 1 })
  ).rows;
  const { audioUrl } = await samples.recordings.get({ id: row!.id });
  expect((await get(`/samples/media/${audioUrl}`)).status).toBe(200);
  expect((await get(`/media/${audioUrl}`)).status).toBe(404);
  expect((await get('/samples/')).status).toBe(200);
  link.terminate();
}, 180_000);

describe('uploads', () => {
  it('carries a recording from the browser into the library and back, in parts', async () => {
    const name = encodeURIComponent(`三月 '$(x)' 1.mp3`);
    const bytes = readFileSync(sample);
    const sent = await put(`/upload/${batch}/${encodeURIComponent('录音')}/${name}`, bytes);
    const { path, root } = (await sent.json()) as { path: string; root: string };
    expect(sent.status).toBe(201);
    expect(root).toBe(join(core.dirs.inbox, batch, '录音'));
    expect(readFileSync(path).equals(bytes)).toBe(true);

    const { jobId } = await core.services.imports.start(
      { paths: [root], transcripts: true, analyze: false, copyIn: false },
      {},
    );
    await expect
      .poll(async () => (await core.services.imports.result({ jobId }, {})).state, { timeout: 15_000 })
      .toBe('done');
    const { recordings } = await core.services.imports.result({ jobId }, {});
    const { audioUrl } = await core.services.recordings.get({ id: recordings[0]!.id }, {});
    const whole = await get(`/media/${audioUrl}`);
    const all = Buffer.from(await whole.arrayBuffer());
    const part = await get(`/media/${audioUrl}`, { range: 'bytes=1000-1999' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 1000-1999/${all.length}`]);
    expect(Buffer.from(await part.arrayBuffer()).equals(all.subarray(1000, 2000))).toBe(true);
    const etag = whole.headers.get('etag') ?? '';
    expect((await get(`/media/${audioUrl}`, { 'if-none-match': etag })).status).toBe(304);
    expect((await get(`/media/${audioUrl}`, { range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200);
    expect((await get(`/media/${audioUrl}`, { range: `bytes=${all.length}-` })).status).toBe(416);
  });

  it.each(['..%2f..%2fx', '%2e%2e', 'a%5c..%5cb'])('never writes to %s', async (path) => {
    expect((await put(`/upload/${batch}/${path}`, 'x')).status).toBe(400);
  });

  it('keeps both of two files of one batch whose names become the same, and says where each lies', async () => {
    const own = randomUUID();
    const names = ['a"b.wav', 'a<b.wav', 'a>b.wav'].map(encodeURIComponent);
    const sent = await Promise.all(names.map((name, index) => put(`/upload/${own}/${name}`, `sound ${index}`)));
    const places = (await Promise.all(sent.map((answer) => answer.json()))) as { path: string; root: string }[];
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(places.map(({ path }) => readFileSync(path, 'utf8'))).toEqual(['sound 0', 'sound 1', 'sound 2']);
    expect(places.every(({ path, root }) => path === root)).toBe(true);
    expect(readdirSync(join(core.dirs.inbox, own)).sort()).toEqual(['a_b (2).wav', 'a_b (3).wav', 'a_b.wav']);
    const inside = await put(`/upload/${own}/folder/${names[0]}`, 'x');
    const again = await put(`/upload/${own}/folder/${names[1]}`, 'y');
    for (const answer of [inside, again])
      expect(((await answer.json()) as { root: string }).root).toBe(join(core.dirs.inbox, own, 'folder'));
  });

  it('says so when a file is to serve as a folder, and leaves it whole', async () => {
    const own = randomUUID();
    const { path } = (await (await put(`/upload/${own}/a.wav`, 'sound')).json()) as { path: string };
    expect((await put(`/upload/${own}/a.wav/b.wav`, 'x')).status).toBe(409);
    expect((await put(`/upload/${own}/a.wav/sub/b.wav`, 'x')).status).toBe(409);
    expect(readFileSync(path, 'utf8')).toBe('sound');
    expect(readdirSync(join(core.dirs.inbox, own))).toEqual(['a.wav']);
  });

  it('refuses more than the disk holds before it takes a byte', async () => {
    const status = await new Promise((resolve) => {
      const headers = { cookie, origin: server.origin, 'content-length': Number.MAX_SAFE_INTEGER };
      const asked = httpRequest(`${server.origin}/upload/${batch}/big.wav`, { method: 'PUT', headers }, (response) => {
        resolve(response.statusCode);
        asked.destroy();
      });
      asked.on('error', () => {});
      asked.flushHeaders();
    });
    expect(status).toBe(507);
  });
});
