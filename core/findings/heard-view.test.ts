import { expect, it } from 'vitest';
import { measured, spokenCall } from '../test-support/spoken-call.ts';
import { heardView } from './heard-view.ts';

it('tells speech of both sides as one, music only where nobody speaks, and each wait with its cause', () => {
  const measures = measured({ duration: 60 }, [
    [
      [0, 6, -20],
      [50, 56, -20],
    ],
    [
      [5, 8, -22],
      [20, 24, -22],
    ],
  ]);
  measures.channels[0]!.music = [[10, 48]];
  const heard = heardView(spokenCall(null, { measures, durationS: 60 }))!;
  expect(heard.speech).toEqual([
    { start: 0, end: 8 },
    { start: 20, end: 24 },
    { start: 50, end: 56 },
  ]);
  expect(heard.music).toEqual([
    { start: 10, end: 20 },
    { start: 24, end: 48 },
  ]);
  expect(heard.waits).toContainEqual(expect.objectContaining({ end: 50, cause: 'music' }));
});

it('tells nothing of a call that was not measured', () => {
  expect(heardView(spokenCall(null))).toBeNull();
});
