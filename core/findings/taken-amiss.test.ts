import { describe, expect, it } from 'vitest';
import { type Line, spokenCall } from '../test-support/spoken-call.ts';
import { forbiddenPhrase } from './detectors/forbidden-phrase.ts';
import { insult } from './detectors/insult.ts';
import { pushingOff } from './detectors/pushing-off.ts';
import { rhetoricalQuestion } from './detectors/rhetorical-question.ts';

const call = (agent: string, customer: string, gap = 0.5) => {
  const lines: Line[] = [
    ['agent', 0, 3, '您好，工号八零一二。'],
    ['customer', 4, 7, '我的单子怎么样了？'],
    ['agent', 8, 11, agent],
    ['customer', 11 + gap, 14 + gap, customer],
    ['agent', 16 + gap, 18 + gap, '再见。'],
  ];
  return spokenCall(lines);
};
/** Rude in words that are on no list. */
const rude = '这点小事也值得打一通电话，闲的。';

describe('a customer who takes something amiss', () => {
  it.each(['你什么态度啊？', '你怎么说话的？', '你骂谁呢', '说话客气点行不行', 'Don’t talk to me like that.'])(
    'leaves the rules about words open, with both places: %s',
    (reaction) => {
      for (const rule of [forbiddenPhrase, rhetoricalQuestion]) {
        const { verdict, evidence } = rule.detect(call(rude, reaction.replace('’', "'")));
        expect([verdict, evidence.map(({ text }) => text)]).toEqual([
          'cannot_tell',
          [rude, reaction.replace('’', "'")],
        ]);
      }
    },
  );
  it.each(['你骂谁呢？', '你怎么骂人啊', '嘴巴放干净点'])('and who feels insulted leaves that open: %s', (reaction) => {
    expect(insult.detect(call(rude, reaction)).verdict).toBe('cannot_tell');
  });
  it('a tone that is minded is no insult', () => {
    expect(insult.detect(call(rude, '你什么态度啊？')).verdict).toBe('met');
  });
  it.each(['又让我打别的电话？', '你们推来推去到底谁管', '都说不归你们管'])(
    'and who is sent from one to the other leaves pushing off open: %s',
    (reaction) => {
      expect(pushingOff.detect(call('这块业务在那边窗口。', reaction)).verdict).toBe('cannot_tell');
    },
  );
  it.each([
    ['speaks of somebody else', '昨天那个师傅态度很差。', 0.5],
    ['thanks', '好的，谢谢你。', 0.5],
    ['speaks of what was said long ago', '你什么态度啊？', 20],
  ])('is not one who %s', (_what, reaction, gap) => {
    expect(forbiddenPhrase.detect(call('我帮您查一下。', reaction, gap)).verdict).toBe('met');
  });
});
