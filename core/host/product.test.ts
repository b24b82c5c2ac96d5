import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findProduct, unpacked } from './product.ts';

it('finds the product from any of its folders', () => {
  const product = findProduct(join(import.meta.dirname, 'deeper', 'still'));
  expect(existsSync(join(product.root, 'core', 'host', 'product.ts'))).toBe(true);
  expect(product.version).toMatch(/^\d+\.\d+\.\d+/);
  expect(existsSync(product.samplesDir)).toBe(true);
});

it('says so when there is none', () => {
  expect(() => findProduct('/')).toThrow('no product folder');
});

it.each([
  ['/opt/听鉴/resources/app.asar', '/opt/听鉴/resources/app.asar.unpacked'],
  ['C:\\p\\app.asar\\samples', 'C:\\p\\app.asar.unpacked\\samples'],
  ['/home/app.asarx/tingjian', '/home/app.asarx/tingjian'],
])('%s is opened at %s', (packed, expected) => {
  expect(unpacked(packed)).toBe(expected);
});
