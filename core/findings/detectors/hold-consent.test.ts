import { describe, expect, it } from 'vitest';
import { type Line, spokenCall } from '../../test-support/spoken-call.ts';
import { holdConsent } from './hold-consent.ts';

const asked: Line = ['customer', 0, 3, '我的账单不对。'];
const back: Line = ['agent', 60, 63, '感谢您的等待。'];
const detect = (...lines: Line[]) => holdConsent.detect(spokenCall([asked, ...lines, back]));

describe('hold-consent', () => {
  it('wants reason, consent and time limit', () => {
    const outcome = detect(
      ['agent', 4, 9, '我帮您查询账单，大概需要一分钟，请您稍等可以吗？'],
      ['customer', 9, 10, '可以。'],
    );
    expect(outcome).toMatchObject({ verdict: 'met', value: 1 });
  });

  it.each([
    ['等一下。', '没有说明原因、征得同意、告知时限'],
    ['我查一下，请稍等。', '没有征得同意、告知时限'],
    ['我帮您核实，您看可以吗？', '没有告知时限'],
    ['请等两三分钟好吗？', '没有说明原因'],
    ['我需要請示一下，大約半分鐘。', '没有征得同意'],
  ])('reports each part that is missing in %s', (text, missing) => {
    const outcome = detect(['agent', 4, 9, text]);
    expect(outcome).toMatchObject({ verdict: 'not_met', evidence: [{ start: 4, end: 60, text }] });
    expect(outcome.reason.zh).toContain(missing);
  });

  it('takes the customer’s yes for consent, and words said over two turns together', () => {
    const two: Line[] = [
      ['agent', 4, 7, '我帮您查询一下，请稍等。'],
      ['customer', 7.5, 8, '好的。'],
      ['agent', 8.5, 10, '大概三十秒。'],
      ['customer', 10.5, 11, '嗯，可以。'],
    ];
    expect(detect(...two).verdict).toBe('met');
  });

  it('counts a wait without a word before it', () => {
    expect(detect(['agent', 4, 5, '好的，知道了。']).reason.zh).toContain('说明原因、征得同意、告知时限');
  });

  it('takes waits between which the agent only stays in touch for one hold', () => {
    const request: Line = ['agent', 4, 9, '我帮您刷新网络，大约一分半钟，可以吗？'];
    const touch: Line[] = [
      ['agent', 30, 33, '正在处理，请问信号好些了吗？'],
      ['customer', 33.5, 35, '还没有好。'],
    ];
    expect(detect(request, ...touch)).toMatchObject({ verdict: 'met', value: 1 });
  });

  it('has no occasion in a call without waits, or when the customer goes to look for something', () => {
    const quick = spokenCall([asked, ['agent', 4, 9, '请稍等。'], ['agent', 15, 18, '查到了。']]);
    expect(holdConsent.detect(quick).reason.en).toBe('no occasion');
    const looking = detect(['agent', 4, 6, '请提供身份证号码。'], ['customer', 6.5, 8, '等一下，我找一下。']);
    expect(looking.reason.en).toBe('no occasion');
  });

  it('cannot tell without times', () => {
    expect(holdConsent.detect(spokenCall([asked, back], { timing: 'estimated' })).verdict).toBe('cannot_tell');
  });
});
