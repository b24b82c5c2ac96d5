import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparable, toSimplified } from './chinese.ts';
import { decodeText } from './decode-text.ts';
import { digitRuns, numerals } from './digits.ts';

describe('text of any origin', () => {
  it.each([
    ['UTF-8', [0xe6, 0x82, 0xa8]],
    ['UTF-8 with mark', [0xef, 0xbb, 0xbf, 0xe6, 0x82, 0xa8]],
    ['UTF-16 little', [0xff, 0xfe, 0xa8, 0x60]],
    ['UTF-16 big', [0xfe, 0xff, 0x60, 0xa8]],
    ['GB18030', [0xc4, 0xfa]],
  ])('reads %s', (_name, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toBe('您');
  });

  it('calls bytes that are no text by that name', () => {
    expect(decodeText(Uint8Array.from([0x52, 0x49, 0x46, 0x46, 0, 0, 0, 0]))).toBeNull();
    expect(decodeText(Uint8Array.from([0xff, 0xff, 0xff]))).toBeNull();
  });
});

describe('one spelling for comparing', () => {
  it('makes traditional simplified and keeps every place', () => {
    expect(toSimplified('感謝您的來電，請問有什麼可以幫您？')).toBe('感谢您的来电，请问有什么可以帮您？');
    expect(comparable('ＡＢ８０１２號')).toBe('ab8012号');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(comparable(text)).toHaveLength(text.length);
      }),
    );
  });
});

describe('digits as people say them', () => {
  it.each([
    ['我是8012号', '8012'],
    ['我是八零一二号', '8012'],
    ['八幺零二', '8102'],
    ['捌零壹贰', '8012'],
    ['８０ １２', '8012'],
    ['兩三', '23'],
  ])('%s is %s', (text, digits) => {
    expect(digitRuns(text).map((run) => run.digits)).toEqual([digits]);
  });

  it('reads numbers with their units', () => {
    expect(numerals('八千零一十二号，等十分钟，两百').map((found) => found.value)).toEqual([8012, 10, 200]);
  });
});
