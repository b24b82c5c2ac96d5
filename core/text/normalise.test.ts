import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, placeInSource } from './normalise.ts';
import { heardAs, isPartOfWord, soundOf } from './sounds.ts';

describe('a normalised sentence', () => {
  it.each([
    ['我 怎 么 知 道。', '我怎么知道。'],
    ['這個　不歸我管', '这个不归我管'],
    ['你问我，呃，我问谁？', '你问我问谁?'],
    ['我呃怎么知道', '我怎么知道'],
    ['我我我怎么知道', '我怎么知道'],
    ['不归不归我管', '不归我管'],
    ['工号 8012', '工号8012'],
    ['余额，额，还有三十', '余额,还有三十'],
  ])('%s reads %s', (text, plain) => {
    expect(normalise(text).plain).toBe(plain);
  });

  it.each(['嗯，好的', '嗯嗯', '谢谢您', '我看看', 'this is agent 8 0 1 2', '八零八零', '余额不足', '请等等'])(
    'keeps what means something: %s',
    (text) => {
      expect(normalise(text).plain).toBe(text.replace('，', ','));
    },
  );

  it('leads back to the words as they were said', () => {
    const text = '这个 不 归，呃，我 管';
    const { plain, places } = normalise(text);
    const at = plain.indexOf('管');
    const { start, end } = placeInSource({ places }, plain.indexOf('不'), at + 1);
    expect(text.slice(start, end)).toBe('不 归，呃，我 管');
  });

  it('always has a place in the source for each of its units', () => {
    const part = fc.constantFrom('我', '怎么', '，', ' ', '呃', '嗯', '。', 'ok', '8', '谢谢', '😀', '啊', '額');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const text = parts.join('');
        const { plain, places } = normalise(text);
        const found = places ?? Array.from(text.split(''), (_, index) => index);
        expect(found).toHaveLength(plain.length);
        expect(found.every((place, index) => index === 0 || place > found[index - 1]!)).toBe(true);
      }),
    );
  });
});

describe('sounds', () => {
  it('are the same for words that sound the same, tones apart', () => {
    expect(soundOf('爱用不佣')).toBe(soundOf('爱用不用'));
    expect(soundOf('ok，8')).toBe('ok，8');
  });

  it('know where a dictionary word stands', () => {
    expect(isPartOfWord('我怎么指导', 3)).toBe(true);
    expect(isPartOfWord('爱用不佣', 3)).toBe(false);
  });

  it('put a word in where what is written is none', () => {
    expect(heardAs('宁好，公号8012', ['您好', '工号'])).toBe('您好，工号8012');
    expect(heardAs('现在见到了', ['再见'])).toBe('现在见到了');
  });
});
