import { describe, expect, it } from 'vitest';
import { agentSays, spokenCall } from '../../test-support/spoken-call.ts';
import { forbiddenPhrase } from './forbidden-phrase.ts';

const said = (text: string, params = {}) =>
  forbiddenPhrase.detect(spokenCall(agentSays(text)), params).evidence.map((piece) => piece.text);

describe('forbidden-phrase', () => {
  it.each([
    ['这个不归我管', ['不归我管']],
    ['這個不歸我管', ['不歸我管']],
    ['我怎麼知道，你問我我問誰？', ['我怎麼知道', '你問我我問誰']],
    ['我就这态度，你爱用不用', ['我就这态度', '爱用不用']],
    ['你尽管投诉', ['你尽管投诉']],
    ['你有病啊', ['你有病']],
    ['他妈的', ['他妈的']],
    ['你去告啊', ['你去告']],
    ['爱来不来', ['爱来不来']],
    ['這個我們不管', ['這個我們不管']],
    ['我跟您说这个不归我管', ['不归我管']],
  ])('quotes exactly what is said in %s', (text, phrases) => {
    expect(said(text)).toEqual(phrases);
  });

  it.each([
    '您刚才说“不归我管”是哪位同事呢',
    '客户说我怎么知道，我们再核实',
    '我们不会说不归我管的',
    '您有病历号吗',
    '麻烦你去告诉他一声',
    '这是他妈的手机号对吧',
    '手机老是死机，回去死机了也可以重启',
    '这是傻瓜式的操作',
    '这个我们不管您在哪里都能办理',
    '你想怎么样办理呢',
    '之前对您爱理不理，实在抱歉',
    '请您滚动屏幕',
    '您可以拨打投诉电话',
    '我知道了，马上为您处理',
  ])('lets %s pass', (text) => {
    expect(said(text)).toEqual([]);
  });

  it('does not count what the customer says', () => {
    const call = spokenCall([...agentSays('您好'), ['customer', 3, 5, '我怎么知道，爱用不用']]);
    expect(forbiddenPhrase.detect(call)).toMatchObject({ verdict: 'met', value: 0 });
  });

  it('points at the second where the phrase is said', () => {
    const call = spokenCall([['agent', 10, 20, '一二三四五不归我管。']]);
    expect(forbiddenPhrase.detect(call).evidence[0]).toMatchObject({ start: 15, end: 19, channel: 0 });
  });

  it('takes additions and exemptions of the library', () => {
    expect(said('亲，稍等哈', { extra: ['親'] })).toEqual(['亲']);
    expect(said('这个不归我管', { ignored: ['不歸我管'] })).toEqual([]);
  });
});
