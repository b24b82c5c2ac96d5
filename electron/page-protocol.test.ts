import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerPage } from './page-protocol.ts';

let rendererDir: string;
beforeAll(() => {
  rendererDir = mkdtempSync(join(tmpdir(), 'page-'));
  mkdirSync(join(rendererDir, 'assets'));
  writeFileSync(join(rendererDir, 'index.html'), '<head><meta name="csp-nonce" content="" /></head>');
  writeFileSync(join(rendererDir, 'assets', 'a.js'), 'export {}');
  writeFileSync(join(rendererDir, 'sound.wav'), '0123456789');
});
afterAll(() => rmSync(rendererDir, { recursive: true }));

const ask = (path: string, init?: RequestInit) =>
  answerPage(new Request(path.includes('://') ? path : `tingjian://app${path}`, init), {
    rendererDir,
    resolveMedia: async (media, library) =>
      library === 'own' && media === 'recordings/r1/audio'
        ? { file: join(rendererDir, 'sound.wav'), contentType: 'audio/wav' }
        : null,
  });

it('serves the page with its nonce in both places', async () => {
  const response = await ask('/');
  const nonce = /'nonce-([\w-]+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1];
  expect(nonce).toHaveLength(22);
  expect(await response.text()).toContain(`content="${nonce}"`);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

it('serves scripts as scripts', async () => {
  expect((await ask('/assets/a.js')).headers.get('content-type')).toContain('text/javascript');
});

it.each([
  ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
  ['bytes=7-', 206, '789', 'bytes 7-9/10'],
  [undefined, 200, '0123456789', null],
  ['bytes=10-', 416, '', 'bytes */10'],
])('answers Range %s with %i', async (range, status, body, contentRange) => {
  const response = await ask('/media/recordings/r1/audio', range ? { headers: { range } } : {});
  expect(response.status).toBe(status);
  expect(await response.text()).toBe(body);
  expect(response.headers.get('content-range')).toBe(contentRange);
});

it.each([
  ['/media/recordings/other/audio', 404],
  ['/samples/media/recordings/r1/audio', 404],
  ['/samples/', 200],
  ['/media/../index.html.bak', 404],
  ['/..%2f..%2f..%2f..%2fetc%2fpasswd', 404],
  ['tingjian://evil/index.html', 404],
  ['/assets', 404],
])('%s is answered with %i', async (path, status) => {
  expect((await ask(path)).status).toBe(status);
});

it('lets no media file run anything, even opened as a page', async () => {
  const response = await ask('/media/recordings/r1/audio');
  expect(response.headers.get('content-security-policy')).toContain('sandbox');
});

it('takes no other method', async () => {
  expect((await ask('/', { method: 'POST', body: 'x' })).status).toBe(405);
  const head = await ask('/media/recordings/r1/audio', { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '10', '']);
});
