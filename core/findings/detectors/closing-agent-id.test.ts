import { expect, it } from 'vitest';
import { agentSays, spokenCall } from '../../test-support/spoken-call.ts';
import { closingAgentId } from './closing-agent-id.ts';

const detect = (closing: string, params = {}) =>
  closingAgentId.detect(spokenCall(agentSays('您好，8012号为您服务', '三十元', closing)), params);

it('wants the number and the wish, or what the library says', () => {
  expect(detect('工号8012，期待再次为您服务，再见')).toMatchObject({
    verdict: 'met',
    evidence: [{ text: '8012' }, { text: '期待再次为您服务' }],
  });
  const number = '工号8012，再见';
  const verdicts = ['both', 'number', 'wish'].map((wants) => detect(number, { wants }).verdict);
  expect(verdicts).toEqual(['not_met', 'met', 'not_met']);
});

it('does not take the greeting, an amount or another number for it', () => {
  expect(closingAgentId.detect(spokenCall(agentSays('8012号很高兴为您服务', '再见'))).verdict).toBe('not_met');
  expect(detect('余额8012元，期待再次为您服务').verdict).toBe('not_met');
  expect(detect('工号8013，期待再次为您服务').verdict).toBe('not_met');
});

it('cannot tell when the closing is not heard', () => {
  const call = spokenCall([...agentSays('您好', '三十元'), ['customer', 9, 10, '好，挂了']]);
  expect(closingAgentId.detect(call).verdict).toBe('cannot_tell');
  expect(closingAgentId.detect(spokenCall(null)).verdict).toBe('cannot_tell');
});
