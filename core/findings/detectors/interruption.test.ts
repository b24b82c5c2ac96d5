import { describe, expect, it } from 'vitest';
import { type Line, measured, spokenCall } from '../../test-support/spoken-call.ts';
import { interruption } from './interruption.ts';

const story: Line = ['customer', 10, 30, '我上周办理的退订一直没有成功，昨天又扣了我二十块钱。'];
const by = (line: Line, facts: Parameters<typeof spokenCall>[1] = {}) =>
  interruption.detect(spokenCall([story, line], facts));

describe('interruption by the transcript', () => {
  it('is the agent over the customer, long enough and with something to say', () => {
    expect(by(['agent', 26, 36, '您先听我说，退订是需要次月生效的。'])).toMatchObject({
      verdict: 'not_met',
      value: 1,
      evidence: [{ start: 26, end: 30, channel: 0 }],
    });
  });

  it.each<[string, Line]>([
    ['too short', ['agent', 28.5, 36, '您先听我说，退订是次月生效的。']],
    ['only 嗯, 对, 好的', ['agent', 20, 24, '嗯，对，对，好的。']],
    ['after the customer', ['agent', 30.5, 36, '您先听我说。']],
    ['the customer over the agent', ['agent', 9, 20, '您好，请问有什么可以帮您？']],
  ])('is not %s', (_what, line) => {
    expect(by(line)).toMatchObject({ verdict: 'met', value: 0 });
  });

  it('cannot be told in mono, nor from estimated ends', () => {
    const line: Line = ['agent', 26, 36, '您先听我说，退订是需要次月生效的。'];
    expect(by(line, { channels: 1, agentChannel: null }).verdict).toBe('cannot_tell');
    expect(by(line, { timing: 'starts' }).verdict).toBe('cannot_tell');
  });
});

describe('interruption by the signal', () => {
  const overlaps = [
    { start: 26, end: 30, by: 0 },
    { start: 40, end: 41, by: 0 },
    { start: 50, end: 55, by: 1 },
  ];
  const measures = measured({ overlaps });

  it('is an overlap that the agent began', () => {
    expect(interruption.detect(spokenCall(null, { measures }))).toMatchObject({ verdict: 'not_met', value: 1 });
    expect(interruption.detect(spokenCall(null, { measures, agentChannel: 1 }))).toMatchObject({
      evidence: [{ start: 50, end: 55, channel: 1 }],
    });
  });

  it('is left open where the transcript has the customer silent: voices of the room are not interrupted', () => {
    const lines: Line[] = [story, ['agent', 49, 56, '您先听我说，退订是次月生效的。']];
    const apart = measured({ overlaps: [{ start: 50, end: 55, by: 0 }] });
    expect(interruption.detect(spokenCall(lines, { measures: apart })).verdict).toBe('cannot_tell');
  });

  it('is none when the text says that it was only 嗯', () => {
    expect(by(['agent', 26, 30, '嗯，对，嗯嗯。'], { measures }).verdict).toBe('met');
    expect(by(['agent', 26, 34, '您先听我说，退订次月生效。'], { measures }).verdict).toBe('not_met');
  });
});
