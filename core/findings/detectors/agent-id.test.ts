import { describe, expect, it } from 'vitest';
import { agentSays, spokenCall } from '../../test-support/spoken-call.ts';
import { agentId } from './agent-id.ts';

const detect = (text: string, agentNo: string | null = '8012') =>
  agentId.detect(spokenCall(agentSays(text), { agentNo }));

describe('agent-id', () => {
  it.each([
    ['我是8012号客服', '8012', '8012'],
    ['我是八零一二号客服', '8012', '八零一二'],
    ['工号八〇一二為您服務', '8012', '八〇一二'],
    ['工號捌零壹貳', '8012', '捌零壹貳'],
    ['我是八幺零二号', '8102', '八幺零二'],
    ['８０１２号为您服务', '8012', '８０１２'],
    ['工号八千零一十二', '8012', '八千零一十二'],
    ['工号零八零一二', '8012', '零八零一二'],
    ['工号8012', 'KF08012', '8012'],
  ])('hears the right number in %s', (text, agentNo, said) => {
    expect(detect(`您好，${text}，请讲。`, agentNo)).toMatchObject({ verdict: 'met', evidence: [{ text: said }] });
  });

  it('says which number was said instead', () => {
    const outcome = detect('您好，我是八零一三号客服');
    expect(outcome).toMatchObject({ verdict: 'not_met', evidence: [{ text: '八零一三' }] });
    expect(outcome.reason.zh).toBe('报的工号是 8013，记录中是 8012。');
  });

  it.each(['您好，请讲', '您好，有什么可以帮您，3月12日的订单吗', '今天第一次来电吗'])('hears none in %s', (text) => {
    expect(detect(text).verdict).toBe('not_met');
  });

  it('takes any number that is introduced as one when the record names no agent', () => {
    expect(detect('您好，工号8013', null).verdict).toBe('met');
    expect(detect('您好，2026年', null).verdict).toBe('not_met');
  });

  it('looks at the opening only, and not at what the customer says', () => {
    const late = spokenCall(agentSays('您好', '嗯', '好', '工号8012'));
    expect(agentId.detect(late).verdict).toBe('not_met');
    const byCustomer = spokenCall([
      ['agent', 0, 1, '您好'],
      ['customer', 1, 2, '你是8012号吗'],
    ]);
    expect(agentId.detect(byCustomer).verdict).toBe('not_met');
  });
});
