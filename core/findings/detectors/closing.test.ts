import { expect, it } from 'vitest';
import { agentSays, spokenCall } from '../../test-support/spoken-call.ts';
import { closing } from './closing.ts';

it.each([
  [['感谢您的来电，再见'], 'met'],
  [['感謝您的來電'], 'met'],
  [['祝您生活愉快', '嗯', '好的'], 'met'],
  [['再见', '等等', '还有', '那就这样'], 'not_met'],
  [['不满意就去投诉吧'], 'not_met'],
] as const)('closing of %j', (texts, verdict) => {
  expect(closing.detect(spokenCall(agentSays(...texts))).verdict).toBe(verdict);
});

it('a file that breaks off tells nothing of a closing that is not in it', () => {
  const call = spokenCall(agentSays('请稍等'));
  const cut = { ...call, recording: { ...call.recording, endMissing: true } };
  expect([closing.detect(call).verdict, closing.detect(cut).verdict]).toEqual(['not_met', 'cannot_tell']);
  const farewell = { ...cut, transcript: spokenCall(agentSays('再见')).transcript };
  expect(closing.detect(farewell).verdict).toBe('met');
});
