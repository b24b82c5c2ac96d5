import { expect, it } from 'vitest';
import { agentSays, measured, spokenCall } from '../../test-support/spoken-call.ts';
import { raisedVoice } from './raised-voice.ts';

const levels = (...levelsDb: number[]) =>
  levelsDb.map((level, index): [number, number, number] => [index * 3, index * 3 + 2, level]);
const detect = (
  agent: [number, number, number][],
  customer: [number, number, number][] = [],
  lines = agentSays('一', '二', '三'),
) => raisedVoice.detect(spokenCall(lines, { measures: measured({}, [agent, customer]) }));

it('compares the agent with the agent’s own median', () => {
  expect(detect(levels(-20, -22, -11))).toMatchObject({
    verdict: 'not_met',
    value: 9,
    evidence: [{ start: 6, end: 8, channel: 0, text: '三' }],
  });
  expect(detect(levels(-20, -19, -15))).toMatchObject({ verdict: 'met', value: 5 });
});

it('does not mind a customer who shouts, nor a short cough', () => {
  expect(detect(levels(-20, -20, -20), levels(-20, -3, -3)).verdict).toBe('met');
  expect(detect([...levels(-20, -20, -20), [12, 12.5, -3]]).verdict).toBe('met');
});

it('cannot tell without measures, in mono, or from two sentences', () => {
  expect(raisedVoice.detect(spokenCall(agentSays('一'))).verdict).toBe('cannot_tell');
  const mono = { channels: 1, agentChannel: null, measures: measured({}, [levels(-20, -20, -5)]) };
  expect(raisedVoice.detect(spokenCall(agentSays('一'), mono)).verdict).toBe('cannot_tell');
  expect(detect(levels(-20, -5)).verdict).toBe('cannot_tell');
});
