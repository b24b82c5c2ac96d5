import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columns, levelFor, type Peaks, PeaksError, parsePeaks } from './peaks.ts';

function file(options: {
  version?: number;
  bits?: 8 | 16;
  channels?: number;
  values: number[];
  promised?: number;
}): ArrayBuffer {
  const { version = 2, bits = 8, channels = 1, values } = options;
  const header = version === 1 ? 20 : 24;
  const buffer = new ArrayBuffer(header + values.length * (bits / 8));
  const view = new DataView(buffer);
  view.setInt32(0, version, true);
  view.setUint32(4, bits === 8 ? 1 : 0, true);
  view.setInt32(8, 8000, true);
  view.setInt32(12, 256, true);
  view.setUint32(16, options.promised ?? values.length / (2 * channels), true);
  if (version === 2) view.setInt32(20, channels, true);
  values.forEach((value, i) => {
    if (bits === 8) view.setInt8(header + i, value);
    else view.setInt16(header + i * 2, value * 256, true);
  });
  return buffer;
}

describe('reading peaks', () => {
  it('reads both versions and both widths alike', () => {
    const values = [-10, 20, -30, 40];
    const read = (buffer: ArrayBuffer) => Array.from(parsePeaks(buffer).levels[0]!.values);
    expect(read(file({ values }))).toEqual(values);
    expect(read(file({ values, version: 1 }))).toEqual(values);
    expect(read(file({ values, bits: 16 }))).toEqual(values);
  });

  it('knows the duration and the channels', () => {
    const peaks = parsePeaks(file({ values: [-1, 1, -2, 2, -3, 3, -4, 4], channels: 2 }));
    expect(peaks).toMatchObject({ channels: 2, duration: 2 * 0.032 });
  });

  it('refuses what is no peaks file, or ends before its promise', () => {
    expect(() => parsePeaks(new ArrayBuffer(3))).toThrow(PeaksError);
    expect(() => parsePeaks(new TextEncoder().encode('<!doctype html><html></html>').buffer as ArrayBuffer)).toThrow(
      PeaksError,
    );
    expect(() => parsePeaks(file({ values: [-1, 1], promised: 99 }))).toThrow(PeaksError);
  });
});

const stereo = fc.array(fc.tuple(fc.integer({ min: -128, max: 0 }), fc.integer({ min: 0, max: 127 })), {
  minLength: 2,
  maxLength: 6000,
});
const peaksOf = (pairs: [number, number][]): Peaks => {
  const even = pairs.slice(0, pairs.length - (pairs.length % 2));
  return parsePeaks(file({ values: even.flat(), channels: 2 }));
};

describe('coarser levels', () => {
  it('never lose the loudest pixel', () => {
    fc.assert(
      fc.property(stereo, (pairs) => {
        const peaks = peaksOf(pairs);
        const extremes = peaks.levels.map((level) => [Math.min(...level.values), Math.max(...level.values)]);
        for (const extreme of extremes) expect(extreme).toEqual(extremes[0]);
      }),
      { numRuns: 50 },
    );
  });

  it('show the same extremes whatever the number of columns', () => {
    fc.assert(
      fc.property(stereo, fc.integer({ min: 1, max: 400 }), (pairs, count) => {
        const peaks = peaksOf(pairs);
        const whole = columns(peaks, null, 0, peaks.duration, count);
        expect(Math.max(...whole)).toBe(Math.max(...peaks.levels[0]!.values));
      }),
      { numRuns: 50 },
    );
  });

  it('are chosen so that a two-hour call is drawn from few pixels', () => {
    const pixels = Math.ceil(7200 / 0.032);
    const peaks = parsePeaks(file({ values: new Array(pixels * 4).fill(0), channels: 2 }));
    expect(levelFor(peaks, 7200 / 1200).length).toBeLessThan(4 * 1200);
    expect(levelFor(peaks, 30 / 1200).secondsPerPixel).toBeCloseTo(0.032);
  });
});

it('draws nothing outside of the call', () => {
  const peaks = parsePeaks(file({ values: [-50, 50, -50, 50] }));
  expect(Array.from(columns(peaks, 0, 1, 2, 4))).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});
