import { describe, expect, it } from 'vitest';
import { agentSays, spokenCall } from '../../test-support/spoken-call.ts';
import { greeting } from './greeting.ts';

const verdict = (texts: string[], params = {}) => greeting.detect(spokenCall(agentSays(...texts)), params).verdict;

describe('greeting', () => {
  it.each(['您好，请讲', '早上好，安心电信', '感謝來電，您好', '歡迎致電安心電信', 'Good morning, how can I help'])(
    'takes %s',
    (text) => {
      expect(verdict([text])).toBe('met');
    },
  );
  it.each(['喂，什么事？', '说吧', '哪位'])('does not take %s', (text) => {
    expect(verdict([text])).toBe('not_met');
  });
  it('looks at the opening only', () => {
    expect(verdict(['喂', '您好'])).toBe('met');
    expect(verdict(['喂', '说', '您好'])).toBe('not_met');
  });
  it('asks for the company where the library names it', () => {
    expect(verdict(['您好，安心電信'], { companies: ['安心电信'] })).toBe('met');
    expect(verdict(['您好'], { companies: ['安心电信'] })).toBe('not_met');
  });
  it('shows the opening as evidence', () => {
    expect(greeting.detect(spokenCall([['agent', 1, 2, '喂']])).evidence).toEqual([
      { start: 1, end: 2, channel: 0, text: '喂' },
    ]);
  });
});
