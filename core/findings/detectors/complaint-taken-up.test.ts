import { describe, expect, it } from 'vitest';
import { type Line, spokenCall } from '../../test-support/spoken-call.ts';
import { complaintTakenUp } from './complaint-taken-up.ts';

const complaint: Line = ['customer', 0, 2, '这什么服务，我要投诉！'];
const detect = (lines: Line[], params = {}) => complaintTakenUp.detect(spokenCall(lines), params);

describe('complaint-taken-up', () => {
  it('points at the complaint and at what was done', () => {
    expect(detect([complaint, ['agent', 3, 6, '非常抱歉，我马上给您登记。']])).toMatchObject({
      verdict: 'met',
      evidence: [
        { text: '我要投诉', channel: 1 },
        { text: '登记', channel: 0 },
      ],
    });
  });

  it('points at the refusal', () => {
    const refused = detect([complaint, ['agent', 3, 6, '你投诉吧。']]);
    expect(refused).toMatchObject({ verdict: 'not_met', evidence: [{ text: '我要投诉' }, { text: '你投诉吧。' }] });
  });

  it('is satisfied by a remedy with an apology, unless the library wants a record', () => {
    const remedy: Line[] = [complaint, ['agent', 3, 6, '非常抱歉，我马上给您退款。']];
    expect(detect(remedy).verdict).toBe('met');
    expect(detect(remedy, { recorded: true }).verdict).toBe('not_met');
  });

  it('cannot tell while the agent only listens, when the call ends, or when whoever answers is not known', () => {
    expect(detect([complaint, ['agent', 3, 4, '您请说。']]).verdict).toBe('cannot_tell');
    expect(detect([['agent', 0, 1, '您好'], complaint]).verdict).toBe('cannot_tell');
    expect(detect([complaint, ['unknown', 3, 4, '给您登记'], ['agent', 5, 6, '明天送到']]).verdict).toBe('cannot_tell');
  });

  it('has no occasion where 投诉 is only the name of a business', () => {
    const asked: Line[] = [
      ['customer', 0, 2, '查一下我的投诉进度'],
      ['agent', 3, 5, '预计明天回复您。'],
    ];
    expect(detect(asked)).toMatchObject({ verdict: 'met', occasion: false });
  });
});
