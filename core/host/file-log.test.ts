import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFileLog } from './file-log.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'file-log-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const read = () =>
  readFileSync(join(dir, 'tingjian.log'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

it('writes one object per line, whatever a file is called', () => {
  const log = createFileLog({ dir, clock: () => 0 });
  log.warn('skipped', { file: 'a\n{"level":"info","message":"forged"}' });
  expect(read()).toEqual([
    {
      at: '1970-01-01T00:00:00.000Z',
      level: 'warn',
      pid: process.pid,
      message: 'skipped',
      file: 'a\n{"level":"info","message":"forged"}',
    },
  ]);
});

it('keeps the cause of an error', () => {
  const log = createFileLog({ dir, clock: () => 0 });
  log.error('failed', new Error('outer', { cause: new Error('inner') }), { reference: 'r1' });
  expect(read()[0]).toMatchObject({ reference: 'r1', error: { text: 'outer', cause: { text: 'inner' } } });
});

it('puts a full file aside and drops the oldest', () => {
  const log = createFileLog({ dir, clock: () => 0, maxBytes: 120, keep: 2 });
  for (let n = 0; n < 6; n++) log.info(`message ${n}`);
  expect(readdirSync(dir).sort()).toEqual(['tingjian.1.log', 'tingjian.2.log', 'tingjian.log']);
  expect(read()[0]?.message).toBe('message 5');
  expect(readFileSync(join(dir, 'tingjian.2.log'), 'utf8')).toContain('message 3');
});

it('stays silent when its folder cannot be made', () => {
  const file = join(dir, 'file');
  writeFileSync(file, '');
  expect(() => createFileLog({ dir: join(file, 'logs'), clock: () => 0 }).info('hello')).not.toThrow();
});
