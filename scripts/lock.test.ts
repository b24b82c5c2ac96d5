import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { completed, missingEntries, platformOf } from './lib/lock.mjs';

const lock = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8'));

it('the lock file names every platform package, so that npm ci takes it (else: npm run lock)', () => {
  expect(missingEntries(lock).map((one: { path: string }) => one.path)).toEqual([]);
});

it('adds a platform package that is missing, and nothing else', () => {
  const packages = {
    '': { name: 'x' },
    'node_modules/b': {
      version: '1.0.0',
      dev: true,
      optionalDependencies: { '@b/win32-x64-msvc': '1.0.0', fsevents: '2.0.0' },
    },
  };
  expect(completed({ lockfileVersion: 3, packages })).toEqual({
    lockfileVersion: 3,
    packages: {
      ...packages,
      'node_modules/@b/win32-x64-msvc': { version: '1.0.0', os: ['win32'], cpu: ['x64'], dev: true, optional: true },
    },
  });
});

it.each([
  ['@oxc-parser/binding-linux-arm-musleabihf', { os: ['linux'], cpu: ['arm'], libc: ['musl'] }],
  ['@biomejs/cli-linux-arm64', { os: ['linux'], cpu: ['arm64'] }],
  ['fsevents', null],
])('reads the platform of %s', (name, expected) => {
  expect(platformOf(name)).toEqual(expected);
});
