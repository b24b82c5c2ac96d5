import { expect, it } from 'vitest';
import { cutAtSoftParts, withoutBackground } from './background.ts';
import { toByte } from './levels.ts';
import type { Pair } from './spans.ts';

/** Levels by hundredths of a second: pieces of so many dBFS over a room of its own. */
function levelsOf(seconds: number, room: number, pieces: readonly (readonly [number, number, number])[]): Uint8Array {
  const levels = new Uint8Array(seconds * 100).fill(toByte(room));
  for (const [start, end, db] of pieces) levels.fill(toByte(db), start * 100, end * 100);
  return levels;
}
const spans = (pieces: readonly (readonly [number, number, number])[]): Pair[] =>
  pieces.map(([start, end]) => [start, end]);

it.each([
  ['a neighbour 18 dB below in a quiet room', -70, -43, false, false],
  ['a babble that comes through 13 dB below', -44, -38, false, false],
  ['somebody 13 dB softer in a quiet room', -70, -38, false, true],
  ['the far side of a mono recording, 20 dB softer', -70, -45, true, true],
  ['a babble 20 dB below in a mono recording', -48, -45, true, false],
])('%s: over a room of %i dBFS, %i dBFS, mono %s: is the speaker %s', (_what, room, db, mono, isSpeaker) => {
  const pieces = [
    [1, 6, -25],
    [20, 21, db],
    [40, 45, -25],
  ] as const;
  const kept = withoutBackground(spans(pieces), levelsOf(60, room, pieces), mono);
  expect(kept).toEqual(spans(isSpeaker ? pieces : [pieces[0], pieces[2]]));
});

it('cuts a long soft part of mono speech out as a piece of its own, and no pause of a breath', () => {
  const levels = levelsOf(40, -70, [
    [1, 10, -25],
    [10, 30, -45],
    [30, 38, -25],
    [33, 34, -45],
  ]);
  const cut = cutAtSoftParts([[1, 38]], levels);
  expect(cut).toHaveLength(3);
  expect(cut[1]![0]).toBeCloseTo(10, 0);
  expect(cut[1]![1]).toBeCloseTo(30, 0);
});
