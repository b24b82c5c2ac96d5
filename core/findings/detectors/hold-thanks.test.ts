import { describe, expect, it } from 'vitest';
import { type Line, spokenCall } from '../../test-support/spoken-call.ts';
import { holdThanks } from './hold-thanks.ts';

const request: Line = ['agent', 0, 5, '我查一下，请稍等。'];
const detect = (...after: Line[]) => holdThanks.detect(spokenCall([request, ...after]));

describe('hold-thanks', () => {
  it.each([
    '感谢您的耐心等待，查到了。',
    '讓您久等了。',
    '不好意思让您等了这么久',
    '谢谢您的等候',
    'Thank you for holding.',
  ])('takes %s', (text) => {
    expect(detect(['agent', 40, 43, text])).toMatchObject({ verdict: 'met', evidence: [{ text }] });
  });

  it('misses the thanks, and shows what was said instead', () => {
    expect(detect(['agent', 40, 43, '改好了，下个月生效。'])).toMatchObject({
      verdict: 'not_met',
      value: 1,
      evidence: [{ start: 40, end: 43, text: '改好了，下个月生效。' }],
    });
  });

  it('takes them in the second sentence, but not later', () => {
    expect(detect(['agent', 40, 41, '您好，在吗？'], ['agent', 42, 44, '久等了。']).verdict).toBe('met');
    const late: Line[] = [
      ['agent', 40, 41, '您好，在吗？'],
      ['agent', 42, 44, '查到了。'],
      ['agent', 45, 46, '久等了。'],
    ];
    expect(detect(...late).verdict).toBe('not_met');
  });

  it('has no occasion without a wait, or when the customer is gone', () => {
    expect(detect(['agent', 10, 12, '查到了。']).reason.en).toBe('no occasion');
    expect(holdThanks.detect(spokenCall([request], { durationS: 60 })).reason.en).toBe('no occasion');
  });
});
