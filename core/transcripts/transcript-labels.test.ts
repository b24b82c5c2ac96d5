/** What of a file is a label or a sound, and no words. */
import { describe, expect, it } from 'vitest';
import { read, told } from './testing-read.ts';

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
