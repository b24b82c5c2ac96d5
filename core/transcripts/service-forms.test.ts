/** Answers whose times, words or frame are of a form of their own: ticks, the epoch, objects, texts in texts, Python. */
import { describe, expect, it } from 'vitest';
import { told, voices } from './testing-read.ts';

const talk = [
  [2.1, 3.6, '早上好，这里是云帆。'],
  [4.4, 5.9, '我想退货。'],
];
const ms = (seconds: number) => Math.round(seconds * 1000);
const each = <T>(make: (start: number, end: number, text: string, index: number) => T): T[] =>
  talk.map(([start, end, text], index) => make(start as number, end as number, text as string, index));
const began = 1_772_414_103;

describe('times in forms of their own', () => {
  it.each<[string, unknown]>([
    [
      'Azure, ticks that are not named',
      each((start, end, text) => ({
        RecognitionStatus: 'Success',
        Offset: start * 1e7,
        Duration: (end - start) * 1e7,
        DisplayText: text,
      })),
    ],
    [
      'seconds and nanoseconds in objects',
      {
        results: each((start, end, text) => ({
          text,
          start_time: { seconds: `${Math.floor(start)}`, nanos: Math.round((start % 1) * 1e9) },
          end_time: { seconds: Math.floor(end), nanos: Math.round((end % 1) * 1e9) },
        })),
      },
    ],
    [
      'milliseconds of the epoch, counted from the start that is told beside',
      {
        conversationStartTime: (began - 60) * 1000,
        startTime: began * 1000,
        transcripts: [
          {
            phrases: each((start, end, text) => ({
              text,
              startTimeMs: began * 1000 + ms(start),
              duration: { milliseconds: ms(end - start) },
            })),
          },
        ],
      },
    ],
    [
      'the time of day beside the time from the start',
      {
        Dialogues: each((start, end, text) => ({
          Words: text,
          Begin: ms(start),
          End: ms(end),
          BeginTime: '2026-03-02 09:15:04',
        })),
      },
    ],
    [
      'under other names than ours, in a list that is called as ours',
      { segments: each((start, end, text) => ({ text, startTime: ms(start), endTime: ms(end) })) },
    ],
  ])('%s', (_form, answer) => expect(told(answer)).toEqual(talk));

  it('of the epoch with no start told stay what they are, so that the import remarks them', () => {
    const answer = {
      segments: each((start, end, text) => ({
        text,
        startTime: began * 1000 + ms(start),
        endTime: began * 1000 + ms(end),
      })),
    };
    expect(told(answer)?.[0]?.[0]).toBeGreaterThan(1e9);
  });
});

describe('frames in forms of their own', () => {
  const words = (text: string, start: number, end: number) =>
    text.split(' ').map((word, index, all) => ({
      word,
      start: start + ((end - start) / all.length) * index,
      end: start + ((end - start) / all.length) * (index + 1),
    }));
  const said = [
    { text: 'good morning sir', result: words('good morning sir', 2, 3.5) },
    { text: '' },
    { text: 'i want to send it back', result: words('i want to send it back', 5, 6.5) },
  ];
  const expected = [
    [2, 3.5, 'good morning sir'],
    [5, 6.5, 'i want to send it back'],
  ];
  it.each<[string, unknown]>([
    ['results of a recogniser that listens, with an empty one for a pause', said],
    ['the same one after another, over several lines each', said.map((one) => JSON.stringify(one, null, 2)).join('\n')],
    [
      'with further guesses',
      said
        .filter(({ text }) => text !== '')
        .map((one) => ({
          alternatives: [
            { confidence: 2, ...one },
            { confidence: 1, text: 'mood warning sir', result: [] },
          ],
        })),
    ],
  ])('%s', (_form, answer) => expect(told(answer)).toEqual(expected));

  it('what Python prints of its lists', () => {
    const text = `[{'key': 'x', 'text': "早上好，这里是云帆。我想退货。", 'sentence_info': [{'text': '早上好，这里是云帆。', 'start': 2100, 'end': np.int64(3600), 'spk': None}, {'text': '我想退货。', 'start': 4400, 'end': 5900, 'timestamp': ((4400, 5900),), 'ok': True}]}]`;
    expect(told(text, 'a.txt')).toEqual(talk);
  });
  it('a talk that is given as text only', () => {
    const answer = {
      Response: {
        Data: {
          Result: '[0:2.100,0:3.600]  早上好，这里是云帆。\n[0:4.400,0:5.900]  我想退货。\n',
          ResultDetail: null,
        },
      },
    };
    expect(told(answer)).toEqual(talk);
  });
  it('pieces of the text and when each begins', () => {
    expect(
      told({ text: '早上好。', tokens: ['早', '上', '好', '。'], timestamps: [2.1, 2.4, 2.7, 2.9] })?.[0]?.slice(0, 1),
    ).toEqual([2.1]);
  });
  it('the words of a sentence under a name that elsewhere is a list', () => {
    const answer = {
      data: {
        sentenceList: each((start, end, text, index) => ({
          role: ['SEAT', 'CUSTOMER'][index],
          beginTime: ms(start),
          endTime: ms(end),
          words: text,
        })),
      },
    };
    expect(told(answer)).toEqual(talk);
    expect(voices(answer)).toEqual(['agent', 'customer']);
  });
});
