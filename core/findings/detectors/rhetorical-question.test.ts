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

// One wording stands for its forms in the dialects.
it.each([
  ...['这我咋晓得嘛', '我咋个晓得', '我啷个晓得', '我哪晓得去', '我晓得个啥', '你问我我问哪个'],
  ...['凭啥给你退', '凭啥呀', '你急啥子', '你嚷啥嚷', '关我啥事', '跟我有啥关系', '有啥好说的'],
  ...['你到底想咋样', '你到底想干啥', '你究竟要咋的', '你要干啥', '你想干嘛呀', '你干啥不早说', '你咋不早说呢'],
  ...['你咋听不明白呢', '你咋这么多事', '啥态度啊你', '你瞅啥'],
])('%s accuses in any dialect', (text) => {
  expect(rhetoricalQuestion.detect(spokenCall(agentSays(text))).verdict).toBe('not_met');
});

it.each([
  ...['我怎么知道的呢，是系统里显示的', '我咋知道的呢，系统上写着呢', '您问我咋晓得的，是后台看到的'],
  ...['您想咋处理', '您看咋办合适', '您是要办啥业务', '您有啥问题尽管说', '您到底选哪个颜色呢'],
  ...[
    '为啥会扣费呢，是因为开了会员',
    '您凭啥证件办理的呢',
    '您说啥我没听清',
    '咋了，您慢慢说',
    '您干啥工作的，登记一下',
  ],
])('%s asks or answers in any dialect', (text) => {
  expect(rhetoricalQuestion.detect(spokenCall(agentSays(text))).verdict).toBe('met');
});
