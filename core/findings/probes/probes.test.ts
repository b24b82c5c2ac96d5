import { describe, expect, it } from 'vitest';
import { probeFigures } from './probe-figures.ts';
import { readProbes } from './read-probes.ts';

describe('a probe', () => {
  it('is a conversation with times', () => {
    const [probe] = readProbes('## broken\n// 备注\n{outbound, no=7301}您好 | 客：我 | [30s] | [music 5s] | 再见\n');
    expect(probe).toMatchObject({
      expected: 'not_met',
      call: { recording: { direction: 'outbound', agentNo: '7301' } },
    });
    const { transcript, measures, recording } = probe!.call;
    expect(transcript!.sentences.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['agent', '您好'],
      ['customer', '我'],
      ['agent', '再见'],
    ]);
    const [, customer, last] = transcript!.sentences;
    expect(last!.start - customer!.end).toBeGreaterThanOrEqual(35);
    expect(last!.start - customer!.end).toBeLessThan(36);
    expect(measures!.silences[0]![1] - measures!.silences[0]![0]).toBeCloseTo(30);
    expect(measures!.channels[0]!.music[0]).toEqual([measures!.silences[0]![1], expect.any(Number)]);
    expect(recording.durationS).toBeGreaterThan(last!.end);
  });

  it.each([
    ['您好', /before every heading/],
    ['## perhaps\n您好', /no such group/],
    ['## kept\n{colour=red}您好', /no such setting/],
    ['## kept\n您好 | 客：', /without words/],
  ])('that is not of the form is refused: %j', (content, problem) => {
    expect(() => readProbes(content)).toThrow(problem);
  });
});

describe.each(probeFigures())('the probes of $rule', ({ judged, precision, recall }) => {
  it('are 150 or more in three groups, none twice', () => {
    const texts = judged.map(({ text }) => text);
    expect(texts.length).toBeGreaterThanOrEqual(150);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
    expect(new Set(judged.map(({ expected }) => expected)).size).toBe(3);
  });

  it('are told apart: 95 of 100 that are called broken are, and 95 of 100 that are broken are found', () => {
    const wrong = judged
      .filter(({ expected, found }) => (expected === 'not_met') !== (found === 'not_met'))
      .map(({ text, found }) => `${found}: ${text}`);
    expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(recall, wrong.join('\n')).toBeGreaterThanOrEqual(0.95);
  });
});
