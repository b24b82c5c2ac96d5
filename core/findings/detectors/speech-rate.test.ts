import { expect, it } from 'vitest';
import { type Line, measured, spokenCall } from '../../test-support/spoken-call.ts';
import { speechRate } from './speech-rate.ts';

const text = '一'.repeat(40);
const lasting = (seconds: number): Line[] => [
  ['agent', 0, seconds, `${text}。`],
  ['agent', 100, 101, '好的。'],
];

it.each([
  [10, 'met', 240],
  [6, 'not_met', 400],
  [30, 'not_met', 80],
] as const)('40 characters in %d s', (seconds, verdict, value) => {
  expect(speechRate.detect(spokenCall(lasting(seconds)))).toMatchObject({ verdict, value });
});

it('leaves pauses out where the signal shows them', () => {
  const measures = measured({}, [
    [
      [0, 5, -20],
      [15, 20, -20],
    ],
    [],
  ]);
  expect(speechRate.detect(spokenCall(lasting(20), { measures }))).toMatchObject({ verdict: 'met', value: 240 });
  expect(speechRate.detect(spokenCall(lasting(40))).verdict).toBe('not_met');
});

it('cannot tell from estimated times or a few words', () => {
  expect(speechRate.detect(spokenCall(lasting(10), { timing: 'starts' })).verdict).toBe('cannot_tell');
  expect(speechRate.detect(spokenCall([['agent', 0, 3, '您好，请问有什么可以帮您？']])).verdict).toBe('cannot_tell');
});
