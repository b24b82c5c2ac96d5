import { describe, expect, it } from 'vitest';
import { type Line, spokenCall } from '../../test-support/spoken-call.ts';
import { agentIdWhenAsked } from './agent-id-when-asked.ts';

const asked: Line[] = [
  ['agent', 0, 2, '您好，请讲。'],
  ['customer', 3, 5, '先说你工号多少。'],
];
const detect = (...after: Line[]) => agentIdWhenAsked.detect(spokenCall([...asked, ...after]));

describe('agent-id-when-asked', () => {
  it('points at the question and at the number', () => {
    expect(detect(['agent', 6, 8, '我的工号是八零一二。'])).toMatchObject({
      verdict: 'met',
      evidence: [
        { text: '你工号', channel: 1 },
        { text: '八零一二', channel: 0 },
      ],
    });
  });

  it('tells a wrong number from none', () => {
    expect(detect(['agent', 6, 8, '工号8013。']).reason.zh).toBe('被问工号，报的是 8013，记录中是 8012。');
    expect(detect(['agent', 6, 8, '我们先看您的问题。']).reason.zh).toBe('客户问工号，坐席没有报出。');
  });

  it('cannot tell when the call ends with the question, or when whoever answers is not known', () => {
    expect(detect().verdict).toBe('cannot_tell');
    expect(detect(['unknown', 6, 8, '八零一二'], ['agent', 9, 10, '好的']).verdict).toBe('cannot_tell');
  });

  it('waits as many turns as the library says', () => {
    const late = spokenCall([
      ...asked,
      ['agent', 6, 8, '请您稍等一下。'],
      ['customer', 8, 9, '快点。'],
      ['agent', 10, 12, '工号8012。'],
    ]);
    expect(agentIdWhenAsked.detect(late).verdict).toBe('met');
    expect(agentIdWhenAsked.detect(late, { turns: 1 }).verdict).toBe('cannot_tell');
  });

  it('has no occasion when nobody asks', () => {
    expect(agentIdWhenAsked.detect(spokenCall([['agent', 0, 2, '您好，工号8012。']]))).toMatchObject({
      verdict: 'met',
      occasion: false,
    });
  });
});
