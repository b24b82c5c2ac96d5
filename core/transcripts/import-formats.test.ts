import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { samplesDir } from '../test-support/test-core.ts';
import { parseTranscript } from './parse-transcript.ts';
import type { SpeakerHints } from './speaker-labels.ts';

const parse = (text: string, file: string, hints?: SpeakerHints) =>
  parseTranscript(new TextEncoder().encode(text), file, hints);
const lines = (text: string, file: string, hints?: SpeakerHints) =>
  parse(text, file, hints)?.sentences.map(({ speaker, start, end, text: words }) => [speaker, start, end, words]);

interface Truth {
  file: string;
  transcript: string | null;
  segments: { speaker: string; start: number; end: number; text: string }[];
}
const truth = (JSON.parse(readFileSync(join(samplesDir, 'truth.json'), 'utf8')) as Truth[]).filter(
  (call) => call.transcript !== null,
);

describe('transcripts of the sample library', () => {
  it.each(truth)('$transcript: every speaker, time and word', ({ transcript, segments }) => {
    const parsed = parseTranscript(readFileSync(join(samplesDir, transcript!)), transcript!)!;
    expect(parsed.sentences.map(({ speaker, text }) => [speaker, text])).toEqual(
      segments.map(({ speaker, text }) => [speaker, text]),
    );
    const tolerance = parsed.timing === 'exact' ? 0.0005 : 1;
    parsed.sentences.forEach((sentence, index) => {
      expect(Math.abs(sentence.start - segments[index]!.start)).toBeLessThanOrEqual(tolerance);
      if (parsed.timing === 'exact') expect(sentence.end).toBeCloseTo(segments[index]!.end, 3);
    });
  });
});

