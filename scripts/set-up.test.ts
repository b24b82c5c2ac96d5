import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { closingLine, countPlaywright, countVitest, sum } from './lib/counts.mjs';
import { isInstalled } from './lib/install.mjs';
import { findNode } from './lib/pinned-node.mjs';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'set-up-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const packages = (file: string, entries: Record<string, unknown>) => {
  mkdirSync(join(dir, file, '..'), { recursive: true });
  writeFileSync(join(dir, file), JSON.stringify({ packages: { '': {}, ...entries } }));
};

it('installs when nothing is there, and when the lock file has moved on', () => {
  packages('package-lock.json', { 'node_modules/a': { version: '1.0.1' } });
  expect(isInstalled(dir)).toBe(false);
  packages('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
  expect(isInstalled(dir)).toBe(false);
  packages('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.1' } });
  expect(isInstalled(dir)).toBe(true);
});

it('does not wait for packages of other platforms', () => {
  packages('package-lock.json', { 'node_modules/a': { version: '1.0.0', optional: true } });
  packages('node_modules/.package-lock.json', {});
  expect(isInstalled(dir)).toBe(true);
});

it('prefers the pinned Node to the one that runs', () => {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const pinned = join(
    dir,
    'node_modules',
    `node-${platform}-${process.arch}`,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  expect(findNode(dir)).toBe(process.execPath);
  mkdirSync(join(pinned, '..'), { recursive: true });
  writeFileSync(pinned, '');
  expect(findNode(dir)).toBe(pinned);
});

it('sums both test runners into one line; a test that needed a second try has failed', () => {
  const vitest = countVitest({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 });
  const playwright = countPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } });
  expect(closingLine(sum([vitest, playwright, countVitest(null)]))).toBe('9 passed, 3 failed, 5 skipped');
});
