/** Writes a transcript so that reading the file again yields the same sentences, speakers and times (words: JSON only). */
import Papa from 'papaparse';
import type { Speaker, TranscriptTextFormat } from '../contract/index.ts';
import { quotedFormulaStart } from '../text/formula.ts';
import type { Sentence } from './sentence.ts';
import { formatTime } from './timestamps.ts';

const labels: Record<Speaker, string> = { agent: '坐席', customer: '客户', unknown: '未知' };

export function writeTranscript(sentences: readonly Sentence[], format: TranscriptTextFormat): string {
  return writers[format](sentences);
}

const writers: Record<TranscriptTextFormat, (sentences: readonly Sentence[]) => string> = {
  json: (sentences) =>
    `${JSON.stringify(
      {
        segments: sentences.map(({ speaker, start, end, text, words }) => ({
          speaker,
          start,
          end,
          text,
          ...(words ? { words } : {}),
        })),
      },
      null,
      1,
    )}\n`,
  srt: (sentences) =>
    sentences
      .map(
        ({ speaker, start, end, text }, index) =>
          `${index + 1}\n${formatTime(start, ',')} --> ${formatTime(end, ',')}\n${labels[speaker]}：${text}\n`,
      )
      .join('\n'),
  vtt: (sentences) =>
    `WEBVTT\n\n${sentences
      .map(
        ({ speaker, start, end, text }) =>
          `${formatTime(start, '.')} --> ${formatTime(end, '.')}\n<v ${labels[speaker]}>${escapeVtt(text)}</v>\n`,
      )
      .join('\n')}`,
  txt: (sentences) =>
    sentences
      .map(
        ({ speaker, start, end, text }) =>
          `[${formatTime(start, '.')} - ${formatTime(end, '.')}] ${labels[speaker]}：${text}\n`,
      )
      .join(''),
  csv,
};

/** With a byte order mark, so that Excel reads UTF-8; no text becomes a formula. */
function csv(sentences: readonly Sentence[]): string {
  const rows = sentences.map(({ speaker, start, end, text }) => [
    formatTime(start, '.'),
    formatTime(end, '.'),
    labels[speaker],
    text,
  ]);
  const cells = [['开始时间', '结束时间', '说话人', '内容'], ...rows];
  return `\uFEFF${Papa.unparse(cells, { newline: '\r\n', escapeFormulae: quotedFormulaStart })}\r\n`;
}

const escapeVtt = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