describe('foreign transcript files', () => {
  it('reads what Whisper writes, words included', () => {
    const file = {
      text: '您好',
      language: 'zh',
      segments: [
        {
          id: 0,
          start: 0.5,
          end: 1.25,
          text: ' 您好 ',
          words: [{ word: '您好', start: 0.5, end: 1.25, probability: 1 }],
        },
      ],
    };
    expect(parse(JSON.stringify(file), 'a.json')).toEqual({
      timing: 'exact',
      speakersBy: 'labels',
      sentences: [
        { speaker: 'unknown', start: 0.5, end: 1.25, text: '您好', words: [{ text: '您好', start: 0.5, end: 1.25 }] },
      ],
    });
  });

  it('reads what whisper.cpp writes, speakers by channel', () => {
    const file = {
      transcription: [
        { timestamps: { from: '00:00:00,500' }, offsets: { from: 500, to: 1500 }, text: ' 您好', speaker: '0' },
        { offsets: { from: 1600, to: 2000 }, text: '喂', speaker: '1' },
      ],
    };
    expect(lines(JSON.stringify(file), 'a.json')).toEqual([
      ['agent', 0.5, 1.5, '您好'],
      ['customer', 1.6, 2, '喂'],
    ]);
  });

  it('reads sentence lists of Aliyun, wherever they stand, by the channel that carries the agent', () => {
    const Sentences = [
      { BeginTime: 1200, EndTime: 2500, ChannelId: 1, Text: '您好。', SpeechRate: 180 },
      { BeginTime: 340, EndTime: 900, ChannelId: 0, Text: '喂？' },
    ];
    for (const file of [
      { Sentences },
      { StatusText: 'SUCCESS', Result: { Sentences } },
      { Result: JSON.stringify({ Sentences }) },
    ])
      expect(lines(JSON.stringify(file), 'a.json', { agentChannel: 1 })).toEqual([
        ['customer', 0.34, 0.9, '喂？'],
        ['agent', 1.2, 2.5, '您好。'],
      ]);
  });

  it('reads a list per channel', () => {
    const list = (text: string, begin_time: number) => [{ begin_time, end_time: begin_time + 500, text, words: [] }];
    const file = {
      file_url: 'x',
      transcripts: [
        { channel_id: 0, text: '您好。', sentences: list('您好。', 100) },
        { channel_id: 1, text: '喂？', sentences: list('喂？', 900) },
      ],
    };
    expect(lines(JSON.stringify(file), 'a.json')).toEqual([
      ['agent', 0.1, 0.6, '您好。'],
      ['customer', 0.9, 1.4, '喂？'],
    ]);
  });

  it('reads WebVTT with notes, settings, tags and voices', () => {
    const text =
      'WEBVTT - call\n\nNOTE made by hand\nsecond line\n\n1\n00:01.000 --> 00:02.500 align:start\n<v.loud Agent>A &amp; <i>B</i></v>\n\n00:03.000 --> 00:04.000\n客户：好\n';
    expect(lines(text, 'a.vtt')).toEqual([
      ['agent', 1, 2.5, 'A & B'],
      ['customer', 3, 4, '好'],
    ]);
  });

  it.each([
    ['[00:00:01] 坐席: 您好\n[00:00:02] 客户: 喂', 'starts'],
    ['00:01 坐席：您好\n00:02 客户：喂', 'starts'],
    ['(0:01) A: 您好\n(0:02) B: 喂', 'starts'],
    ['【1.0s】客服：您好\n【2.0s】用户：喂', 'starts'],
    ['00:00:01\t坐席\t您好\n00:00:02\t客户\t喂', 'starts'],
    ['[00:00:01] [坐席] 您好\n[00:00:02] [客户] 喂', 'starts'],
    ['坐席 [00:00:01]：您好\n客户 [00:00:02]：喂', 'starts'],
    ['坐席(00:01): 您好\r\n客户(00:02): 喂\r\n', 'starts'],
    ['[00:00:01] 坐席\n您好\n[00:00:02] 客戶\n喂', 'starts'],
    ['坐席 00:00:01\n您好\n\n客户 00:00:02\n喂', 'starts'],
    ['说话人1 00:01\n您好\n说话人2 00:02\n喂', 'starts'],
    ['[00:00:01.000 --> 00:00:01.900] SPEAKER_00: 您好\n[00:00:02.000 --> 00:00:02.650] SPEAKER_01: 喂', 'exact'],
  ])('reads %j', (text, timing) => {
    const parsed = parse(text, 'a.txt')!;
    expect(parsed.timing).toBe(timing);
    expect(parsed.sentences.map(({ speaker, start, text: words }) => [speaker, start, words])).toEqual([
      ['agent', 1, '您好'],
      ['customer', 2, '喂'],
    ]);
    expect(parsed.sentences.map(({ end }) => end)).toEqual([1.9, 2.65]);
  });

  it('reads dialogue without times, in order, and says that the times are estimates', () => {
    const parsed = parse('坐席8012：您好，请讲。\n客户王先生：我要\n查话费。', 'a.txt')!;
    expect(parsed.timing).toBe('estimated');
    expect(parsed.sentences.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['agent', '您好，请讲。'],
      ['customer', '我要查话费。'],
    ]);
    expect(parsed.sentences[1]!.start).toBeGreaterThanOrEqual(parsed.sentences[0]!.end);
  });

  it('knows who the caller is by the direction of the call', () => {
    const text = '主叫：喂\n被叫：您好';
    expect(parse(text, 'a.txt')!.sentences.map(({ speaker }) => speaker)).toEqual(['customer', 'agent']);
    expect(parse(text, 'a.txt', { direction: 'outbound' })!.sentences.map(({ speaker }) => speaker)).toEqual([
      'agent',
      'customer',
    ]);
  });

  it('reads GB18030', () => {
    const bytes = Uint8Array.from([0xd7, 0xf9, 0xcf, 0xaf, 0x3a, 0xc4, 0xfa, 0xba, 0xc3]);
    expect(parseTranscript(bytes, 'a.txt')!.sentences[0]).toMatchObject({ speaker: 'agent', text: '您好' });
  });

  it.each([
    ['a.txt', `坐席${' '.repeat(200_000)}x\n坐席：好`],
    ['a.txt', '[00:00:01] 坐席：好\n'.repeat(20_000)],
    ['a.vtt', `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<v '.repeat(100_000)}\n`],
    ['a.srt', `1\n00:00:01,000 --> 00:00:02,000\n${' '.repeat(200_000)}好${' '.repeat(200_000)}\n`],
    ['a.json', `{"segments":[{"start":"${'1'.repeat(200_000)}x","end":1,"text":"好"}]}`],
  ])('is not brought to a halt by a crafted %s', (file, text) => {
    expect(() => parse(text, file)).not.toThrow();
  });

  it.each([
    ['a note', '这是一条备注\n请周一回访\n时间：下午', 'a.txt'],
    ['settings', '{"name":"x","version":1}', 'a.json'],
    ['an empty list', '{"segments":[]}', 'a.json'],
    ['broken JSON', '{"segments":[', 'a.json'],
    ['subtitles without cues', 'WEBVTT\n\n', 'a.vtt'],
    ['nothing', '', 'a.srt'],
  ])('does not take %s for a transcript', (_what, text, file) => {
    expect(parse(text, file)).toBeNull();
  });
});

