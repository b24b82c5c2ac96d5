import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PatternField } from '../../contract/index.ts';
import { knownPatterns } from './known-patterns.ts';
import { formatName, parsePattern, stemOf } from './name-pattern.ts';

const two = (max: number, min = 0) => fc.integer({ min, max }).map((n) => String(n).padStart(2, '0'));
const date = fc.tuple(fc.integer({ min: 1990, max: 2099 }), two(12, 1), two(28, 1)).map((parts) => parts.join(''));
const time = fc.tuple(two(23), two(59), two(59)).map((parts) => parts.join(''));
const value: Record<PatternField, fc.Arbitrary<string>> = {
  date,
  time,
  datetime: fc.tuple(date, time).map((parts) => parts.join('')),
  agent: fc.integer({ min: 100, max: 999_999 }).map(String),
  phone: fc
    .tuple(fc.integer({ min: 3, max: 9 }), fc.nat(999_999_999))
    .map(([a, b]) => `1${a}${String(b).padStart(9, '0')}`),
  direction: fc.constantFrom('in', 'out', 'inbound', '呼出'),
  team: fc.constantFrom('一组', 'sales', '外呼组'),
  id: fc.integer({ min: 1, max: 9_999_999 }).map((n) => `${n}.${n % 97}`),
  any: fc.constant(''),
};

describe('file-name patterns', () => {
  it('read back every name they write, whichever of the known ones', () => {
    fc.assert(
      fc.property(fc.constantFrom(...knownPatterns), fc.record(value), (source, fields) => {
        const pattern = parsePattern(source);
        const used = pattern.parts.flatMap((part) => ('field' in part ? [part.field] : []));
        const expected = Object.fromEntries(used.map((field) => [field, fields[field]]));
        expect(pattern.match(formatName(pattern, fields))).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });
  it('are listed once each', () => expect(new Set(knownPatterns).size).toBe(knownPatterns.length));
  it('take regular-expression signs in the literal parts as plain text', () => {
    const pattern = parsePattern('(rec).*+_{agent}$');
    expect(pattern.match('(rec).*+_8012$')).toEqual({ agent: '8012' });
    expect(pattern.match('rec_8012')).toBeNull();
  });
  it('let a gap swallow anything', () => {
    expect(parsePattern('{any}_{phone}').match('客户 a_b_13800138001')).toEqual({ phone: '13800138001' });
  });
  it('ignore an extension that was pasted along', () => {
    expect(parsePattern('{agent}-{phone}.wav').match('8012-13800138001')).not.toBeNull();
  });
  it.each([
    ['{agnet}_{phone}', 'an unknown placeholder'],
    ['{agent_{phone}', 'an open brace'],
    ['{agent}_{agent}', 'a repeated placeholder'],
    ['{agent}{phone}', 'parts that touch without a fixed width'],
    ['{any}-{any}-{any}-{any}-{agent}', 'so many gaps that matching could stall'],
    ['{time}_{any}', 'nothing that tells about the call'],
    ['plain', 'no placeholder'],
    ['../{agent}', 'a folder'],
    ['', 'nothing at all'],
  ])('%s is refused: %s', (source) => {
    expect(() => parsePattern(source)).toThrowError(expect.objectContaining({ code: 'PATTERN_INVALID' }));
  });
  it('give up quickly on long hostile names', () => {
    const pattern = parsePattern('{any}a{any}a{any}a{agent}b');
    expect(pattern.match('a'.repeat(100_000))).toBeNull();
    expect(pattern.match('a'.repeat(255))).toBeNull();
  });
  it('cut only what can be an extension', () => {
    expect(stemOf('/x/20260302_8012.wav')).toBe('20260302_8012');
    expect(stemOf('C:\\rec\\a.b.MP3')).toBe('a.b');
    expect(stemOf('1772413503.123')).toBe('1772413503.123');
    expect(stemOf('call.729')).toBe('call');
    expect(stemOf('.wav')).toBe('.wav');
  });
});
