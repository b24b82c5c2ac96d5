import { expect, it } from 'vitest';
import { isLoopback, knownHosts, shownHost } from './addresses.ts';

it('knows a loopback server by its three names only', () => {
  expect(knownHosts('127.0.0.1', 1, ['10.0.0.5'])).toEqual(['127.0.0.1:1', 'localhost:1', '[::1]:1']);
});

it('knows a server on one address by that address', () => {
  expect(knownHosts('10.0.0.5', 1)).toEqual(['10.0.0.5:1']);
  expect(knownHosts('fd00::5', 1)).toEqual(['[fd00::5]:1']);
});

it('knows a server on all addresses by each of them and shows the first', () => {
  expect(knownHosts('0.0.0.0', 1, ['10.0.0.5', 'desk'])).toEqual([
    '127.0.0.1:1',
    'localhost:1',
    '[::1]:1',
    '10.0.0.5:1',
    'desk:1',
  ]);
  expect(shownHost('0.0.0.0', ['10.0.0.5', 'desk'])).toBe('10.0.0.5');
});

it.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['localhost', true],
  ['127.evil.example', false],
  ['0.0.0.0', false],
])('takes %s for loopback: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
