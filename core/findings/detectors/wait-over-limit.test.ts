import { describe, expect, it } from 'vitest';
import { type Line, measured, spokenCall } from '../../test-support/spoken-call.ts';
import { waitOverLimit } from './wait-over-limit.ts';

const opening: Line[] = [
  ['agent', 0, 5, '您好，请稍等，我查一下。'],
  ['customer', 5.5, 6, '好的。'],
];
const back: Line = ['agent', 76, 80, '让您久等了，已经查到了。'];
const detect = (lines: Line[] | null, facts: Parameters<typeof spokenCall>[1] = {}, params = {}) =>
  waitOverLimit.detect(spokenCall(lines, facts), params);
/** `[start, end]` as speech at an even level. */
const speech = (...spans: [number, number][]) =>
  spans.map(([start, end]): [number, number, number] => [start, end, -20]);

describe('wait-over-limit by the transcript', () => {
  it('begins after the answer and ends when the agent really speaks', () => {
    expect(detect([...opening, back])).toMatchObject({
      verdict: 'not_met',
      value: 70,
      evidence: [{ start: 6, end: 76 }],
    });
  });

  it('is not ended by the customer calling into the line, nor by a sigh of the agent', () => {
    const meanwhile: Line[] = [
      ['customer', 30, 31, '喂？'],
      ['customer', 45, 46.5, '喂，你好，还在吗？'],
      ['agent', 50, 50.5, '嗯。'],
    ];
    expect(detect([...opening, ...meanwhile, back])).toMatchObject({ verdict: 'not_met', value: 70 });
  });

  it('is ended by the agent who stays in touch', () => {
    const outcome = detect([...opening, ['agent', 40, 42, '还在为您查询，请稍等。'], back]);
    expect(outcome).toMatchObject({ verdict: 'met', value: 34 });
  });

  it('is not what a customer with a long story does', () => {
    const story: Line = ['customer', 8, 83, '事情是这样的，我上个月去营业厅办理业务的时候，你们的工作人员告诉我……'];
    expect(detect([...opening, story, ['agent', 84, 86, '我明白了。']]).verdict).toBe('met');
  });

  it('goes on to the end when nobody comes back', () => {
    expect(detect(opening, { durationS: 90 })).toMatchObject({ verdict: 'not_met', value: 84 });
    const ended: Line[] = [['agent', 0, 4, '感谢您的来电，再见。']];
    expect(detect(ended, { durationS: 90 }).verdict).toBe('met');
  });

  it('takes the limit of the library', () => {
    expect(detect([...opening, back], {}, { limit: 90 }).verdict).toBe('met');
  });

  it('is not guessed from estimated times, nor from nothing', () => {
    expect(detect([...opening, back], { timing: 'estimated' }).verdict).toBe('cannot_tell');
    expect(detect(null).verdict).toBe('cannot_tell');
    expect(detect(null, { measures: measured() }).verdict).toBe('cannot_tell');
  });
});

describe('wait-over-limit by the signal', () => {
  const agent = speech([0, 5], [76, 80]);

  it('tells waiting from telling', () => {
    const waiting = measured({}, [agent, speech([5.5, 6], [30, 31], [60, 61])]);
    expect(detect(null, { measures: waiting })).toMatchObject({
      verdict: 'not_met',
      evidence: [{ start: 6, end: 76 }],
    });
    // A story with pauses for breath, none of its pieces long.
    const pieces = Array.from({ length: 22 }, (_, index): [number, number] => [6 + index * 3.2, 8 + index * 3.2]);
    expect(detect(null, { measures: measured({ duration: 85 }, [agent, speech(...pieces)]) }).verdict).toBe('met');
  });

  it('is preferred to the times of the transcript', () => {
    const measures = measured({ duration: 85 }, [speech([0, 5], [40, 42], [76, 80]), speech([5.5, 6])]);
    expect(detect([...opening, back], { measures }).verdict).toBe('met');
  });

  it('of a mono recording says so when silence is unbroken, and leaves it open when somebody calls', () => {
    const mono = { channels: 1, agentChannel: null };
    const silent = measured({}, [speech([0, 5], [76, 80])]);
    expect(detect(null, { ...mono, measures: silent }).verdict).toBe('not_met');
    const called = measured({}, [speech([0, 5], [40, 41], [76, 80])]);
    expect(detect(null, { ...mono, measures: called }).verdict).toBe('cannot_tell');
  });

  it('leaves it open whether the tail without words was a wait, unless music plays on', () => {
    const measures = measured({ duration: 200 }, [speech([0, 5]), speech([6, 9])]);
    expect(detect(null, { measures })).toMatchObject({ verdict: 'cannot_tell', evidence: [{ start: 9, end: 200 }] });
    measures.channels[1]!.music = [[10, 200]];
    expect(detect(null, { measures }).verdict).toBe('not_met');
  });

  it('finds a wait at the end of a very long call in its place', () => {
    const many = Array.from({ length: 600 }, (_, index): [number, number] => [index * 3, index * 3 + 1.5]);
    const measures = measured({ duration: 1870 }, [speech(...many, [1865, 1868]), speech([1799, 1799.4])]);
    expect(detect(null, { measures })).toMatchObject({ verdict: 'not_met', evidence: [{ start: 1799.4, end: 1865 }] });
  });
});
