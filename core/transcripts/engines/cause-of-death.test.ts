import { expect, it } from 'vitest';
import { causeOfDeath } from './cause-of-death.ts';

it.each([
  ['Linux', { code: null, signal: 'SIGILL' }, 'processor'],
  ['Electron on Linux', { code: 4 }, 'processor'],
  ['Windows', { code: 0xc000001d }, 'processor'],
  ['Windows, as a signed number', { code: 0xc000001d | 0 }, 'processor'],
  ['Linux out of memory', { code: null, signal: 'SIGKILL' }, 'memory'],
  ['a shell that started it', { code: 137 }, 'memory'],
  ['Windows out of memory', { code: 0xc0000017 }, 'memory'],
  ['a crash', { code: null, signal: 'SIGSEGV' }, 'unknown'],
  ['an ordinary end', { code: 1 }, 'unknown'],
] as const)('%s tells why the process ended', (_, exit, cause) => {
  expect(causeOfDeath(exit, 'sound')).toBe(cause);
});

it('an assertion of the engine is blamed on memory only while it takes the room for its model', () => {
  expect(causeOfDeath({ code: null, signal: 'SIGABRT' }, 'model')).toBe('memory');
  expect(causeOfDeath({ code: null, signal: 'SIGABRT' }, 'sound')).toBe('unknown');
});
