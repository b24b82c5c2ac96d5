import { describe, expect, it } from 'vitest';
import type { Peaks } from '../../../sound/peaks.ts';
import { quietSpans, skipSpans, soundingShare } from './silence.ts';

/** A two-lane call of 10 pixels per second: 'a' agent speaks, 'c' customer, '.' nobody, '~' line noise. */
function call(pattern: string): Peaks {
  const level = { a: [60, 0], c: [0, 60], '.': [0, 0], '~': [2, 2] } as Record<string, [number, number]>;
  const values = Int8Array.from([...pattern].flatMap((sign) => level[sign]!.flatMap((value) => [-value, value])));
  return {
    channels: 2,
    duration: pattern.length / 10,
    levels: [{ secondsPerPixel: 0.1, length: pattern.length, values }],
  };
}

describe('skip silence', () => {
  it('finds pauses of more than a second and a half in which neither lane sounds', () => {
    const peaks = call(`${'a'.repeat(10)}${'.'.repeat(20)}${'c'.repeat(10)}${'.'.repeat(10)}${'a'.repeat(5)}`);
    expect(quietSpans(peaks)).toEqual([{ start: 1, end: 3 }]);
  });

  it('takes line noise for silence', () => {
    expect(quietSpans(call(`${'a'.repeat(10)}${'~'.repeat(20)}a`))).toEqual([{ start: 1, end: 3 }]);
  });

  it('does not skip while the other lane speaks', () => {
    expect(quietSpans(call('a'.repeat(10) + 'c'.repeat(30)))).toEqual([]);
  });

  it('leaves the edges of a pause and every finding that is being checked', () => {
    expect(skipSpans([{ start: 10, end: 20 }], [])).toEqual([{ start: 10.25, end: 19.75 }]);
    expect(skipSpans([{ start: 10, end: 20 }], [{ start: 8, end: 30 }])).toEqual([]);
    expect(skipSpans([{ start: 10, end: 20 }], [{ start: 12, end: 15 }])).toEqual([
      { start: 10.25, end: 12 },
      { start: 15, end: 19.75 },
    ]);
  });
});

it('tells music from silence in a pause between sentences', () => {
  const quiet = [{ start: 2, end: 8 }];
  expect(soundingShare(quiet, { start: 0, end: 10 })).toBeCloseTo(0.4);
  expect(soundingShare(quiet, { start: 20, end: 30 })).toBe(1);
});
