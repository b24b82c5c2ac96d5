/** Whose turn it is: waits that the agent asked for, and silences in which the customer is to speak. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../test-support/spoken-call.ts';
import { findHolds } from './holds.ts';
import { asks, back, bye, greet, hold, judge, verdictOf, yes } from './testing-waits.ts';

describe('while the agent who asked to wait has not come back', () => {
  it.each<[string, Line, string]>([
    [
      'a long complaint does not end the wait',
      ['customer', 40, 48, '怎么回事啊，半天都没人说话，你们公司就是这样对待客户的吗，我上班时间很宝贵的。'],
      'not_met mute',
    ],
    ['a threat does not', ['customer', 45, 49, '我要投诉你们，打12315！'], 'not_met mute'],
    [
      'words to somebody in the room leave it open',
      ['customer', 34, 40, '妈，你把火关小一点，我在打电话呢。'],
      'cannot_tell mute',
    ],
    ['so does a remark', ['customer', 44, 52, '对了我还想说一下那个洗衣机是去年买的那一款'], 'cannot_tell mute'],
    ['so do the agent’s words to a colleague', ['agent', 45, 48, '哎，小李，中午吃什么啊？'], 'cannot_tell mute'],
  ])('%s', (_name, meanwhile, expected) => {
    const { stereo } = judge([greet, asks, hold, yes, meanwhile, back(86), bye(91)], 94);
    expect(verdictOf(stereo)).toBe(expected);
  });
});

describe('the customer’s turn is no wait of the agent’s', () => {
  const number: Line = ['agent', 9, 12, '请问您的运单号是多少？'];
  it('when the customer says nothing to a question, and the agent asks whether anybody is there', () => {
    const there: Line[] = [
      ['agent', 82, 84, '喂，您还在吗？'],
      ['customer', 85, 88, '在的，我刚才在找。'],
    ];
    expect(verdictOf(judge([greet, asks, number, ...there, bye(92)], 95).stereo)).toBe('cannot_tell thinking');
  });
  it('when the customer reads a number in groups', () => {
    const groups = ['五五六', '七八九', '零一二', '三四五', '六六'].map(
      (text, index): Line => ['customer', 14 + index * 14, 15.5 + index * 14, text],
    );
    const { stereo } = judge([greet, asks, number, ...groups, back(74), bye(79)], 82);
    expect(['met', 'cannot_tell']).toContain(verdictOf(stereo).split(' ')[0]);
    expect(findHolds(stereo, 15)).toEqual([]);
  });
  it('when the customer tells at length, without punctuation, that something is always late', () => {
    const story = '我上次就是这样每次都还没到就说到了然后那个师傅又说不是他负责你们上回也是说马上就来'.repeat(3);
    const { stereo } = judge([greet, asks, ['customer', 10, 80, story], back(82), bye(87)], 90);
    expect(verdictOf(stereo)).toBe('met');
  });
  it('but once it is answered the agent is waited for', () => {
    const answer: Line = ['customer', 13, 16, '五五六七八九零一。'];
    expect(verdictOf(judge([greet, asks, number, answer, back(86), bye(91)], 94).stereo)).toBe('not_met mute');
  });
});
