import { describe, expect, it } from 'vitest';
import { type Line, spokenCall } from '../test-support/spoken-call.ts';
import { agentId } from './detectors/agent-id.ts';
import { greeting } from './detectors/greeting.ts';
import { labelsDoubted } from './labels-doubted.ts';

const talk: Line[] = [
  ['agent', 0, 4, '您好，工号八零一二，很高兴为您服务，请问有什么可以帮您？'],
  ['customer', 5, 8, '你好，我想查一下我的快递怎么还没到。'],
  ['agent', 9, 12, '请您提供一下运单号，我帮您查询。'],
  ['customer', 13, 16, '五五六七八九。'],
  ['agent', 17, 21, '感谢您的来电，祝您生活愉快，再见。'],
];
const swapped = talk.map(([who, ...rest]): Line => [who === 'agent' ? 'customer' : 'agent', ...rest]);

describe('the speakers of a transcript', () => {
  it('are believed when what each says fits', () => {
    expect(labelsDoubted(spokenCall(talk))).toBe(false);
    expect(greeting.detect(spokenCall(talk)).verdict).toBe('met');
  });
  it('are doubted when they say each other’s words, and then no text rule judges anybody', () => {
    const call = spokenCall(swapped);
    expect(labelsDoubted(call)).toBe(true);
    for (const rule of [greeting, agentId]) {
      const { verdict, reason } = rule.detect(call);
      expect([verdict, reason.zh]).toEqual(['cannot_tell', expect.stringContaining('说话人可能标反了')]);
    }
  });
  it('are believed where a customer only repeats what the agent said', () => {
    const repeats: Line = ['customer', 22, 25, '你们老说很高兴为您服务。'];
    expect(labelsDoubted(spokenCall([...talk, repeats]))).toBe(false);
  });
  it('are believed where one word does not fit and nothing else tells', () => {
    const short: Line[] = [
      ['agent', 0, 2, '喂，哪位？'],
      ['customer', 3, 5, '我帮您问一下。'],
    ];
    expect(labelsDoubted(spokenCall(short))).toBe(false);
  });
});
