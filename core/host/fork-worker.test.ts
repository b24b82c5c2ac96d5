import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Log } from '../ports.ts';
import { createForkWorker } from './fork-worker.ts';

let dir: string;
let said: string[];
const log: Log = { info: () => {}, warn: (_message, data) => void said.push(String(data?.text)), error: () => {} };
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'fork-worker-'));
  said = [];
});
afterEach(() => rmSync(dir, { recursive: true }));

const worker = (source: string) => {
  const file = join(dir, '工人 $(x).mjs');
  writeFileSync(file, source);
  return createForkWorker(log)(pathToFileURL(file));
};

it('carries typed messages both ways', async () => {
  const handle = worker(`process.on('message', (m) => process.send(new Map([['sum', m.a + m.b]])))`);
  const answer = new Promise((resolve) => handle.onMessage(resolve));
  handle.post({ a: 1, b: 2 });
  expect(await answer).toEqual(new Map([['sum', 3]]));
  const exit = new Promise((resolve) => handle.onExit(resolve));
  handle.kill();
  expect(await exit).toBeNull();
});

it('reports a crash once, logs its words and survives a late message', async () => {
  const handle = worker(`process.stderr.write('bad frame'); process.exitCode = 7; process.disconnect()`);
  const codes: (number | null)[] = [];
  await new Promise<void>((resolve) =>
    handle.onExit((code) => {
      codes.push(code);
      resolve();
    }),
  );
  handle.post('too late');
  expect(codes).toEqual([7]);
  await expect.poll(() => said.join('')).toContain('bad frame');
});
