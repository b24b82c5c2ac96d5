import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { libraryDir } from './library-dir.ts';

it.each([
  ['what was asked for before the environment', 'a b', { TINGJIAN_LIBRARY: '/env' }, 'linux', resolve('a b')],
  ['the environment before the default', undefined, { TINGJIAN_LIBRARY: '/env' }, 'linux', '/env'],
  ['the XDG folder on Linux', undefined, { XDG_DATA_HOME: '/data' }, 'linux', '/data/tingjian'],
  [
    '~/.local/share when XDG_DATA_HOME is relative',
    undefined,
    { XDG_DATA_HOME: 'x' },
    'linux',
    '/home/z/.local/share/tingjian',
  ],
  ['~/.local/share without it', undefined, {}, 'linux', '/home/z/.local/share/tingjian'],
  ['Application Support on macOS', undefined, {}, 'darwin', '/home/z/Library/Application Support/tingjian'],
  ['the local application data on Windows', undefined, { LOCALAPPDATA: '/l' }, 'win32', '/l/tingjian'],
] as const)('the library is in %s', (_what, asked, env, platform, expected) => {
  expect(libraryDir(asked, env, platform, '/home/z')).toBe(expected);
});
