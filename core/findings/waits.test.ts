import { describe, expect, it } from 'vitest';
import { type Line, spokenCall } from '../test-support/spoken-call.ts';
import { holdConsent } from './detectors/hold-consent.ts';
import { holdThanks } from './detectors/hold-thanks.ts';
import { holdWithoutMusic } from './detectors/hold-without-music.ts';
import { inTouchDuringWait } from './detectors/in-touch-during-wait.ts';
import { waitOverLimit } from './detectors/wait-over-limit.ts';
import { findHolds } from './holds.ts';
import { asks, back, bye, greet, hold, judge, type Spans, soundOf, verdictOf, yes } from './testing-waits.ts';
import { findWaits } from './waits.ts';

describe('a wait is not ended by', () => {
  it.each<[string, Line]>([
    ['a hum', ['agent', 45, 46, '嗯，嗯。']],
    ['a long hum', ['agent', 45, 47.5, '嗯……呃……']],
    ['the agent’s 好的 to nobody', ['agent', 45, 45.5, '好的。']],
    ['an announcement on the agent’s lane', ['agent', 44, 50, '您的来电对我们非常重要，请不要挂机。']],
    ['an announcement on the customer’s lane', ['customer', 44, 50, '坐席正在处理中，客服全忙，请您继续等待。']],
    ['请稍候 on the customer’s lane', ['customer', 44, 46, '请稍候。']],
    ['an English announcement', ['agent', 44, 50, 'Your call is important to us, please stay on the line.']],
    ['人呢', ['customer', 44, 45, '人呢？']],
    ['a short complaint', ['customer', 44, 46, '怎么没人说话？']],
    ['a longer complaint', ['customer', 44, 50, '喂，你好，怎么这么久啊，我都等了半天了，还有人在吗？']],
    ['a complaint in words of its own', ['customer', 44, 49, '怎么回事啊，打个电话半天没有人理，你们快点行不行。']],
    ['calls into the line', ['customer', 44, 47, '喂，喂，听得到吗，还在吗？']],
    [
      'a long complaint',
      ['customer', 44, 53, '怎么回事啊，半天都没人说话，你们公司就是这样对待客户的吗，我上班时间很宝贵的'],
    ],
    ['one without a comma', ['customer', 44, 51, '怎么回事打个电话半天没有人理你们到底还要多久']],
    ['a threat', ['customer', 44, 48, '我要投诉你们，打12315！']],
    ['a threat with 你等着', ['customer', 44, 48, '什么服务态度，你等着，我要曝光你们']],
    ['a complaint with spaces as recognisers write it', ['customer', 44, 46, '怎 么 没 有 声 音']],
  ])('%s', (_name, meanwhile) => {
    const { stereo, words } = judge([greet, asks, hold, yes, meanwhile, back(82), bye(87)], 90);
    expect(verdictOf(stereo)).toBe('not_met mute');
    expect(verdictOf(words)).toBe('not_met');
    expect(waitOverLimit.detect(stereo).evidence).toMatchObject([{ start: 14, end: 82 }]);
  });

  it('请稍候 that interrupts the music', () => {
    const machine: Line = ['agent', 45, 47, '正在为您转接，请稍候。'];
    const music: Spans = [
      [14, 44.8],
      [47.2, 82],
    ];
    const { stereo } = judge([greet, asks, hold, yes, machine, back(82), bye(87)], 90, music);
    expect(verdictOf(stereo)).toBe('not_met music');
  });
});

describe('a wait is ended by', () => {
  it.each<[string, Line]>([
    ['the agent who stays in touch', ['agent', 45, 47, '还在给您查，请再稍等一下。']],
    ['the agent who asks whether the customer is there', ['agent', 45, 47, '喂，您好，还在线吗？']],
    [
      'a customer who tells a long story',
      ['customer', 30, 58, '对了我还想说一下那个洗衣机的型号是去年买的那一款白色的，'.repeat(3)],
    ],
  ])('%s', (_name, meanwhile) => {
    const { stereo, words } = judge([greet, asks, hold, yes, meanwhile, back(82), bye(87)], 90);
    expect([verdictOf(stereo), verdictOf(words)]).toEqual(['met', 'met']);
  });
});

