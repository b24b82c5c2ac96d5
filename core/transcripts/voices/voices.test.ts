import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agentVoice } from './agent-voice.ts';
import { splitByVoice, type VoiceSpan } from './split-by-voice.ts';

const said = (text: string, start: number, end: number, perCharacter = (end - start) / text.length) => ({
  text,
  start,
  end,
  words: Array.from(text, (character, index) => ({
    text: character,
    start: start + index * perCharacter,
    end: start + (index + 1) * perCharacter,
  })),
});
const span = (voice: number, start: number, end: number): VoiceSpan => ({ voice, start, end });
const voices = (...args: Parameters<typeof splitByVoice>) =>
  splitByVoice(...args).map(({ voice, start, end, text }) => [voice, start, end, text]);

describe('sentences and voices', () => {
  it('meet by time', () => {
    expect(
      voices(
        [
          { text: '您好', start: 0, end: 1 },
          { text: '喂', start: 2, end: 3 },
        ],
        [span(1, 0, 1.5), span(0, 1.5, 3)],
      ),
    ).toEqual([
      [1, 0, 1, '您好'],
      [0, 2, 3, '喂'],
    ]);
  });
  it('a sentence that two voices share is cut at the word where the other takes over', () => {
    expect(voices([said('您好请讲我要查话费', 0, 9)], [span(0, 0, 4), span(1, 4, 9)])).toEqual([
      [0, 0, 4, '您好请讲'],
      [1, 4, 9, '我要查话费'],
    ]);
  });
  it('one breath of another voice cuts nothing', () => {
    const spans = [span(0, 0, 4), span(1, 4, 4.2), span(0, 4.2, 9)];
    expect(voices([said('您好请讲我要查话费', 0, 9)], spans)).toEqual([[0, 0, 9, '您好请讲我要查话费']]);
  });
  it('without word times, or where no voice was heard, nobody is named', () => {
    const shared = { text: '您好请讲我要查话费', start: 0, end: 9 };
    expect(voices([shared], [span(0, 0, 4), span(1, 4, 9)])).toEqual([[null, 0, 9, shared.text]]);
    expect(voices([said('您好', 20, 21)], [span(0, 0, 4)])).toEqual([[null, 20, 21, '您好']]);
    expect(voices([said('您好', 0, 1)], [])).toEqual([[null, 0, 1, '您好']]);
  });
  it('nothing is lost, doubled or moved, whatever was separated', () => {
    const time = fc.integer({ min: 0, max: 300 }).map((tenth) => tenth / 10);
    const spans = fc.array(
      fc.record({ voice: fc.constantFrom(0, 1), start: time, end: time }).filter(({ start, end }) => end > start),
      { maxLength: 12 },
    );
    const text = fc.string({ unit: fc.constantFrom('您', '好', '，', 'a', ' '), minLength: 1, maxLength: 20 });
    const sentence = fc
      .tuple(text, time, fc.integer({ min: 1, max: 80 }), fc.boolean())
      .filter(([words]) => words.trim() === words && !words.includes('  '))
      .map(([words, start, length, timed]) => {
        const { words: each, ...rest } = said(words, start, start + length / 10);
        return timed ? { ...rest, words: each.filter((word) => word.text !== ' ') } : rest;
      });
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 4 }), spans, (sentences, separated) => {
        const cut = splitByVoice(sentences, separated);
        const plain = (parts: readonly { text: string }[]) =>
          parts.map((part) => part.text.replaceAll(' ', '')).join('');
        expect(plain(cut)).toBe(plain(sentences));
        for (const part of cut) {
          expect(part.end).toBeGreaterThanOrEqual(part.start);
          expect(sentences.some(({ start, end }) => part.start >= start - 1e-9 && part.end <= end + 1e-9)).toBe(true);
          if (part.voice !== null) expect(separated.some(({ voice }) => voice === part.voice)).toBe(true);
        }
        expect(cut.flatMap(({ words = [] }) => words)).toEqual(
          sentences.flatMap((one) => ('words' in one ? one.words : [])),
        );
        const single = separated.map((one) => ({ ...one, voice: 0 }));
        expect(splitByVoice(sentences, single)).toHaveLength(sentences.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the agent’s voice', () => {
  const call = (...lines: [voice: number, text: string][]) =>
    lines.map(([voice, text], index) => ({ voice, text, start: index * 5, end: index * 5 + 4 }));
  it.each([
    ['the greeting', call([1, '您好，欢迎致电客服中心，请问有什么可以帮您？'], [0, '我要查话费']), null, 1],
    ['the service number', call([0, '喂'], [1, '您好，八零一二号']), '8012', 1],
    ['the service number with its word', call([0, '您好，工号一零二三'], [1, '喂']), null, 0],
    [
      'what is said when serving',
      call([0, '请稍等，我帮您查一下'], [1, '好'], [0, '感谢您的耐心等待，请问您还有别的问题吗']),
      null,
      0,
    ],
  ])('is known by %s', (_what, sentences, agentNo, voice) => {
    expect(agentVoice(sentences, agentNo)).toBe(voice);
  });
  it.each([
    ['nobody says anything of the kind', call([0, '喂'], [1, '你好']), '8012'],
    ['both do', call([0, '很高兴为您服务'], [1, '你们不是说很高兴为您服务吗']), null],
    ['a customer asks for the number', call([0, '你工号多少'], [1, '什么']), null],
    ['only a voice that could not be told says it', [{ voice: null, start: 0, end: 4, text: '很高兴为您服务' }], null],
  ])('is not guessed where %s', (_what, sentences, agentNo) => {
    expect(agentVoice(sentences, agentNo)).toBeNull();
  });
});
