import { expect, it } from 'vitest';
import type { Peaks } from '../../../sound/peaks.ts';
import { gainOf } from './draw.ts';

const peaks = (loudest: number): Peaks => ({
  channels: 1,
  duration: 1,
  levels: [{ secondsPerPixel: 1, length: 1, values: Int8Array.of(-loudest, 3) }],
});

it('lets the loudest sound fill its lane, but magnifies noise no more than four times', () => {
  expect(gainOf(peaks(127))).toBe(1);
  expect(gainOf(peaks(64))).toBeCloseTo(127 / 64);
  expect(gainOf(peaks(2))).toBe(4);
});