describe('nobody comes back', () => {
  it.each<[string, Line[], string]>([
    ['after a curt 等着', [['agent', 9, 9.8, '等着。']], 'not_met abandoned'],
    ['after a request', [hold, yes], 'not_met abandoned'],
    ['though the customer calls', [hold, yes, ['customer', 50, 52, '喂，人呢？']], 'not_met abandoned'],
    [
      'and the customer says so at last',
      [
        ['agent', 9, 11, '知道了。'],
        ['customer', 60, 63, '怎么没人说话了？'],
      ],
      'not_met abandoned',
    ],
    [
      'but 好了 as the last word',
      [
        ['agent', 9, 11, '知道了。'],
        ['agent', 92, 92.6, '好了。'],
      ],
      'not_met mute',
    ],
    [
      'after a goodbye: the call was over',
      [
        ['agent', 9, 12, '明天送到，再见。'],
        ['customer', 12, 13, '再见。'],
      ],
      'met',
    ],
    [
      'after thanks without a goodbye: nothing tells',
      [
        ['agent', 9, 12, '明天送到。'],
        ['customer', 12, 13, '好的，谢谢。'],
      ],
      'cannot_tell abandoned',
    ],
  ])('%s', (_name, lines, expected) => {
    const { stereo } = judge([greet, asks, ...lines], 95);
    expect(verdictOf(stereo)).toBe(expected);
  });

  it('leaves the tail open where there are no words, and ends it with the busy tone', () => {
    const { sound } = judge([greet, asks, hold], 95);
    expect(verdictOf(sound)).toBe('cannot_tell abandoned');
    const tones = [{ kind: 'busy' as const, channel: 1, start: 15, end: 94, count: 100 }];
    expect(verdictOf({ ...sound, measures: { ...sound.measures!, tones } })).toBe('met');
  });
});

describe('a customer who went away is not kept waiting', () => {
  it.each([
    '我去找一下身份证。',
    '你稍等我看一下啊。',
    '等一下，我拿个笔。',
    '我去楼下看看型号，您别挂。',
    '稍等，我翻一下订单。',
    '好，我去把机器打开看一下。',
    '等我一会儿。',
    'Hold on, let me get the paper.',
  ])('%s', (words) => {
    const lines: Line[] = [
      greet,
      ['agent', 5, 8, '请您报一下机身编号。'],
      ['customer', 9, 12, words],
      ['customer', 84, 87, '找到了，幺三五七。'],
      ['agent', 88, 91, '好的，已经登记，再见。'],
    ];
    const { stereo, words: read } = judge(lines, 92);
    expect(verdictOf(stereo)).toBe('met');
    expect(verdictOf(read)).toBe('met');
    expect(findWaits(stereo, 30)).toMatchObject([{ start: 12, end: 84, cause: 'customer-away', certain: true }]);
    expect(findHolds(stereo, 10)).toEqual([]);
  });

  it('nor when the agent says 好的 to it, or sends the customer', () => {
    const said: Line[] = [
      ['customer', 9, 12, '我去拿发票。'],
      ['agent', 12.5, 14, '好的，不着急，您慢慢找。'],
    ];
    const sent: Line[] = [
      ['agent', 9, 12, '您找一下发票，我等您。'],
      ['customer', 12.5, 13, '好的。'],
    ];
    for (const lines of [said, sent]) {
      const call = judge([greet, asks, ...lines, ['customer', 84, 87, '找到了，号码是幺三五七。'], bye(88)], 90);
      expect(findWaits(call.stereo, 30)).toMatchObject([{ cause: 'customer-away' }]);
    }
  });

  it('but is once back and calling', () => {
    const lines: Line[] = [
      greet,
      ['customer', 5, 8, '我去拿发票。'],
      ['customer', 40, 42, '喂，我回来了。'],
      back(120),
      bye(125),
    ];
    const { stereo } = judge(lines, 128);
    expect(waitOverLimit.detect(stereo)).toMatchObject({ verdict: 'not_met', evidence: [{ start: 42, end: 120 }] });
  });

  it.each(['我等一下没关系。', '好，我等着。', '我想查一下运单。', '我要问一下保修。', '让我等多久啊？'])(
    'who says %s did not go',
    (words) => {
      const { stereo } = judge([greet, asks, hold, ['customer', 13.5, 15, words], back(82), bye(87)], 90);
      expect(verdictOf(stereo)).toBe('not_met mute');
    },
  );

  it('is not told from a request where the words allow both', () => {
    const { stereo } = judge([greet, ['customer', 5, 8, '我查一下。'], back(82), bye(87)], 90);
    expect(verdictOf(stereo)).toBe('cannot_tell customer-away');
  });
});

