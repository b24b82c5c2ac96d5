import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Segment } from '../../../../core/contract/index.ts';
import { offsetAtTime, timeAtOffset, wordAround } from './text-position.ts';

const plain: Segment = { id: 1, speaker: 'agent', start: 10, end: 20, text: '您好，欢迎致电安心电' };
const timed: Segment = {
  ...plain,
  text: '您好，欢迎。',
  words: [
    { text: '您好', start: 10, end: 11 },
    { text: '欢迎', start: 15, end: 17 },
  ],
};

describe('without word times', () => {
  it('takes the characters to be spoken evenly', () => {
    expect(timeAtOffset(plain, 5)).toBe(15);
    expect(offsetAtTime(plain, 15)).toBe(5);
  });
});

describe('with word times', () => {
  it('goes by them, pauses included', () => {
    expect(timeAtOffset(timed, 3)).toBe(15);
    expect(timeAtOffset(timed, 4)).toBe(16);
    expect(offsetAtTime(timed, 13)).toBe(1);
    expect(offsetAtTime(timed, 16.2)).toBe(4);
  });

  it('falls back to even speech when the words are not those of the text', () => {
    expect(timeAtOffset({ ...plain, words: [{ text: 'other', start: 0, end: 1 }] }, 5)).toBe(15);
  });
});

it('comes back to the same character, for any sentence', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 0.2, max: 60, noNaN: true }),
      fc.nat(),
      (length, width, n) => {
        const segment: Segment = { id: 1, speaker: 'agent', start: 3, end: 3 + width, text: '字'.repeat(length) };
        const offset = n % length;
        expect(offsetAtTime(segment, timeAtOffset(segment, offset) + width / length / 2)).toBe(offset);
      },
    ),
  );
});

it('marks whole words', () => {
  expect(wordAround('感谢您的来电', 1)).toEqual({ from: 0, to: 2 });
  expect(wordAround('您好，欢迎', 2)).toEqual({ from: 0, to: 2 });
  expect(wordAround('感谢', 2)).toEqual({ from: 2, to: 2 });
});
