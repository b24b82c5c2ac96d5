import { describe, expect, it } from 'vitest';
import { addNoise, addTones, secondsOf } from '../testing.ts';
import { findProgressTones } from './beats.ts';
import { progressTones } from './call-progress.ts';
import { findKeys, readKeys } from './keys.ts';
import { createToneMeter } from './tone-meter.ts';

function heard(samples: Float32Array) {
  const meter = createToneMeter();
  meter.push(samples, samples.length);
  return [...findProgressTones(meter.progress.view(), 0), ...findKeys(meter.pressed.view(), 0)];
}

describe.each(progressTones)('the $kind tone of $countries', ({ kind, frequencies, on, off, within }) => {
  const beat = (samples: Float32Array, at: number) => {
    if (within === undefined) return addTones(samples, frequencies, { at, seconds: on });
    const part = (on - within) / 2;
    addTones(samples, frequencies, { at, seconds: part });
    addTones(samples, frequencies, { at: at + part + within, seconds: part });
  };
  it.each([3, 5])('is counted: %i beats, also in line noise', (count) => {
    const samples = secondsOf(1 + count * (on + off) + 1);
    for (let i = 0; i < count; i++) beat(samples, 1 + i * (on + off));
    addNoise(samples, -33);
    const [found, ...others] = heard(samples);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ kind, count });
    expect(found!.start).toBeCloseTo(1, 1);
    expect(found!.end).toBeCloseTo(1 + (count - 1) * (on + off) + on, 1);
  });
});

describe('ringing', () => {
  it('that the recording begins in, and that answering cuts short, counts these rings', () => {
    const samples = secondsOf(14);
    addTones(samples, [450], { at: 0, seconds: 0.4 });
    addTones(samples, [450], { at: 4.4, seconds: 1 });
    addTones(samples, [450], { at: 9.4, seconds: 0.5 });
    expect(heard(samples)).toMatchObject([{ kind: 'ring', count: 3 }]);
  });
  it('is not heard in a lone beep, a hum or a steady tone', () => {
    const samples = secondsOf(30);
    addTones(samples, [450], { at: 1, seconds: 0.3 });
    addTones(samples, [450], { at: 8, seconds: 5 });
    addTones(samples, [50], { at: 15, seconds: 10 });
    expect(heard(samples)).toEqual([]);
  });
});

describe('keys', () => {
  const tones: Record<string, [number, number]> = {
    1: [697, 1209],
    5: [770, 1336],
    9: [852, 1477],
    0: [941, 1336],
    '#': [941, 1477],
  };
  const press = (samples: Float32Array, digits: string, at: number, seconds: number) =>
    [...digits].forEach((digit, i) => {
      addTones(samples, tones[digit]!, { at: at + i * 0.2, seconds });
    });

  it.each([0.07, 0.1, 0.16])('pressed for %f s are read, also in line noise', (seconds) => {
    const samples = secondsOf(12);
    press(samples, '1590#', 1.005, seconds);
    press(samples, '11', 8.013, seconds);
    addNoise(samples, -38);
    const meter = createToneMeter();
    meter.push(samples, samples.length);
    expect(
      readKeys(meter.pressed.view())
        .map(({ key }) => key)
        .join(''),
    ).toBe('1590#11');
    expect(heard(samples).map(({ kind, count }) => [kind, count])).toEqual([
      ['dtmf', 5],
      ['dtmf', 2],
    ]);
  });
  it('are counted and placed, but which they were is not kept: it may be a card or a PIN', () => {
    const samples = secondsOf(4);
    press(samples, '1590', 1, 0.1);
    expect(heard(samples).map((tone) => Object.keys(tone).toSorted())).toEqual([
      ['channel', 'count', 'end', 'kind', 'start'],
    ]);
  });
  it('are not heard in noise or in a chord', () => {
    const samples = secondsOf(10);
    addNoise(samples, -20);
    addTones(samples, [262, 330, 392, 523, 784, 1047], { at: 2, seconds: 4, db: -10 });
    expect(heard(samples)).toEqual([]);
  });
});
