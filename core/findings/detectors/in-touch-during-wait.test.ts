import { describe, expect, it } from 'vitest';
import { type Line, measured, spokenCall } from '../../test-support/spoken-call.ts';
import { inTouchDuringWait } from './in-touch-during-wait.ts';

const opening: Line[] = [
  ['agent', 0, 5, '请您稍等，我为您查询一下，好吗？'],
  ['customer', 5.5, 6, '好的。'],
];
const back = (at: number): Line => ['agent', at, at + 4, '感谢您的等待，已经查到了。'];
const detect = (lines: Line[] | null, facts: Parameters<typeof spokenCall>[1] = {}, params = {}) =>
  inTouchDuringWait.detect(spokenCall(lines, facts), params);
const speech = (...spans: [number, number][]) =>
  spans.map(([start, end]): [number, number, number] => [start, end, -20]);

describe('in-touch-during-wait', () => {
  it('minds a long wait without a word', () => {
    expect(detect([...opening, back(76)])).toMatchObject({
      verdict: 'not_met',
      value: 70,
      evidence: [{ start: 6, end: 76 }],
    });
  });

  it('is content with a word in between, and looks at every gap', () => {
    const word = (at: number): Line => ['agent', at, at + 2, '还在为您核实，请再等一下。'];
    expect(detect([...opening, word(40), back(76)])).toMatchObject({ verdict: 'met', value: 34, occasion: true });
    expect(detect([...opening, word(40), back(100)])).toMatchObject({
      verdict: 'not_met',
      evidence: [{ start: 42, end: 100 }],
    });
    expect(detect([...opening, word(40), word(80), back(120)]).verdict).toBe('met');
  });

  it('takes neither a sigh nor the customer’s call for a word of the agent', () => {
    const meanwhile: Line[] = [
      ['customer', 30, 31, '喂？'],
      ['agent', 45, 45.4, '嗯。'],
    ];
    expect(detect([...opening, ...meanwhile, back(76)]).verdict).toBe('not_met');
  });

  it('has no occasion in a short wait or while the customer is away', () => {
    expect(detect([...opening, back(50)]).occasion).toBe(false);
    const looks: Line[] = [
      ['agent', 0, 5, '请您看一下设备背面的编号。'],
      ['customer', 5.5, 6, '我去看一下，您等等。'],
    ];
    expect(detect([...looks, back(90)]).occasion).toBe(false);
  });

  it('takes the limits of the library', () => {
    expect(detect([...opening, back(76)], {}, { every: 90 }).verdict).toBe('met');
    expect(detect([...opening, back(50)], {}, { long: 30, every: 30 }).verdict).toBe('not_met');
  });

  it('by the signal alone trusts music, not silence', () => {
    const measures = measured({ silences: [[6, 76]] }, [speech([0, 5], [76, 80]), speech([5.5, 6])]);
    expect(detect(null, { measures }).verdict).toBe('cannot_tell');
    measures.channels[1]!.music = [[6, 76]];
    expect(detect(null, { measures }).verdict).toBe('not_met');
    const touched = measured({ silences: [], duration: 82 }, [speech([0, 5], [40, 42], [76, 80]), speech([5.5, 6])]);
    expect(detect(null, { measures: touched }).verdict).toBe('met');
  });

  it('cannot tell from estimated times, from nothing, or whose the short words of a mono recording are', () => {
    expect(detect([...opening, back(76)], { timing: 'estimated' }).verdict).toBe('cannot_tell');
    expect(detect(null).verdict).toBe('cannot_tell');
    const mono = measured({}, [speech([0, 5], [40, 41], [76, 80])]);
    expect(detect(null, { channels: 1, agentChannel: null, measures: mono }).verdict).toBe('cannot_tell');
  });
});
