import { describe, expect, it } from 'vitest';
import { type Line, measured, spokenCall } from '../../test-support/spoken-call.ts';
import { customerDissatisfied } from './customer-dissatisfied.ts';

const lines = (text: string): Line[] => [
  ['agent', 0, 2, '您好，请讲。'],
  ['customer', 3, 6, text],
];
const detect = (text: string, params = {}) => customerDissatisfied.detect(spokenCall(lines(text)), params);
/** The customer speaks evenly and then shouts for two seconds. */
const shouting = measured({}, [
  [[0, 2, -20]],
  [
    [3, 6, -25],
    [10, 12, -25],
    [14, 17, -26],
    [20, 22, -8],
    [24, 26, -25],
  ],
]);

describe('customer-dissatisfied', () => {
  it('only marks calls', () => {
    expect(customerDissatisfied.rule.mark).toBe(true);
  });

  it('quotes the words of the customer', () => {
    expect(detect('你们服务太差了，我要投诉。')).toMatchObject({
      verdict: 'not_met',
      value: 2,
      evidence: [{ text: '你们服务太差', channel: 1 }, { text: '我要投诉' }],
    });
  });

  it('takes a raised voice of the customer, unless the library does not want it', () => {
    const call = spokenCall(lines('好的'), { measures: shouting });
    expect(customerDissatisfied.detect(call)).toMatchObject({ verdict: 'not_met', evidence: [{ start: 20, end: 22 }] });
    expect(customerDissatisfied.detect(call, { voice: false }).verdict).toBe('met');
    expect(customerDissatisfied.detect({ ...call, transcript: null }).verdict).toBe('not_met');
  });

  it('does not count what the agent says, and takes words of the library', () => {
    const call = spokenCall([
      ['agent', 0, 2, '我们服务太差了'],
      ['customer', 3, 4, '没有没有'],
    ]);
    expect(customerDissatisfied.detect(call).verdict).toBe('met');
    expect(detect('你们有够扯的', { extra: ['有够扯'] }).evidence).toMatchObject([{ text: '有够扯' }]);
  });

  it('cannot tell without words of the customer', () => {
    expect(customerDissatisfied.detect(spokenCall(null)).verdict).toBe('cannot_tell');
    expect(customerDissatisfied.detect(spokenCall([['agent', 0, 1, '您好']])).verdict).toBe('cannot_tell');
    expect(customerDissatisfied.detect(spokenCall([['unknown', 0, 1, '太差了']])).verdict).toBe('cannot_tell');
  });

  it.each([
    '我去网点问网点的人说要打你们电话',
    '投诉电话是多少',
    '消协那条街的营业厅几点关门',
    '门口那个消费者协会怎么走',
    '订单尾号12315',
    '小票上写着投诉请拨12315我想问发票怎么开',
    '相机的曝光参数怎么调',
    '我在曝光路上住',
    '我之前投诉的事解决了谢谢啊',
    '上网站说找不到页面',
    '差评可以改成好评吗',
  ])('is not put off by the word or the place: %s', (text) => {
    expect(detect(text).verdict).not.toBe('not_met');
  });

  it.each(['那我打12315了', '我去消协告你们', '信不信我给你们曝光', '我非投诉不可', '发到网上让大家看看你们'])(
    'is warned by the threat: %s',
    (text) => {
      expect(detect(text).verdict).toBe('not_met');
    },
  );
});
