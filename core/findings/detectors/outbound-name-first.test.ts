import { expect, it } from 'vitest';
import { agentSays, spokenCall } from '../../test-support/spoken-call.ts';
import { outboundNameFirst } from './outbound-name-first.ts';

const verdict = (...texts: string[]) =>
  outboundNameFirst.detect(spokenCall(agentSays(...texts), { direction: 'outbound' })).verdict;

it.each(['喂，你叫什么名字？', '您好，请问您贵姓？', '你是哪位？', '喂，您怎麼稱呼？'])(
  '%s opens by asking the name',
  (text) => {
    expect(verdict(text)).toBe('not_met');
  },
);

it.each(['您好，我是安心电信回访专员，请问怎么称呼您？', '您好，请问是王先生吗？', '您好，这里是安心电信，请问您贵姓'])(
  '%s does not',
  (text) => {
    expect(verdict(text)).toBe('met');
  },
);

it('counts the second sentence too, unless the agent has said who is calling', () => {
  expect(verdict('喂，您好。', '你叫什么名字？')).toBe('not_met');
  expect(verdict('您好，我是安心电信的。', '请问您贵姓？')).toBe('met');
});

it('is about outbound calls only', () => {
  const name = agentSays('请问您贵姓？');
  expect(outboundNameFirst.detect(spokenCall(name)).reason.en).toBe('no occasion');
  expect(outboundNameFirst.detect(spokenCall(null)).reason.en).toBe('no occasion');
  expect(outboundNameFirst.detect(spokenCall(name, { direction: null })).verdict).toBe('cannot_tell');
});

it.each(['你是张三吗？', '喂，是李女士吧', '张建国？', '你是李四不', '请问是陈总吗？', '喂，你是不是王芳'])(
  '%s asks for the customer before anybody knows who is calling',
  (text) => {
    expect(verdict(text)).toBe('cannot_tell');
    expect(verdict(`您好，我是安心电信的。${text}`)).toBe('met');
  },
);

it('does not accuse whose introduction is not understood', () => {
  expect(verdict('[听不清]，请问您贵姓？')).toBe('cannot_tell');
  expect(verdict('您好，安心客服8012，请问怎么称呼您？')).toBe('met');
});
