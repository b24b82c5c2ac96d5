import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPhone } from './mask-phone.ts';

describe('a masked number', () => {
  it.each([
    ['a mobile', '13800138001', '138****8001'],
    ['a mobile with its country', '+8613800138001', '+86138****8001'],
    ['a mobile in groups', '138 0013 8001', '138 **** 8001'],
    ['a mobile in full-width digits', '１３８００１３８００１', '１３８****８００１'],
    ['a landline with its area', '02112345678', '021****5678'],
    ['a landline with a hyphen', '0755-12345678', '0755-****5678'],
    ['a landline without its area', '12345678', '****5678'],
    ['a number from abroad', '+1 (415) 555-2671', '+1 (41*) ***-2671'],
    ['two in one cell', '13900001111/13700002222', '139****1111/137****2222'],
    ['two parted by a space', '13900001111 13700002222', '139****1111 137****2222'],
    ['two in Chinese', '13900001111、01066668888', '139****1111、010****8888'],
    ['one with its extension', '010-66668888转801', '010-****8888转**1'],
    ['one in an address', 'sip:13900001111@10.0.0.1', 'sip:139****1111@**.*.0.1'],
    ['two without any gap', '1390000111113700002222', '139***************2222'],
    ['a service number', '10086', '***86'],
    ['an extension', '801', '**1'],
    ['two digits', '12', '**'],
    ['no digits at all', 'anonymous', 'anonymous'],
    ['nothing', '', ''],
  ])('of %s', (_what, phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  it('is absent when the number is', () => {
    expect(maskPhone(null)).toBeNull();
  });

  it('hides at least four digits of every number that has eight or more, and half of every shorter one', () => {
    const number = fc.string({ unit: fc.constantFrom(...'0123456789+- ()') });
    fc.assert(
      fc.property(number, (phone) => {
        const masked = maskPhone(phone);
        const digits = phone.replace(/\D/g, '').length;
        const hidden = masked.length - masked.replaceAll('*', '').length;
        expect(masked).toHaveLength(phone.length);
        expect(hidden).toBeGreaterThanOrEqual(digits >= 8 ? 4 : digits / 2);
      }),
    );
  });
});
