/** Subtitles, annotations and word lists of other programs, each with the same short talk in its own form. */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseTranscript } from './parse-transcript.ts';

const lines = (bytes: string | Uint8Array, file: string) =>
  parseTranscript(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, file)?.sentences.map(
    ({ speaker, start, end, text }) => [speaker, start, end, text],
  );
const talk = [
  ['agent', 2.1, 3.6, '早上好，这里是云帆。'],
  ['customer', 4.4, 5.9, '我想退货。'],
];
const unnamed = talk.map(([, ...rest]) => ['unknown', ...rest]);

describe('forms that give each sentence its span', () => {
  it.each([
    [
      'Advanced SubStation, names in a column, commas in the text',
      'a.ass',
      `[Script Info]\nTitle: x\n\n[Events]\nFormat: Layer, Start, End, Style, Actor, Text\nComment: 0,0:00:00.00,0:00:01.00,D,x,no
Dialogue: 0,0:00:04.40,0:00:05.90,D,客户,{\\fad(1,2)}我想退货。\nDialogue: 0,0:00:02.10,0:00:03.60,D,客服,早上好，\\N这里是云帆。\n`,
    ],
    [
      'TextGrid with a tier each',
      'a.TextGrid',
      `File type = "ooTextFile"\nObject class = "TextGrid"\n\nxmin = 0\nxmax = 8\ntiers? <exists>\nsize = 2\nitem []:
 item [1]:\n  class = "IntervalTier"\n  name = "客户"\n  xmin = 0\n  xmax = 8\n  intervals: size = 2
  intervals [1]:\n xmin = 0\n xmax = 4.4\n text = ""\n  intervals [2]:\n xmin = 4.4\n xmax = 5.9\n text = "我想退货。"
 item [2]:\n  class = "IntervalTier"\n  name = "坐席"\n  xmin = 0\n  xmax = 8\n  intervals: size = 1
  intervals [1]:\n xmin = 2.1\n xmax = 3.6\n text = "早上好，这里是云帆。"\n`,
    ],
    [
      'TextGrid in its short form',
      'a.TextGrid',
      `File type = "ooTextFile short"\n"TextGrid"\n\n0\n8\n<exists>\n1\n"IntervalTier"\n"x"\n0\n8\n2\n2.1\n3.6\n"坐席：早上好，这里是云帆。"\n4.4\n5.9\n"客户：我想退货。"\n`,
    ],
    [
      'ELAN, tiers out of order',
      'a.eaf',
      `<ANNOTATION_DOCUMENT><TIME_ORDER><TIME_SLOT TIME_SLOT_ID="a" TIME_VALUE="2100"/><TIME_SLOT TIME_SLOT_ID="b" TIME_VALUE="3600"/>
<TIME_SLOT TIME_SLOT_ID="c" TIME_VALUE="4400"/><TIME_SLOT TIME_SLOT_ID="d" TIME_VALUE="5900"/></TIME_ORDER>
<TIER TIER_ID="t1" PARTICIPANT="客户"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="1" TIME_SLOT_REF1="c" TIME_SLOT_REF2="d"><ANNOTATION_VALUE>我想退货。</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<TIER TIER_ID="坐席"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="2" TIME_SLOT_REF1="a" TIME_SLOT_REF2="b"><ANNOTATION_VALUE>早上好，这里是云帆。</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER></ANNOTATION_DOCUMENT>`,
    ],
    [
      'TTML, in clock, lengths and ticks',
      'a.ttml',
      `<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:tickRate="10"><body><div>
<p begin="00:00:02.100" end="36t">客服：早上好，<br/>这里是云帆。</p><p begin="4400ms" dur="1.5s"><span>客户：我想退货。</span></p><p begin="7s" end="8s"/></div></body></tt>`,
    ],
    [
      'SBV',
      'a.sbv',
      '0:00:02.100,0:00:03.600\n客服：早上好，\n这里是云帆。\n\n0:00:04.400,0:00:05.900\n客户：我想退货。\n',
    ],
    [
      'labels of Audacity',
      'a.txt',
      '2.100000\t3.600000\t客服：早上好，这里是云帆。\n\\\t100.0\t200.0\n4.400000\t5.900000\t客户：我想退货。\n',
    ],
  ])('%s', (_form, file, content) => expect(lines(content, file)).toEqual(talk));

  it('lyrics: a start each, an empty line ends the last; what is about the file is no sentence', () => {
    const text =
      '[by:whisper.cpp]\n[ti:x]\n[00:02.10]<00:02.10>早上好，<00:02.60>这里是云帆。\n[00:03.60]\n[00:04.40]我想退货。\n[00:05.90]\n';
    expect(lines(text, 'a.lrc')).toEqual(unnamed);
  });
  it('a word list of Kaldi: words become sentences, channels of a stereo call tell them apart', () => {
    const text =
      'call A 2.10 0.50 早上好 0.9\ncall A 2.60 1.00 这里是云帆 0.9\ncall B 4.40 0.70 我想 0.9\ncall B 5.10 0.80 退货 0.9\n';
    expect(lines(text, 'a.ctm')?.map(([, ...rest]) => rest)).toEqual([
      [2.1, 3.6, '早上好这里是云帆'],
      [4.4, 5.9, '我想退货'],
    ]);
  });
  it('a Word document of a meeting service', () => {
    const body = ['通话', '2026年3月2日 09:15', '发言人1  00:02', '早上好，这里是云帆。', '客户 00:04', '我想退货。']
      .map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`)
      .join('');
    const docx = zipSync({ 'word/document.xml': Buffer.from(`<w:document><w:body>${body}</w:body></w:document>`) });
    expect(lines(docx, 'a.docx')?.map(([, start, , text]) => [start, text])).toEqual([
      [2, '早上好，这里是云帆。'],
      [4, '我想退货。'],
    ]);
    expect(lines(zipSync({ 'xl/workbook.xml': Buffer.from('<x/>') }), 'a.docx')).toBeUndefined();
  });
});

describe('text of meeting services', () => {
  it.each([
    [
      'a title, a date and keywords first',
      '客户通话\n2026年3月2日 上午 9:15|8秒\n\n关键词:\n退货、运费\n\n文字记录:\n\n说话人 1 00:02\n早上好，这里是云帆。\n\n说话人 2 00:04\n我想退货。\n',
    ],
    ['names in brackets', '[Zhang Min] 00:00:02\n早上好，这里是云帆。\n\n[Wang Lei] 00:00:04\n我想退货。\n'],
    ['a name, its time, and the words in one line', '李芳 [00:02]：早上好，这里是云帆。\n客户 [00:04]：我想退货。\n'],
    [
      'with the credit of the program',
      'Zhang Min  0:02\n早上好，这里是云帆。\n\nWang Lei  0:04\n我想退货。\n\nTranscribed by https://otter.ai\n',
    ],
  ])('%s', (_form, content) =>
    expect(lines(content, 'a.txt')?.map(([, start, , text]) => [start, text])).toEqual([
      [2, '早上好，这里是云帆。'],
      [4, '我想退货。'],
    ]),
  );
});

describe('bytes of any origin', () => {
  const srt =
    '1\r\n00:00:02,100 --> 00:00:03,600\r\n客服：早上好，\r\n這裡是雲帆。\r\n\r\n2\r\n00:00:04,400 --> 00:00:05,900\r\n客戶：我想退貨。\r\n';
  /** What Python writes for `srt.encode('big5')`, of the second cue. */
  const big5 = Buffer.from(
    '31 0a 30 30 3a 30 30 3a 30 34 2c 34 30 30 20 2d 2d 3e 20 30 30 3a 30 30 3a 30 35 2c 39 30 30 0a ab c8 a4 e1 a1 47 a7 da b7 51 b0 68 b3 66 a1 43 0a'.replaceAll(
      ' ',
      '',
    ),
    'hex',
  );
  it.each([
    ['UTF-16 without a mark', Buffer.from(srt, 'utf16le')],
    ['UTF-16 of the other order', Buffer.from(srt, 'utf16le').swap16()],
  ])('%s', (_name, bytes) =>
    expect(lines(bytes, 'a.srt')?.map(([speaker, , , text]) => [speaker, text])).toEqual([
      ['agent', '早上好，這裡是雲帆。'],
      ['customer', '我想退貨。'],
    ]),
  );
  it('Big5', () => expect(lines(big5, 'a.srt')).toEqual([['customer', 4.4, 5.9, '我想退貨。']]));
});