describe('before a person answers', () => {
  const queue: Line = ['agent', 1, 7, '欢迎致电青禾电器，客服人员全忙，您前面还有三位，请耐心等候。'];
  it.each<[string, Line[]]>([
    ['an announcement labelled as the agent’s', [queue]],
    ['two of them', [queue, ['agent', 40, 45, '您的电话很重要，请不要挂机。']]],
    [
      'a menu',
      [
        ['agent', 1, 3, '欢迎致电青禾电器。'],
        ['agent', 3.5, 9, '维修请按一，退货请按二。'],
      ],
    ],
    ['an announcement labelled as the customer’s', [['customer', 1, 7, '正在排队，请稍候。']]],
    ['请稍候 alone', [['agent', 1, 2, '正在为您转接，请稍候。']]],
  ])('%s and the music after it are no hold', (_name, lines) => {
    const person: Line[] = [
      ['agent', 80, 83, '您好，请讲。'],
      ['customer', 84, 87, '我要修空调。'],
      ['agent', 88, 91, '已登记，再见。'],
    ];
    const { stereo, words } = judge([...lines, ...person], 92, [[10, 79]]);
    for (const call of [stereo, words]) {
      expect(verdictOf(call)).toBe('met');
      expect(findHolds(call, 10)).toEqual([]);
    }
  });

  it('is not told from a hold without words, as long as the customer has not spoken', () => {
    const lines: Line[] = [
      ['agent', 1, 7, ''],
      ['agent', 80, 83, ''],
      ['customer', 84, 87, ''],
      ['agent', 88, 91, ''],
    ];
    expect(verdictOf(judge(lines, 92, [[8, 79]]).sound)).toBe('cannot_tell queue');
    const held: Line[] = [['agent', 1, 4, ''], ['customer', 5, 7, ''], ...lines.slice(1)];
    expect(verdictOf(judge(held, 92, [[8, 79]]).sound)).toBe('not_met music');
  });

  it('comes the hold of an agent who answers and lets wait at once', () => {
    const lines: Line[] = [['agent', 1, 5, '您好，青禾电器，系统有点慢，您先等一下。'], back(80), bye(85)];
    expect(verdictOf(judge(lines, 88, [[6, 79]]).stereo)).toBe('not_met music');
  });
});

describe('a customer who speaks to an agent who listens is not kept waiting', () => {
  it('who tells a story with pauses, written without a comma, in which a wait is spoken of', () => {
    const text = '我跟你说上个礼拜买的东西说好两天到结果等到今天还没到我打了三次电话每次都说在处理我也不知道该相信谁了';
    const story: Line = ['customer', 8, 78, text];
    const lines: Line[] = [greet, story, back(79), bye(84)];
    const measures = soundOf([greet, back(79), bye(84)], 90);
    for (const [from, to] of [
      [8, 24],
      [28.5, 50],
      [54, 78],
    ] as const)
      measures.channels[1]!.speech.push([from, to, -22]);
    measures.channels[1]!.speech.sort((a, b) => a[0] - b[0]);
    expect(verdictOf(spokenCall(lines, { measures }))).toBe('met');
    expect(verdictOf(spokenCall(lines, { durationS: 90 }))).toBe('met');
  });

  it('who reads a number bit by bit', () => {
    const bits = ['一二三', '四五六', '七八九', '零一二', '三四五', '六七八'];
    const read = bits.map((bit, index): Line => ['customer', 9 + index * 13, 10 + index * 13, bit]);
    const { stereo, words } = judge([greet, ['agent', 5, 8, '请您报一下订单号。'], ...read, back(80), bye(85)], 88);
    for (const call of [stereo, words]) {
      expect(verdictOf(call)).toBe('met');
      expect(findHolds(call, 15)).toEqual([]);
    }
  });

  it('but is by an agent who says nothing to the answer', () => {
    const lines: Line[] = [
      greet,
      ['agent', 5, 8, '请您报一下订单号。'],
      ['customer', 9, 11, '一二三四五。'],
      back(82),
      bye(87),
    ];
    expect(verdictOf(judge(lines, 90).stereo)).toBe('not_met mute');
  });
});

