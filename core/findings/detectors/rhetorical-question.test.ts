import { expect, it } from 'vitest';
import { agentSays, spokenCall } from '../../test-support/spoken-call.ts';
import { rhetoricalQuestion } from './rhetorical-question.ts';

it.each([
  '难道您不知道吗？',
  '我不是跟您说过了吗？',
  '不是已经告诉您了吗',
  '你怎么不早说',
  '你自己不会看吗？',
  '凭什么给你退',
  '您怎麼這樣呢',
  '我怎么知道',
])('%s accuses', (text) => {
  expect(rhetoricalQuestion.detect(spokenCall(agentSays(text))).verdict).toBe('not_met');
});

it.each([
  '请问您怎么称呼？',
  '您看这样可以吗？',
  '请问您没有收到短信吗？',
  '您是什么时候办理的？',
  '请问您为什么没有收到呢',
])('%s asks', (text) => {
  expect(rhetoricalQuestion.detect(spokenCall(agentSays(text))).verdict).toBe('met');
});
