/** Answers of speech services and recognisers, each in its own form, all with the same short talk. */
import { describe, expect, it } from 'vitest';
import { parseTranscript } from './parse-transcript.ts';

const read = (content: unknown, file = 'a.json') => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return parseTranscript(new TextEncoder().encode(text), file);
};
const told = (content: unknown, file?: string) =>
  read(content, file)?.sentences.map(({ start, end, text }) => [start, end, text]);
const voices = (content: unknown, file?: string) => read(content, file)?.sentences.map(({ speaker }) => speaker);

const chinese = [
  [2.4, 4.1, '早上好，这里是客服。'],
  [5.5, 7.2, '我想改地址。'],
];
const english = [
  [2.4, 4.1, 'Good morning, support.'],
  [5.5, 7.2, 'Change my address.'],
];
const pairs = (text: string, from: number, until: number) => {
  const characters = Array.from(text.replace(/[，。]/g, ''));
  const step = (until - from) / characters.length;
  return characters.map((_character, index) => [from + index * step, from + (index + 1) * step].map(Math.round));
};
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

describe('names of people as labels', () => {
  it.each([
    ['Tencent Meeting', '张敏(00:00:02):\n早上好，这里是客服。\n\n王先生(00:00:05):\n我想改地址。\n', 'a.txt'],
    ['Feishu', '张敏 00:02\n早上好，这里是客服。\n\n王先生 00:05\n我想改地址。\n', 'a.txt'],
    [
      'Zoom',
      'WEBVTT\n\n1\n00:00:02.000 --> 00:00:04.000\n张敏: 早上好，这里是客服。\n\n2\n00:00:05.000 --> 00:00:07.000\n王 先生: 我想改地址。\n',
      'a.vtt',
    ],
    [
      'subtitles',
      '1\n00:00:02,000 --> 00:00:04,000\nLi Na: 早上好，这里是客服。\n\n2\n00:00:05,000 --> 00:00:07,000\nJohn O’Neil: 我想改地址。\n',
      'a.srt',
    ],
    [
      'noScribe, which repeats the voice and its time',
      'WEBVTT\n\n1\n00:00:02.000 --> 00:00:04.000\n<v S00>[00:00:02]\n\n2\n00:00:02.000 --> 00:00:04.000\n<v S00>S00: 早上好，这里是客服。\n\n3\n00:00:05.000 --> 00:00:07.000\n<v S01>S01: 我想改地址。\n',
      'a.vtt',
    ],
  ])('%s', (_name, content, file) => {
    expect(told(content, file)!.map(([start, , text]) => [start, text])).toEqual([
      [2, '早上好，这里是客服。'],
      [5, '我想改地址。'],
    ]);
  });

  it('what stands before a colon in a few sentences is no label', () => {
    const cue = (at: number, text: string) => `${at}\n00:00:0${at},000 --> 00:00:0${at},900\n${text}\n`;
    const said = ['地址：人民路八号', '好的', '电话：一三八', '谢谢'];
    expect(told(said.map((text, i) => cue(i + 1, text)).join('\n'), 'a.srt')!.map(([, , text]) => text)).toEqual(said);
  });

  it.each([
    ['a diary', '09:30 开会\n14:00 回访客户'],
    ['a list of people and numbers', '张敏 8012\n李强 8013'],
  ])('%s is no transcript', (_name, text) => {
    expect(read(text, 'a.txt')).toBeNull();
  });
});

describe('sounds that are no words', () => {
  it('are left out: music, silence, applause', () => {
    const vtt = ['[音乐]', '您好', '(laughter)', '♪♪', '[BLANK_AUDIO]'];
    const text = `WEBVTT\n\n${vtt.map((said, i) => `00:00:0${i}.000 --> 00:00:0${i}.900\n${said}\n`).join('\n')}`;
    expect(told(text, 'a.vtt')!.map(([, , said]) => said)).toEqual(['您好']);
  });
});