describe('what nobody can tell apart is left open', () => {
  it.each(['喂，您好，您还在吗？', '您好，请问听得到吗？'])(
    'a customer who does not answer, and the agent says %s',
    (words) => {
      const ask: Line = ['agent', 9, 12, '请问您的订单号是多少？'];
      const { stereo } = judge(
        [greet, asks, ask, ['agent', 82, 85, words], ['customer', 86, 88, '在的，我刚才在找。']],
        90,
      );
      expect(verdictOf(stereo)).toBe('cannot_tell thinking');
      expect(findHolds(stereo, 15)).toEqual([]);
    },
  );

  it('a customer who answers long after a question', () => {
    const lines: Line[] = [
      greet,
      ['agent', 5, 8, '请问您的订单号是多少？'],
      ['customer', 80, 84, '八八二三零四。'],
      back(85),
      bye(90),
    ];
    expect(verdictOf(judge(lines, 93).stereo)).toBe('cannot_tell thinking');
  });

  it('words of the agent where no voice is heard', () => {
    const lines: Line[] = [greet, asks, hold, yes, back(82), bye(87)];
    const unheard = spokenCall([...lines.slice(0, 4), ['agent', 45, 48, '还在查，马上好。'], ...lines.slice(4)], {
      measures: soundOf(lines, 90),
    });
    expect(verdictOf(unheard)).toBe('cannot_tell mute');
  });

  it.each<[string, Line]>([
    ['agent', ['agent', 45, 45.9, '']],
    ['customer', ['customer', 44, 49, '']],
  ])('a sound of the %s without words', (_who, sound) => {
    const lines: Line[] = [
      ['agent', 0, 5, ''],
      ['customer', 6, 8, ''],
      ['agent', 9, 13, ''],
      sound,
      ['agent', 82, 86, ''],
    ];
    expect(verdictOf(judge(lines, 88).sound)).toMatch(/^cannot_tell/);
  });

  it('two channels of which nobody knows the agent’s', () => {
    const measures = soundOf([greet, asks, hold, yes, back(82)], 88);
    expect(verdictOf(spokenCall(null, { agentChannel: null, measures }))).toBe('not_met mute');
    const story = [5, 25, 45, 65].map((at): Line => ['customer', at, at + 15, '']);
    const talking = soundOf([greet, ...story, back(82)], 88);
    expect(verdictOf(spokenCall(null, { agentChannel: null, measures: talking }))).toBe('met');
  });

  it('the same call is told alike with its channels swapped', () => {
    const lines: Line[] = [greet, asks, hold, yes, back(82), bye(87)];
    const measures = soundOf(lines, 90);
    measures.channels.reverse();
    expect(verdictOf(spokenCall(lines, { agentChannel: 1, measures }))).toBe('not_met mute');
  });
});

describe('a tail of which nothing tells that the agent kept the customer waiting', () => {
  it('accuses of no hold without consent or thanks', () => {
    const { stereo } = judge([greet, asks, ['agent', 9, 12, '明天送到。']], 95);
    expect(verdictOf(stereo)).toBe('cannot_tell abandoned');
    expect(holdConsent.detect(stereo).verdict).toBe('cannot_tell');
    expect(holdThanks.detect(stereo).verdict).not.toBe('not_met');
    expect(holdWithoutMusic.detect(stereo).reason.zh).not.toContain('单声道');
    expect(inTouchDuringWait.detect(stereo).reason.zh).not.toContain('单声道');
  });
});
