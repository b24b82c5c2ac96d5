import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparable } from './chinese.ts';
import { compilePattern, PatternError } from './safe-pattern.ts';

const hits = (pattern: string, text: string) => {
  const plain = comparable(text);
  return compilePattern(pattern)
    .places(plain)
    .map(({ start, end }) => text.slice(start, end));
};

describe('a pattern that people write', () => {
  it.each([
    ['不(归|关)我(管|的事)', '这不归我管，也不关我的事', ['不归我管', '不关我的事']],
    ['投訴', '我要投诉', ['投诉']],
    ['[你您]去\\p{Han}+吧', '你去告吧', ['你去告吧']],
    ['ok\\d', 'ＯＫ１ ok2 OKx', ['ＯＫ１', 'ok2']],
    ['\\Dx', '1x ax', ['ax']],
  ])('%s is found in %s', (pattern, text, expected) => {
    expect(hits(pattern, text)).toEqual(expected);
  });

  it.each(['(?=a)b', '(a)\\1', '(', 'a*', '', 'x{1001}', '((a{100}){100}){100}', 'a'.repeat(201)])(
    '%s is refused',
    (pattern) => {
      expect(() => compilePattern(pattern)).toThrow(PatternError);
    },
  );

  it('takes steps in proportion to the text, whatever it nests', () => {
    // A backtracking engine would not come back from any of these.
    const text = 'a'.repeat(1999);
    for (const pattern of ['(a+)+b', '(a|aa)+b', '(.*)*(.*)*b', '(a|a)*b', '([a-z]+)*\\d'])
      expect(compilePattern(pattern).places(text), pattern).toEqual([]);
  });

  it('looks at the first 2,000 characters', () => {
    expect(compilePattern('b').places(`${'a'.repeat(2000)}b`)).toEqual([]);
  });

  it('finds what the built-in engine finds', () => {
    const pattern = fc.constantFrom('a+b', '(ab|b)c?', 'a.c', '[ab]{2}', 'a|bc', '^a', 'c$');
    fc.assert(
      fc.property(pattern, fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 }), (source, text) => {
        const expected = Array.from(text.matchAll(new RegExp(source, 'g')), (match) => match.index);
        expect(
          compilePattern(source)
            .places(text)
            .map(({ start }) => start),
        ).toEqual(expected);
      }),
    );
  });
});
