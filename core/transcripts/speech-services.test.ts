/** Answers of speech services and recognisers that list their sentences, each in its own form, all with one short talk. */
import { describe, expect, it } from 'vitest';
import { told } from './testing-read.ts';

const chinese = [
  [2.4, 4.1, '早上好，这里是客服。'],
  [5.5, 7.2, '我想改地址。'],
];
const pairs = (text: string, from: number, until: number) => {
  const characters = Array.from(text.replace(/[，。]/g, ''));
  const step = (until - from) / characters.length;
  return characters.map((_character, index) => [from + index * step, from + (index + 1) * step].map(Math.round));
};

describe('sentences in the answers of speech services', () => {
  it.each<[string, unknown, string?]>([
    [
      'Azure, best guess of several, in ticks and milliseconds',
      {
        recognizedPhrases: [
          {
            channel: 0,
            offsetInTicks: 24e6,
            offsetMilliseconds: 2400,
            durationMilliseconds: 1700,
            nBest: [
              { display: '早上好，这里是客服。', lexical: '早上好 这里是客服' },
              { display: '早上好，这里是客户。' },
            ],
          },
          {
            channel: 1,
            offsetInTicks: 55e6,
            offsetMilliseconds: 5500,
            durationMilliseconds: 1700,
            nBest: [{ display: '我想改地址。' }],
          },
        ],
        combinedRecognizedPhrases: [
          { channel: 0, display: '早上好，这里是客服。' },
          { channel: 1, display: '我想改地址。' },
        ],
      },
    ],
    [
      'Azure in one go',
      {
        durationMilliseconds: 8000,
        combinedPhrases: [{ text: '早上好，这里是客服。 我想改地址。' }],
        phrases: [
          {
            offsetMilliseconds: 2400,
            durationMilliseconds: 1700,
            text: '早上好，这里是客服。',
            words: [{ text: '早上好', offsetMilliseconds: 2400, durationMilliseconds: 700 }],
            locale: 'zh-CN',
          },
          { offsetMilliseconds: 5500, durationMilliseconds: 1700, text: '我想改地址。', locale: 'zh-CN' },
        ],
      },
    ],
    [
      'Azure, times as ISO 8601 alone',
      {
        recognizedPhrases: [
          { offset: 'PT2.4S', duration: 'PT1.7S', nBest: [{ display: '早上好，这里是客服。' }] },
          { offset: 'PT5.5S', duration: 'PT1.7S', nBest: [{ display: '我想改地址。' }] },
        ],
      },
    ],
    [
      'Baidu',
      {
        tasks_info: [
          {
            task_result: {
              result: ['早上好，这里是客服。我想改地址。'],
              detailed_result: [
                { res: ['早上好，', '这里是客服。'], begin_time: 2400, end_time: 4100, words_info: [] },
                { res: ['我想改地址。'], begin_time: 5500, end_time: 7200 },
              ],
            },
          },
        ],
      },
    ],
    [
      'Huawei, words a level lower',
      {
        status: 'FINISHED',
        segments: [
          {
            start_time: 2400,
            end_time: 4100,
            result: { text: '早上好，这里是客服。', score: 0.9, analysis_info: { role: 'AGENT' } },
          },
          { start_time: 5500, end_time: 7200, result: { text: '我想改地址。', analysis_info: { role: 'USER' } } },
        ],
      },
    ],
    [
      'iFlytek, lattices twice',
      {
        lattice: [
          {
            lid: '0',
            begin: '2400',
            end: '4100',
            spk: '段落-0',
            json_1best: JSON.stringify({
              st: {
                bg: '2400',
                ed: '4100',
                rt: [
                  {
                    ws: ['早上', '好', '，', '这里', '是', '客服', '。'].map((part) => ({
                      cw: [{ w: part }, { w: '别' }],
                    })),
                  },
                ],
              },
            }),
          },
          {
            lid: '1',
            begin: '5500',
            end: '7200',
            spk: '段落-1',
            json_1best: JSON.stringify({
              st: {
                bg: '5500',
                ed: '7200',
                rt: [{ ws: ['我', '想', '改', '地址', '。'].map((part) => ({ cw: [{ w: part }] })) }],
              },
            }),
          },
        ],
        lattice2: [
          {
            lid: '0',
            begin: '2400',
            end: '4100',
            spk: '段落-0',
            json_1best: { st: { bg: '2400', ed: '4100', rt: [{ ws: [{ cw: [{ w: '早上好，这里是客服。' }] }] }] } },
          },
          {
            lid: '1',
            begin: '5500',
            end: '7200',
            spk: '段落-1',
            json_1best: { st: { bg: '5500', ed: '7200', rt: [{ ws: [{ cw: [{ w: '我想改地址。' }] }] }] } },
          },
        ],
      },
    ],
    [
      'FunASR, a line per sentence, each with the times of its characters',
      [
        {
          key: 'x',
          mode: 'offline',
          text: '早上好，这里是客服。',
          timestamp: pairs('早上好，这里是客服。', 2400, 4100),
        },
        { key: 'x', mode: 'offline', text: '我想改地址。', timestamp: pairs('我想改地址。', 5500, 7200) },
      ]
        .map((line) => JSON.stringify(line))
        .join('\n'),
    ],
    [
      'FunASR, one text with the times of its characters',
      [
        {
          key: 'x',
          text: '早上好，这里是客服。我想改地址。',
          timestamp: [...pairs('早上好，这里是客服。', 2400, 4100), ...pairs('我想改地址。', 5500, 7200)],
        },
      ],
    ],
    [
      'FunASR, punctuation apart',
      {
        stamp_sents: [
          { text_seg: '早上好，这里是客服', punc: '。', start: 2400, end: 4100 },
          { text_seg: '我想改地址', punc: '。', start: 5500, end: 7200 },
        ],
      },
    ],
    [
      'SenseVoice, tags before the words',
      [
        {
          key: 'x',
          text: '<|zh|><|NEUTRAL|><|Speech|><|withitn|>早上好，这里是客服。',
          sentence_info: [
            { text: '<|zh|><|NEUTRAL|><|Speech|><|withitn|>早上好，这里是客服。', start: 2400, end: 4100, spk: 0 },
            { text: '<|zh|><|EMO_UNKNOWN|><|BGM|><|withitn|>我想改地址。', start: 5500, end: 7200, spk: 1 },
          ],
        },
      ],
    ],
    [
      'Hugging Face, chunks',
      {
        text: '早上好，这里是客服。我想改地址。',
        chunks: [
          { timestamp: [2.4, 4.1], text: '早上好，这里是客服。' },
          { timestamp: [5.5, 7.2], text: '我想改地址。' },
        ],
      },
    ],
    [
      'Tingwu, paragraphs of words',
      {
        Transcription: {
          Paragraphs: [
            {
              ParagraphId: '1',
              SpeakerId: '1',
              Words: [
                { SentenceId: 1, Start: 2400, End: 3200, Text: '早上好，' },
                { SentenceId: 1, Start: 3200, End: 4100, Text: '这里是客服。' },
              ],
            },
            {
              ParagraphId: '2',
              SpeakerId: '2',
              Words: [{ SentenceId: 2, Start: 5500, End: 7200, Text: '我想改地址。' }],
            },
          ],
        },
      },
    ],
    [
      'subtitles out of order, without empty lines, with colours and places',
      '2\n00:00:05,500-->00:00:07,200\n我想改地址。\n1\n00:00:02.400 --> 00:00:04.100  X1:40 X2:600\n{\\an2}<font color="red">早上好，这里是客服。</font>\n',
      'a.srt',
    ],
    [
      'segments as Python prints them',
      '[Segment(id=1, seek=0, start=2.4, end=4.1, text=\'早上好，这里是客服。\', tokens=[1]), Segment(id=2, seek=0, start=5.5, end=7.2, text="我想改地址。")]',
      'a.txt',
    ],
    [
      'lines with arrows and no speaker',
      '[2.40s -> 4.10s] 早上好，这里是客服。\n[5.50s -> 7.20s] 我想改地址。\n',
      'a.txt',
    ],
  ])('%s', (_name, content, file) => {
    expect(told(content, file)).toEqual(chinese);
  });
});
