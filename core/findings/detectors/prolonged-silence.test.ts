import { expect, it } from 'vitest';
import { type Line, measured, spokenCall } from '../../test-support/spoken-call.ts';
import { prolongedSilence } from './prolonged-silence.ts';

const withGap = (gap: number): Line[] => [
  ['agent', 0, 5, '您好，请讲。'],
  ['customer', 5 + gap, 7 + gap, '喂？'],
];
const speech: [number, number, number][] = [
  [10, 12, -20],
  [60, 62, -20],
];

it('clears a call whose transcript has no long gap', () => {
  expect(prolongedSilence.detect(spokenCall(withGap(3)))).toMatchObject({ verdict: 'met', value: 3 });
});

it('leaves a long gap of a transcript to the sound: it may be hold music', () => {
  expect(prolongedSilence.detect(spokenCall(withGap(20)))).toMatchObject({
    verdict: 'cannot_tell',
    evidence: [{ start: 5, end: 25 }],
  });
});

const silencesOf =
  (lines: Line[] | null) =>
  (...spans: [number, number][]) =>
    prolongedSilence.detect(spokenCall(lines, { measures: measured({ silences: spans }, [speech, []]) }));

it('judges by the measured silences from the first word to the goodbyes', () => {
  const silences = silencesOf([
    ['agent', 10, 12, '您好，请讲。'],
    ['agent', 60, 62, '感谢您的来电，再见。'],
  ]);
  expect(silences([12, 30], [40, 59])).toMatchObject({
    verdict: 'not_met',
    value: 19,
    evidence: [{ start: 12 }, { start: 40 }],
  });
  expect(silences([0, 10], [62, 300])).toMatchObject({ verdict: 'met', value: 0 });
});

it('counts the tail when nobody comes back, and leaves it open where nothing tells that the call went on', () => {
  const kept = silencesOf([
    ['agent', 10, 12, '您好，请讲。'],
    ['agent', 60, 62, '我去问一下，您等着。'],
  ]);
  expect(kept([62, 300])).toMatchObject({ verdict: 'not_met', evidence: [{ start: 62, cause: 'abandoned' }] });
  expect(silencesOf(null)([62, 300])).toMatchObject({ verdict: 'cannot_tell', value: 238 });
});

it('cannot tell from nothing', () => {
  expect(prolongedSilence.detect(spokenCall(null)).verdict).toBe('cannot_tell');
  const mute = measured({ silences: [[0, 300]] });
  expect(prolongedSilence.detect(spokenCall(null, { measures: mute })).verdict).toBe('cannot_tell');
});
