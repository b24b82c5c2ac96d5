/** Answers of speech services whose words have times of their own, or stand apart from the sentences or the voices. */
import { describe, expect, it } from 'vitest';
import { read, told, voices } from './testing-read.ts';

const english = [
  [2.4, 4.1, 'Good morning, support.'],
  [5.5, 7.2, 'Change my address.'],
];
const w = (word: string, start: number, end: number, more: object = {}) => ({ word, start, end, ...more });
const first = ['Good', 'morning,', 'support.'].map((word, i) => w(word, [2.4, 2.8, 3.5][i]!, [2.8, 3.5, 4.1][i]!));
const second = ['Change', 'my', 'address.'].map((word, i) => w(word, [5.5, 6, 6.3][i]!, [6, 6.3, 7.2][i]!));
const aws = (content: string, start: string, end: string) => ({
  type: 'pronunciation',
  alternatives: [{ confidence: '0.98', content }],
  start_time: start,
  end_time: end,
});
const mark = (content: string) => ({ type: 'punctuation', alternatives: [{ confidence: '0.0', content }] });

describe('words in the answers of speech services', () => {
  it.each<[string, unknown]>([
    [
      'AssemblyAI, words beside utterances',
      {
        text: 'Good morning, support. Change my address.',
        words: [...first, ...second].map(({ word, start, end }, i) => ({
          text: word,
          start: start * 1000,
          end: end * 1000,
          speaker: i < 3 ? 'A' : 'B',
        })),
        utterances: [
          { speaker: 'A', text: 'Good morning, support.', start: 2400, end: 4100 },
          { speaker: 'B', text: 'Change my address.', start: 5500, end: 7200 },
        ],
      },
    ],
    [
      'AWS, words and voices apart',
      {
        results: {
          transcripts: [{ transcript: 'Good morning, support. Change my address.' }],
          speaker_labels: {
            segments: [
              { start_time: '2.4', end_time: '4.1', speaker_label: 'spk_0', items: [] },
              { start_time: '5.5', end_time: '7.2', speaker_label: 'spk_1', items: [] },
            ],
          },
          items: [
            aws('Good', '2.4', '2.8'),
            aws('morning', '2.8', '3.5'),
            mark(','),
            aws('support', '3.5', '4.1'),
            mark('.'),
            aws('Change', '5.5', '6.0'),
            aws('my', '6.0', '6.3'),
            aws('address', '6.3', '7.2'),
            mark('.'),
          ],
        },
      },
    ],
    [
      'AWS, segments beside items and channels',
      {
        results: {
          transcripts: [{ transcript: 'Good morning, support. Change my address.' }],
          channel_labels: {
            channels: [
              {
                channel_label: 'ch_0',
                items: [
                  aws('Good', '2.4', '2.8'),
                  aws('morning', '2.8', '3.5'),
                  mark(','),
                  aws('support', '3.5', '4.1'),
                  mark('.'),
                ],
              },
              {
                channel_label: 'ch_1',
                items: [aws('Change', '5.5', '6.0'), aws('my', '6.0', '6.3'), aws('address', '6.3', '7.2'), mark('.')],
              },
            ],
          },
          items: [
            aws('Good', '2.4', '2.8'),
            aws('morning', '2.8', '3.5'),
            mark(','),
            aws('support', '3.5', '4.1'),
            mark('.'),
            aws('Change', '5.5', '6.0'),
            aws('my', '6.0', '6.3'),
            aws('address', '6.3', '7.2'),
            mark('.'),
          ],
          audio_segments: [
            {
              id: 0,
              transcript: 'Good morning, support.',
              start_time: '2.4',
              end_time: '4.1',
              channel_label: 'ch_0',
              items: [0, 1, 2, 3, 4],
            },
            {
              id: 1,
              transcript: 'Change my address.',
              start_time: '5.5',
              end_time: '7.2',
              channel_label: 'ch_1',
              items: [5, 6, 7, 8],
            },
          ],
        },
      },
    ],
    [
      'AWS, call analytics',
      {
        Transcript: [
          {
            ParticipantRole: 'AGENT',
            Content: 'Good morning, support.',
            BeginOffsetMillis: 2400,
            EndOffsetMillis: 4100,
            Items: [{ Content: 'Good', BeginOffsetMillis: 2400, EndOffsetMillis: 2800 }],
          },
          {
            ParticipantRole: 'CUSTOMER',
            Content: 'Change my address.',
            BeginOffsetMillis: 5500,
            EndOffsetMillis: 7200,
          },
        ],
      },
    ],
    [
      'Google',
      {
        results: [
          {
            alternatives: [
              {
                transcript: 'Good morning, support.',
                words: first.map(({ word, start, end }) => ({ word, startTime: `${start}s`, endTime: `${end}s` })),
              },
            ],
            resultEndTime: '4.1s',
            channelTag: 1,
          },
          {
            alternatives: [
              {
                transcript: 'Change my address.',
                words: second.map(({ word, start, end }) => ({ word, startTime: `${start}s`, endTime: `${end}s` })),
              },
            ],
            resultEndTime: '7.2s',
            channelTag: 2,
          },
        ],
      },
    ],
    [
      'Google, all words again with their voices',
      {
        results: [
          {
            alternatives: [
              {
                transcript: 'Good morning, support. Change my address.',
                words: [...first, ...second].map(({ word, start, end }) => ({
                  word,
                  startOffset: `${start}s`,
                  endOffset: `${end}s`,
                })),
              },
            ],
          },
          {
            alternatives: [
              {
                words: [...first, ...second].map(({ word, start, end }, i) => ({
                  word,
                  startOffset: `${start}s`,
                  endOffset: `${end}s`,
                  speakerTag: i < 3 ? 1 : 2,
                })),
              },
            ],
          },
        ],
      },
    ],
    [
      'Deepgram, a channel as one text with paragraphs',
      {
        results: {
          channels: [
            {
              alternatives: [
                {
                  transcript: 'Good morning, support.',
                  words: first,
                  paragraphs: {
                    paragraphs: [
                      { sentences: [{ text: 'Good morning, support.', start: 2.4, end: 4.1 }], start: 2.4, end: 4.1 },
                    ],
                  },
                },
              ],
            },
            { alternatives: [{ transcript: 'Change my address.', words: second }] },
          ],
        },
      },
    ],
    [
      'Rev',
      {
        monologues: [
          {
            speaker: 0,
            elements: [
              { type: 'text', value: 'Good', ts: 2.4, end_ts: 2.8 },
              { type: 'punct', value: ' ' },
              { type: 'text', value: 'morning', ts: 2.8, end_ts: 3.5 },
              { type: 'punct', value: ', ' },
              { type: 'text', value: 'support', ts: 3.5, end_ts: 4.1 },
              { type: 'punct', value: '.' },
            ],
          },
          {
            speaker: 1,
            elements: [
              { type: 'text', value: 'Change', ts: 5.5, end_ts: 6 },
              { type: 'punct', value: ' ' },
              { type: 'text', value: 'my', ts: 6, end_ts: 6.3 },
              { type: 'punct', value: ' ' },
              { type: 'text', value: 'address', ts: 6.3, end_ts: 7.2 },
              { type: 'punct', value: '.' },
            ],
          },
        ],
      },
    ],
    [
      'Speechmatics, words with their marks',
      {
        format: '2.9',
        results: [...first, ...second].map(({ word, start, end }, i) => ({
          type: 'word',
          start_time: start,
          end_time: end,
          alternatives: [{ content: word, confidence: 1, speaker: i < 3 ? 'S1' : 'S2' }],
        })),
      },
    ],
    [
      'Watson, words as lists and voices apart',
      {
        results: [
          {
            final: true,
            alternatives: [
              {
                transcript: 'Good morning, support. ',
                timestamps: first.map(({ word, start, end }) => [word, start, end]),
              },
            ],
          },
          {
            final: true,
            alternatives: [
              {
                transcript: 'Change my address. ',
                timestamps: second.map(({ word, start, end }) => [word, start, end]),
              },
            ],
          },
        ],
        speaker_labels: [...first, ...second].map(({ start, end }, i) => ({
          from: start,
          to: end,
          speaker: i < 3 ? 0 : 1,
          confidence: 0.5,
        })),
      },
    ],
    [
      'Vosk, a line per sentence',
      [
        { result: first, text: 'Good morning, support.' },
        { result: second, text: 'Change my address.' },
      ]
        .map((line) => JSON.stringify(line))
        .join('\n'),
    ],
    [
      'Hugging Face, single words',
      {
        text: '',
        chunks: [...first, ...second].map(({ word, start, end }) => ({ text: ` ${word}`, timestamp: [start, end] })),
      },
    ],
    [
      'Gladia',
      {
        result: {
          transcription: {
            full_transcript: '…',
            utterances: [
              { start: 2.4, end: 4.1, text: 'Good morning, support.', speaker: 0, words: first },
              { start: 5.5, end: 7.2, text: 'Change my address.', speaker: 1, words: second },
            ],
          },
        },
      },
    ],
  ])('%s', (_name, content) => {
    expect(told(content)).toEqual(english);
  });

  it('say who speaks: by role, by number, by channel, and where voices stand apart from the words', () => {
    const genesys = {
      transcripts: [
        {
          phrases: [
            {
              text: 'Hello.',
              startTimeMs: 100,
              duration: { milliseconds: 900 },
              durationMs: 900,
              participantPurpose: 'internal',
            },
            { text: 'Hi.', startTimeMs: 1500, durationMs: 500, participantPurpose: 'external' },
          ],
        },
      ],
    };
    const google = {
      results: [
        {
          alternatives: [{ transcript: 'Hello.', words: [{ word: 'Hello.', startTime: '0.1s', endTime: '1s' }] }],
          channelTag: 1,
        },
        {
          alternatives: [{ transcript: 'Hi.', words: [{ word: 'Hi.', startTime: '1.5s', endTime: '2s' }] }],
          channelTag: 2,
        },
      ],
    };
    const watson = {
      results: [
        {
          alternatives: [
            {
              transcript: 'Hello Hi ',
              timestamps: [
                ['Hello', 0.1, 1],
                ['Hi', 1.5, 2],
              ],
            },
          ],
        },
      ],
      speaker_labels: [
        { from: 0.1, to: 1, speaker: 0 },
        { from: 1.5, to: 2, speaker: 1 },
      ],
    };
    for (const answer of [genesys, google, watson]) expect(voices(answer)).toEqual(['agent', 'customer']);
  });

  it('a paragraph of minutes comes apart at its pauses, so that a second can be pointed at', () => {
    const words = Array.from({ length: 60 }, (_, i) => w(i % 20 === 19 ? '好。' : '好', i * 2, i * 2 + 1.5));
    const answer = {
      results: { channels: [{ alternatives: [{ transcript: words.map(({ word }) => word).join(''), words }] }] },
    };
    expect(read(answer)!.sentences.length).toBeGreaterThan(2);
    expect(Math.max(...read(answer)!.sentences.map(({ start, end }) => end - start))).toBeLessThan(40);
  });

  it('six short answers in a row are sentences, not words of one', () => {
    const said = ['喂', '您好', '嗯', '在的', '好的', '再见'];
    const answer = {
      utterances: said.map((text, i) => ({ text, start: i * 4, end: i * 4 + 1, speaker: String(i % 2) })),
    };
    expect(told(answer)!.map(([, , text]) => text)).toEqual(said);
  });
});
