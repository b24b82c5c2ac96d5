import { isAbsolute, join, relative } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { uploadTarget } from './upload-path.ts';

const batch = '0b0e7d1c-4b1c-4f0e-9d51-111111111111';
const target = (path: string) => uploadTarget(`${batch}/${path}`)?.path ?? null;

it.each([
  ["录音/三月 (1)/$(x)'.wav", "录音/三月 (1)/$(x)'.wav"],
  ['a"b<c>.wav', 'a_b_c_.wav'],
  ['nul.wav', '_nul.wav'],
  ['name. ', 'name_'],
])('keeps the name of %s', (name, expected) => {
  expect(target(name.split('/').map(encodeURIComponent).join('/'))).toBe(expected);
});

it.each(['..', '../x', 'a/../../x', '%2e%2e/x', 'a%2fb', 'a%5cb', '', 'a//b', '%ff', 'x'.repeat(300)])(
  'refuses %j',
  (path) => {
    expect(target(path)).toBeNull();
  },
);

it('refuses a batch that is no identifier', () => {
  expect(uploadTarget('../a.wav')).toBeNull();
  expect(uploadTarget('inbox/a.wav')).toBeNull();
  expect(uploadTarget(batch)).toBeNull();
});

it('says which folder was dropped', () => {
  expect(uploadTarget(`${batch}/folder/sub/a.wav`)?.top).toBe('folder');
});

it('never leaves the inbox', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      (names, encode) => {
        const path = target(names.map((name) => (encode ? encodeURIComponent(name.toWellFormed()) : name)).join('/'));
        if (path === null) return;
        const inside = relative('/inbox', join('/inbox', path));
        expect(inside.startsWith('..') || isAbsolute(inside) || inside === '').toBe(false);
      },
    ),
  );
});
