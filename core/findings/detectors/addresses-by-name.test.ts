import { describe, expect, it } from 'vitest';
import { type Line, spokenCall } from '../../test-support/spoken-call.ts';
import { addressesByName } from './addresses-by-name.ts';

const named: Line = ['customer', 0, 2, '你好，我姓王，查快递。'];
const detect = (lines: Line[], params = {}) => addressesByName.detect(spokenCall(lines), params);

describe('addresses-by-name', () => {
  it('quotes how the customer was addressed', () => {
    expect(detect([named, ['agent', 3, 6, '好的王先生，请稍等。']])).toMatchObject({
      verdict: 'met',
      evidence: [{ text: '王先生', channel: 0 }],
    });
  });

  it('quotes the name that was never used', () => {
    expect(detect([named, ['agent', 3, 6, '快递明天到。']])).toMatchObject({
      verdict: 'not_met',
      evidence: [{ text: '我姓王', channel: 1 }],
    });
  });

  it('leaves open whether another name is a misheard one', () => {
    expect(detect([named, ['agent', 3, 6, '好的黄先生，请稍等。']]).verdict).toBe('cannot_tell');
  });

  it('may ask for the name and not the title alone', () => {
    const title: Line[] = [named, ['agent', 3, 6, '好的先生，请稍等。']];
    expect([detect(title).verdict, detect(title, { titleAlone: false }).verdict]).toEqual(['met', 'not_met']);
  });

  it('has no occasion while nobody tells a name, and cannot tell with somebody unknown', () => {
    expect(detect([['agent', 0, 2, '您好，我姓王。']])).toMatchObject({ verdict: 'met', occasion: false });
    expect(detect([named, ['agent', 3, 6, '快递明天到。'], ['unknown', 6, 7, '王先生']]).verdict).toBe('cannot_tell');
  });
});
