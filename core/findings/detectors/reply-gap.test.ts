import { describe, expect, it } from 'vitest';
import { type Line, measured, spokenCall } from '../../test-support/spoken-call.ts';
import { replyGap } from './reply-gap.ts';

/** A question a minute, answered after these gaps. */
const asking = (gaps: number[], question = '我这个月的话费是多少？'): Line[] =>
  gaps.flatMap((gap, index): Line[] => [
    ['customer', index * 60, index * 60 + 3, question],
    ['agent', index * 60 + 3 + gap, index * 60 + 40, '您这个月的话费是五十元。'],
  ]);
const detect = (lines: Line[] | null, facts: Parameters<typeof spokenCall>[1] = {}, params = {}) =>
  replyGap.detect(spokenCall(lines, facts), params);
const speech = (...spans: [number, number][]) =>
  spans.map(([start, end]): [number, number, number] => [start, end, -20]);

describe('reply-gap', () => {
  it('judges the median of three replies and more', () => {
    expect(detect(asking([1, 1, 8]))).toMatchObject({ verdict: 'met', value: 1 });
    expect(detect(asking([4, 5, 1]))).toMatchObject({
      verdict: 'not_met',
      value: 4,
      evidence: [
        { start: 3, end: 7, text: '我这个月的话费是多少？' },
        { start: 63, end: 68 },
      ],
    });
    expect(detect(asking([4, 5])).verdict).toBe('met');
  });

  it('minds one long gap after a question', () => {
    expect(detect(asking([1, 14]))).toMatchObject({
      verdict: 'not_met',
      value: 14,
      evidence: [{ start: 63, end: 77 }],
    });
  });

  it.each([
    '那要多久才能好',
    '你们几点下班',
    '能不能便宜一点',
    '这个可以退吗',
    '为啥扣我两次钱',
    '怎么办呢',
    'When can you fix it',
  ])('knows a question without its mark: %s', (question) =>
    expect(detect(asking([14], question)).verdict).toBe('not_met'),
  );

  it.each(['好的，谢谢。', '我的号码是幺三八。', '嗯，我知道了。', '没有别的了。'])('asks no reply to %s', (words) => {
    expect(detect(asking([14], words))).toMatchObject({ verdict: 'met', occasion: false });
  });

  it.each(['喂？', '喂，还在吗？怎么没声音？'])(
    'leaves a gap within a hold that was asked for to the rules of waits: %s',
    (call) => {
      const lines: Line[] = [
        ['customer', 0, 3, '我的快递到哪里了？'],
        ['agent', 4, 7, '我帮您查一下，请您稍等可以吗？'],
        ['customer', 8, 9, '好的，要多久？'],
        ['customer', 28, 29, call],
        ['agent', 47, 52, '让您久等了，已经到站点了。'],
      ];
      expect(detect(lines).verdict).toBe('met');
      const unasked = lines.map(
        (line): Line => (line[0] === 'agent' && line[1] === 4 ? ['agent', 4, 7, '这个嘛，是这样的。'] : line),
      );
      expect(detect(unasked).verdict).toBe('not_met');
    },
  );

  it('counts from the question, not from the customer’s call into the silence', () => {
    const lines: Line[] = [
      ['customer', 0, 3, '我的快递到哪里了？'],
      ['customer', 12, 12.8, '喂？'],
      ['agent', 15, 18, '您好，在的。'],
    ];
    expect(detect(lines)).toMatchObject({ verdict: 'not_met', value: 12 });
  });

  it('takes an answer that comes early for prompt', () => {
    const lines: Line[] = [
      ['customer', 0, 3, '我的快递到哪里了？'],
      ['agent', 2, 5, '已经到您的城市了。'],
    ];
    expect(detect(lines)).toMatchObject({ verdict: 'met', value: 0 });
  });

  it('leaves hold music to the rules of waiting', () => {
    const lines: Line[] = [
      ['agent', 0, 2, '您好。'],
      ['customer', 2.5, 5, '我的快递到哪里了？'],
      ['agent', 30, 34, '到了。'],
    ];
    const measures = measured({}, [speech([0, 2], [30, 34]), speech([2.5, 5])]);
    expect(detect(lines, { measures }).verdict).toBe('not_met');
    measures.channels[0]!.music = [[5, 30]];
    expect(detect(lines, { measures })).toMatchObject({ verdict: 'met', occasion: false });
  });

  it('by the signal alone trusts the median, not one long pause', () => {
    const turns = (gap: number) =>
      measured({}, [
        speech([0, 2], [10 + gap, 14], [30 + gap, 34], [50 + gap, 54]),
        speech([5, 10], [25, 30], [45, 50]),
      ]);
    expect(detect(null, { measures: turns(1) }).verdict).toBe('met');
    expect(detect(null, { measures: turns(3.5) })).toMatchObject({ verdict: 'not_met', value: 3.5 });
    const once = measured({}, [speech([0, 2], [11, 14], [31, 34], [70, 74]), speech([5, 10], [25, 30], [45, 50])]);
    expect(detect(null, { measures: once })).toMatchObject({
      verdict: 'cannot_tell',
      evidence: [{ start: 50, end: 70 }],
    });
  });

  it('cannot tell in mono without exact times, nor from a word or two', () => {
    const mono = { channels: 1, agentChannel: null, measures: measured({}, [speech([0, 3], [20, 30])]) };
    expect(detect(null, mono).verdict).toBe('cannot_tell');
    expect(detect(asking([14]), { timing: 'starts' }).verdict).toBe('cannot_tell');
    const few = measured({}, [speech([0, 2], [5, 8]), speech([3, 4.5])]);
    expect(detect(null, { measures: few }).verdict).toBe('cannot_tell');
  });
});
