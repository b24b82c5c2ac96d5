import { describe, expect, it } from 'vitest';
import { agentSays, type Line, spokenCall } from '../../test-support/spoken-call.ts';
import { apologyAfterFault } from './apology-after-fault.ts';

const detect = (lines: Line[], params = {}) => apologyAfterFault.detect(spokenCall(lines), params);

describe('apology-after-fault', () => {
  it('quotes the admission to which no apology belongs', () => {
    expect(detect(agentSays('您好', '查到了，是我们漏发了一件。', '明天补发。'))).toMatchObject({
      verdict: 'not_met',
      value: 1,
      evidence: [{ text: '漏发', channel: 0 }],
    });
  });

  it.each([
    ['before the admission', ['非常抱歉', '是我们漏发了']],
    ['with it', ['是我们漏发了，对不起']],
    ['in the turn after it', ['是我们漏发了', '实在不好意思']],
  ])('takes an apology %s', (_where, texts) => {
    expect(detect(agentSays(...texts)).verdict).toBe('met');
  });

  it('takes one only from the agent, and only as late as the library says', () => {
    const late: Line[] = [
      ['agent', 0, 2, '是我们登记错了。'],
      ['customer', 2, 3, '不好意思，那怎么办？'],
      ['agent', 4, 5, '我改一下。'],
      ['customer', 5, 6, '好。'],
      ['agent', 7, 9, '给您添麻烦了，抱歉。'],
    ];
    expect(detect(late).verdict).toBe('met');
    expect(detect(late, { turns: 1 }).verdict).toBe('not_met');
    expect(detect(late.slice(0, 3)).verdict).toBe('not_met');
  });

  it('cannot tell when somebody unknown speaks after the admission', () => {
    expect(detect([...agentSays('是我们登记错了'), ['unknown', 3, 4, '对不起']]).verdict).toBe('cannot_tell');
  });

  it.each(['没有缴费会停机', '您是不是输错了密码', '现在太晚了，明天再办', '机器出故障可以送修'])(
    'sees no mistake of the company in %s',
    (text) => {
      expect(detect(agentSays(text))).toMatchObject({ verdict: 'met', occasion: false });
    },
  );
});
