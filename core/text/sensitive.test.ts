import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBankCard, isIdCard, maskSensitive, maskSentences, sensitiveSpans } from './sensitive.ts';

const kinds = (text: string) => sensitiveSpans(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('numbers that must not lie about', () => {
  it.each([
    ['卡号是6222021234567890128。', 'bank-card', '6222021234567890128'],
    ['4111 1111 1111 1111', 'bank-card', '4111 1111 1111 1111'],
    ['四一一一，一一一一，一一一一，一一一一，对吧', 'bank-card', '四一一一，一一一一，一一一一，一一一一'],
    ['身份证11010519491231002X', 'id-card', '11010519491231002X'],
    ['一一零一零五一九四九一二三一零零二叉', 'id-card', '一一零一零五一九四九一二三一零零二叉'],
    ['我电话138-0013-8001', 'phone', '138-0013-8001'],
    ['幺三八零零幺三八零零幺', 'phone', '幺三八零零幺三八零零幺'],
    ['我的号码是幺三八零零幺三八零零幺一共十一位', 'phone', '幺三八零零幺三八零零幺'],
    ['+86 13800138001', 'phone', '13800138001'],
  ])('finds it in %s', (text, kind, number) => {
    expect(kinds(text)).toEqual([[kind, number]]);
  });

  it.each([
    '我要查八月十二号的话费',
    '4111 1111 1111 1112',
    '订单号2026030209150380121380',
    '工号8012',
    '什么什么',
    '从 2026-03-02 15:30:00 到 16:30:5',
  ])('lets %s stand', (text) => {
    expect(maskSensitive(text)).toBe(text);
  });

  it('keeps what is needed to recognise a card or phone, and nothing of an identity card', () => {
    expect(maskSensitive('4111 1111 1111 1111')).toBe('**** **** **** 1111');
    expect(maskSensitive('打13800138001')).toBe('打138****8001');
    expect(maskSensitive('11010519491231002X')).toBe('*'.repeat(18));
  });

  it('sees a card dictated over several sentences', () => {
    expect(maskSentences(['四一一一一一一一', '一一一一', '一一一一。好了'])).toEqual([
      '********',
      '****',
      '一一一一。好了',
    ]);
  });

  it.each([
    ['the same phone twice', '13800138001，13800138001', '138****8001，138****8001'],
    ['in groups, before an amount', '138 0013 8001, 100元', '138 **** 8001, 100元'],
    ['after a job number', '8012\n13800138001', '8012\n138****8001'],
    ['said twice', '幺三八零零幺三八零零幺，幺三八零零幺三八零零幺', '幺三八****八零零幺，幺三八****八零零幺'],
    [
      'said twice in one breath',
      '幺三八零零幺三八零零幺幺三八零零幺三八零零幺',
      '幺三八****八零零幺幺三八****八零零幺',
    ],
    ['before other digits', '幺三八零零幺三八零零幺。\n一，二，三', '幺三八****八零零幺。\n一，二，三'],
  ])('hides a phone beside other digits: %s', (_, text, masked) => {
    expect(maskSensitive(text)).toBe(masked);
  });

  it('hides every valid card, wherever it stands, and never changes the length', () => {
    const card = fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: 13, maxLength: 17 })
      .map((digits) => `62${digits.join('')}`)
      .map((body) => Array.from({ length: 10 }, (_, check) => body + check).find((number) => isBankCard(number))!)
      .filter(Boolean);
    fc.assert(
      fc.property(
        card,
        fc.constantFrom('', '卡号', '是 '),
        fc.constantFrom('', '。', '对'),
        (number, before, after) => {
          const masked = maskSensitive(before + number + after);
          expect(masked).toHaveLength((before + number + after).length);
          expect(masked).not.toContain(number);
        },
      ),
    );
  });

  it('rejects any single wrong digit of an identity card', () => {
    const number = '11010519491231002X';
    expect(isIdCard(number)).toBe(true);
    for (let place = 0; place < 17; place += 1)
      for (let digit = 0; digit < 10; digit += 1)
        if (String(digit) !== number[place])
          expect(isIdCard(number.slice(0, place) + digit + number.slice(place + 1))).toBe(false);
  });
});