describe('tables of sentences', () => {
  const spoken = [
    ['agent', 1.2, 2.5, '您好，请讲。'],
    ['customer', 3, 4.25, '喂'],
  ];
  it.each([
    ['开始时间,结束时间,说话人,内容\n00:00:01.200,00:00:02.500,坐席,"您好，请讲。"\n00:00:03,00:00:04.25,客户,喂'],
    ['序号,角色,起始时间(秒),结束时间(秒),识别文本\n1,客服,1.2,2.5,您好，请讲。\n2,用户,3,4.25,喂'],
    ['开始（毫秒）;结束（毫秒）;说话人;文本\n1200;2500;agent;您好，请讲。\n3000;4250;customer;喂'],
    ['begin_time,end_time,channel_id,text\n1200,2500,0,您好，请讲。\n3000,4250,1,喂'],
    ['Speaker\tStart\tEnd\tText\nSPEAKER_00\t1.2s\t2.5s\t您好，请讲。\nSPEAKER_01\t3s\t4.25s\t喂'],
    ['Start time,Duration,Channel,Sentence\n1.2,1.3,1,您好，请讲。\n3.0,1.25,2,喂'],
    ['通话转写\n客户 王先生\n开始,结束,内容\n1.2,2.5,坐席：您好，请讲。\n3.0,4.25,客户：喂'],
    [
      '时间,结束时间,角色,内容\n2026-03-02 00:00:01.2,2026-03-02 00:00:02.5,坐席,您好，请讲。\n2026-03-02 00:00:03,2026-03-02 00:00:04.25,客户,喂',
    ],
  ])('are read whatever their headings, marks and units: %j', (table) => {
    expect(lines(table, 'a.csv')).toEqual(spoken);
  });
  it('in GB18030, as Excel saves them', () => {
    const head = Uint8Array.from([0xcb, 0xb5, 0xbb, 0xb0, 0xc8, 0xcb, 0x2c, 0xc4, 0xda, 0xc8, 0xdd, 0x0a]);
    const row = Uint8Array.from([0xd7, 0xf9, 0xcf, 0xaf, 0x2c, 0xc4, 0xfa, 0xba, 0xc3]);
    expect(parseTranscript(Buffer.concat([head, row]), 'a.csv')).toMatchObject({
      timing: 'estimated',
      sentences: [{ speaker: 'agent', text: '您好' }],
    });
  });
  it('are not call records', () => {
    expect(parse('录音文件,坐席工号,开始时间,备注\na.wav,8012,2026-03-02 09:15:03,x', 'cdr.csv')).toBeNull();
  });
});

