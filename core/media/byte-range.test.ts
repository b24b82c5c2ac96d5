import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseByteRange } from './byte-range.ts';

it.each([
  ['no header', undefined, 10, { kind: 'whole' }],
  ['another unit', 'items=0-1', 10, { kind: 'whole' }],
  ['several ranges', 'bytes=0-1,4-5', 10, { kind: 'whole' }],
  ['an end before the start', 'bytes=5-2', 10, { kind: 'whole' }],
  ['nothing in it', 'bytes=-', 10, { kind: 'whole' }],
  ['a span', 'bytes=2-4', 10, { kind: 'part', start: 2, end: 4 }],
  ['an open end', 'bytes=2-', 10, { kind: 'part', start: 2, end: 9 }],
  ['an end beyond the file', 'bytes=2-99', 10, { kind: 'part', start: 2, end: 9 }],
  ['the last bytes', 'bytes=-3', 10, { kind: 'part', start: 7, end: 9 }],
  ['more last bytes than there are', 'bytes=-99', 10, { kind: 'part', start: 0, end: 9 }],
  ['a start beyond the file', 'bytes=10-', 10, { kind: 'unsatisfiable' }],
  ['no last bytes', 'bytes=-0', 10, { kind: 'unsatisfiable' }],
  ['an empty file', 'bytes=0-', 0, { kind: 'unsatisfiable' }],
] as const)('understands a header with %s', (_what, header, size, expected) => {
  expect(parseByteRange(header, size)).toEqual(expected);
});

it('never leaves the file, whatever is asked', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), fc.nat(), fc.nat(1000), (junk, a, b, size) => {
      for (const header of [junk, `bytes=${junk}`, `bytes=${a}-${b}`, `bytes=${a}-`, `bytes=-${b}`]) {
        const range = parseByteRange(header, size);
        if (range.kind !== 'part') continue;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.start).toBeLessThanOrEqual(range.end);
        expect(range.end).toBeLessThan(size);
      }
    }),
  );
});
