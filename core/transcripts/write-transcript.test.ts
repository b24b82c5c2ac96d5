import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TranscriptTextFormat } from '../contract/index.ts';
import { parseTranscript } from './parse-transcript.ts';
import { type Sentence, tidyText } from './sentence.ts';
import { formatTime, parseTime } from './timestamps.ts';
import { writeTranscript } from './write-transcript.ts';

const text = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('您', '好', '：', ':', '坐席', '客户', '[', ']', '<v A>', '&lt;', '-->', '1', '\n', ' '),
    }),
  )
  .map((value) => tidyText(value.toWellFormed()))
  .filter((value) => value !== '' && !value.includes('\uFFFD'));
const word = fc.record({
  text: fc.constantFrom('您', 'a'),
  start: fc.integer({ min: 0, max: 9 }),
  end: fc.constant(9.5),
});
const sentence: fc.Arbitrary<Sentence> = fc
  .record({
    speaker: fc.constantFrom('agent' as const, 'customer' as const, 'unknown' as const),
    startMs: fc.integer({ min: 0, max: 100 * 3600 * 1000 }),
    lengthMs: fc.integer({ min: 0, max: 60_000 }),
    text,
    words: fc.option(fc.array(word, { minLength: 1, maxLength: 3 }), { nil: undefined }),
  })
  .map(({ speaker, startMs, lengthMs, text: said, words }) => ({
    speaker,
    start: startMs / 1000,
    end: (startMs + lengthMs) / 1000,
    text: said,
    ...(words ? { words } : {}),
  }));
const transcript = fc
  .array(sentence, { minLength: 1, maxLength: 8 })
  .map((sentences) => sentences.sort((a, b) => a.start - b.start));

describe('export and import again', () => {
  it.each(TranscriptTextFormat.options)('%s gives back the same sentences', (format) => {
    fc.assert(
      fc.property(transcript, (sentences) => {
        const bytes = new TextEncoder().encode(writeTranscript(sentences, format));
        const expected = format === 'json' ? sentences : sentences.map(({ words: _words, ...rest }) => rest);
        expect(parseTranscript(bytes, `a.${format}`)).toEqual({
          timing: 'exact',
          speakersBy: 'labels',
          sentences: expected,
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('times', () => {
  it('are read in any usual form', () => {
    const forms = ['00:01:02,500', '1:02.5', '62.5', '62.5s', '62500ms', '1分2.5秒', '1m2.5s', '00:01:02:500'];
    expect(forms.map(parseTime)).toEqual(forms.map(() => 62.5));
    expect(['', 'abc', '1:2:3:4:5', '-'].map(parseTime)).toEqual([null, null, null, null]);
  });

  it('survive being written, to the millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 360_000_000 }), (ms) => {
        expect(parseTime(formatTime(ms / 1000, ','))).toBeCloseTo(ms / 1000, 6);
      }),
    );
  });
});
