import { expect, it } from 'vitest';
import { marksIn } from './hit-marks.ts';

const marked = (text: string, ...words: string[]) => marksIn(text, words).map(([start, end]) => text.slice(start, end));

it('marks every place of a word, over punctuation, width and traditional forms', () => {
  expect(marked('感謝您，的來電，感谢', '感谢')).toEqual(['感謝', '感谢']);
  expect(marked('感謝您，的來電', '您的来电')).toEqual(['您，的來電']);
  expect(marked('我的ＶＩＰ客戶', 'vip客户')).toEqual(['ＶＩＰ客戶']);
  expect(marked('𠮷野家😀好', '𠮷野', '😀')).toEqual(['𠮷野', '😀']);
});

it('joins what overlaps or touches, and marks nothing that a hidden number stands in', () => {
  expect(marked('宽带宽带', '宽带')).toEqual(['宽带宽带']);
  expect(marked('一直掉线了', '一直掉', '掉线')).toEqual(['一直掉线']);
  expect(marked('手机138****8001', '1388001', '8001')).toEqual(['8001']);
  expect(marked('宽带', '，')).toEqual([]);
});
