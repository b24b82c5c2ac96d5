import { expect, it } from 'vitest';
import { languageOf, readGlobals } from './globals.ts';

it.each([
  ['before the command', ['--library', '/l', '--json', 'import', 'a', '--cdr', 'b']],
  ['after the command', ['import', 'a', '--cdr', 'b', '--json', '--library=/l']],
  ['amid the arguments', ['import', '--json', 'a', '--library', '/l', '--cdr', 'b']],
])('understands global options %s', (_where, args) => {
  expect(readGlobals(args)).toMatchObject({ library: '/l', json: true, command: 'import', rest: ['a', '--cdr', 'b'] });
});

it('leaves everything after -- to the command', () => {
  expect(readGlobals(['search', '--', '--json'])).toMatchObject({
    json: false,
    command: 'search',
    rest: ['--', '--json'],
  });
});

it('leaves options it does not know to the command', () => {
  expect(readGlobals(['report', '--period', 'day', '--nonsense']).rest).toEqual(['--period', 'day', '--nonsense']);
});

it.each([
  [{ json: false, lang: 'en' }, { LANG: 'zh_CN.UTF-8' }, 'en'],
  [{ json: true, lang: 'zh-CN' }, {}, 'zh'],
  [{ json: true, lang: undefined }, { LANG: 'zh_CN.UTF-8' }, 'en'],
  [{ json: false, lang: undefined }, { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, 'zh'],
  [{ json: false, lang: undefined }, { LANG: 'C.UTF-8' }, 'en'],
  [{ json: false, lang: undefined }, {}, 'zh'],
] as const)('%j with %j speaks %s', (globals, env, expected) => {
  expect(languageOf(globals, env)).toBe(expected);
});
