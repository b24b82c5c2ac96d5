import { expect, it } from 'vitest';
import { agentSays, spokenCall } from '../../test-support/spoken-call.ts';
import { insult } from './insult.ts';

it('quotes the insult and is fatal; the customer’s own insults are none of the agent’s', () => {
  expect(insult.rule.severity).toBe('fatal');
  expect(insult.detect(spokenCall(agentSays('您好', '你脑残吧')))).toMatchObject({
    verdict: 'not_met',
    evidence: [{ text: '脑残', channel: 0 }],
  });
  expect(
    insult.detect(
      spokenCall([
        ['agent', 0, 1, '您好'],
        ['customer', 2, 3, '你脑残吧'],
      ]),
    ).verdict,
  ).toBe('met');
});

it('cannot tell without a transcript, or where the tone decides', () => {
  expect(insult.detect(spokenCall(null)).verdict).toBe('cannot_tell');
  expect(insult.detect(spokenCall(agentSays('我真是服了你'))).verdict).toBe('cannot_tell');
});
