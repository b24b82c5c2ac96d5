import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeFolder } from './make-folder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tingjian-folder-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('makes a folder with its parents, and is content with one that is there', () => {
  const path = join(root, '一', '二', '三');
  makeFolder(path);
  makeFolder(path);
  expect(statSync(path).isDirectory()).toBe(true);
});

it('refuses a folder below a file', () => {
  writeFileSync(join(root, 'file'), '');
  expect(() => makeFolder(join(root, 'file', 'below'))).toThrow();
});

it.runIf(process.platform === 'linux')('ends where the system makes no folders', () => {
  expect(() => makeFolder('/proc/tingjian/reports')).toThrow();
});