describe('answers of other speech services', () => {
  const words = [{ text: '您', begin_time: 1200, end_time: 1500 }];
  it.each([
    [
      'FunASR',
      [
        {
          key: 'a',
          text: '您好，请讲。喂',
          sentence_info: [
            { text: '您好，请讲。', start: 1200, end: 2500, spk: 0 },
            { text: '喂', start: 3000, end: 4250, spk: 1 },
          ],
        },
      ],
    ],
    [
      'iFlytek',
      {
        ok: 0,
        data: JSON.stringify([
          { bg: '1200', ed: '2500', onebest: '您好，请讲。', speaker: '1' },
          { bg: '3000', ed: '4250', onebest: '喂', speaker: '2' },
        ]),
      },
    ],
    [
      'Tencent',
      {
        Data: {
          ResultDetail: [
            { FinalSentence: '您好，请讲。', StartMs: 1200, EndMs: 2500, SpeakerId: 0 },
            { FinalSentence: '喂', StartMs: 3000, EndMs: 4250, SpeakerId: 1 },
          ],
        },
      },
    ],
    [
      'Volcengine',
      {
        result: {
          utterances: [
            { text: '您好，请讲。', start_time: 1200, end_time: 2500, additions: { speaker: '1' } },
            { text: '喂', start_time: 3000, end_time: 4250, additions: { speaker: '2' } },
          ],
        },
      },
    ],
    [
      'DashScope',
      {
        transcripts: [
          {
            channel_id: 0,
            sentences: [
              { begin_time: 1200, end_time: 2500, text: '您好，请讲。', speaker_id: 0, words },
              { begin_time: 3000, end_time: 4250, text: '喂', speaker_id: 1 },
            ],
          },
        ],
      },
    ],
    [
      'seconds in a list of their own',
      {
        sentences: [
          { start: '1.2', end: '2.5', role: '客服', content: '您好，请讲。' },
          { start: '3.0', end: '4.25', role: '客户', content: '喂' },
        ],
      },
    ],
    [
      'whole milliseconds in our own form',
      {
        segments: [
          { start: 1200, end: 2500, speaker: 'agent', text: '您好，请讲。' },
          { start: 3000, end: 4250, speaker: 'customer', text: '喂' },
        ],
      },
    ],
  ])('are read: %s', (_name, file) => {
    expect(lines(JSON.stringify(file), 'a.json')).toEqual([
      ['agent', 1.2, 2.5, '您好，请讲。'],
      ['customer', 3, 4.25, '喂'],
    ]);
  });
  it('with their words', () => {
    const file = { Sentences: [{ BeginTime: 1200, EndTime: 2500, Text: '您', words }] };
    expect(parse(JSON.stringify(file), 'a.json')!.sentences[0]!.words).toEqual([{ text: '您', start: 1.2, end: 1.5 }]);
  });
  it('as Tencent writes them into a text', () => {
    expect(lines('[0:1.200,0:2.500,0]  您好，请讲。\n[0:3.000,0:4.250,1]  喂\n', 'a.txt')).toEqual([
      ['agent', 1.2, 2.5, '您好，请讲。'],
      ['customer', 3, 4.25, '喂'],
    ]);
  });
});

describe('a file made to take for ever', () => {
  it.each([
    ['brackets that are never closed', '['.repeat(100_000), 'a.txt'],
    ['paragraphs that never end', `<tt>${'<p begin="1s">'.repeat(10_000)}`, 'a.ttml'],
    ['tiers that never end', `<ANNOTATION_DOCUMENT>${'<TIER a="1">'.repeat(10_000)}`, 'a.eaf'],
    ['a label of blanks', JSON.stringify([{ speaker: `a${' '.repeat(100_000)}b`, text: '您好' }]), 'a.json'],
  ])('is done with at once: %s', (_name, text, file) => {
    const begun = performance.now();
    parse(text, file);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});
