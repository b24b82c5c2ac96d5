import { expect, it } from 'vitest';
import { agentSays, type Line, spokenCall } from '../../test-support/spoken-call.ts';
import { customerDataSpoken } from './customer-data-spoken.ts';

const card: Line = ['customer', 10, 20, '卡号是四一一一一一一一一一一一一一一一。'];

it('marks the place of a whole number, and keeps the number itself out of the evidence', () => {
  const outcome = customerDataSpoken.detect(spokenCall([...agentSays('请讲'), card]));
  expect(outcome).toMatchObject({ verdict: 'not_met', value: 1 });
  expect(outcome.evidence[0]).toMatchObject({ channel: 1, text: '************一一一一' });
  expect(outcome.evidence[0]!.start).toBeCloseTo(11.5, 1);
  expect(outcome.reason.zh).toContain('银行卡号');
});

it('takes word times where there are any', () => {
  const call = spokenCall([...agentSays('请讲'), ['customer', 10, 20, '电话 13800138001']]);
  call.transcript!.sentences[1]!.words = [
    { text: '电话', start: 10, end: 11 },
    { text: '13800138001', start: 14, end: 19 },
  ];
  expect(customerDataSpoken.detect(call).evidence[0]).toMatchObject({ start: 14, end: 19, text: '138****8001' });
});

it('has nothing against parts of a number', () => {
  const call = spokenCall([...agentSays('身份证后四位'), ['customer', 3, 4, '零八三六']]);
  expect(customerDataSpoken.detect(call)).toMatchObject({ verdict: 'met', value: 0 });
});
